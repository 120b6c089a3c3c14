/**
 * copied-from-neighbour: whole groups that two reporters of one level under one parent answered alike, number for number.
 *
 * All numbers of the group must be equal, at least `limits.copied` of them other than 0, and chance must not explain it:
 * small places often have the same small numbers. Two counts of mean a are equal with a probability of about 1/√(4πa), so
 * a group says nothing unless the product over its numbers is at most one in a thousand, even for two places that expect
 * the very same. Zeros, flags and texts say nothing for it; a single one that differs says everything against it.
 *
 * Bodies are left out: the police and the prosecution are meant to agree.
 *
 * @see J. G. Skellam (1946), "The frequency distribution of the difference between two Poisson variates belonging to
 *      different populations", Journal of the Royal Statistical Society 109
 */

import type { CheckMode, Code, Finding, Programme, Submission, Tree } from '../model.ts'
import { indicatorWith, isCollected } from '../slots.ts'
import { graded, strictest } from './modes.ts'

/** Likelier than this, two equal groups are no news. */
const CHANCE = 1 / 1000

/** What one reporter answered about itself in one group. */
type Copy = Readonly<{
  submission: Submission
  group: Code
  mode: Exclude<CheckMode, 'off'>
  /** At its first cell. */
  cell: string | null
  first: Code
  value: number | null
  indicators: readonly Code[]
}>

/**
 * One finding for each set of reporters that answered alike, at the one that came in last, with all groups alike.
 *
 * @param counted the submissions that count
 */
export function checkNeighbours(
  counted: readonly Submission[],
  tree: Tree,
  programme: Programme,
): readonly Finding[] {
  const alike = new Map<string, Copy[]>()
  for (const submission of counted) {
    const unit = tree.unit(submission.reporter)
    if (unit === null || unit.parent === null || !programme.levels.includes(unit.level)) continue
    for (const [numbers, copy] of groupsOf(submission, programme)) {
      const key = `${unit.parent} ${unit.level} ${numbers}`
      const known = alike.get(key)
      if (known === undefined) alike.set(key, [copy])
      else known.push(copy)
    }
  }
  const clusters = new Map<string, Copy[][]>()
  for (const copies of alike.values()) {
    if (copies.length < 2) continue
    const sorted = [...copies].sort(byArrival)
    const who = sorted.map(({ submission }) => submission.file).join('\n')
    clusters.set(who, [...(clusters.get(who) ?? []), sorted])
  }
  return [...clusters.values()].flatMap((groups) => findingOf(groups, programme))
}

/** Groups that are worth comparing, each with all its numbers as a key. */
function groupsOf(submission: Submission, programme: Programme): readonly (readonly [string, Copy])[] {
  return [...slotsByGroup(submission, programme)].flatMap(([group, { indexes, modes }]) => {
    const { slots, values, states, cells } = submission.answers
    const mode = strictest(modes)
    const at = indexes.find((index) => cells[index] != null) ?? indexes[0]
    const first = at === undefined ? undefined : slots[at]
    if (mode === 'off' || at === undefined || first === undefined) return []
    if (indexes.some((index) => states[index] === 'unreadable')) return []
    const numbers = indexes.flatMap((index) =>
      isNumber(slots[index]?.indicator ?? '', programme) ? (values[index] ?? []) : [],
    )
    if (!saysEnough(numbers, programme.limits.copied)) return []
    const key = indexes.map((index) => `${slots[index]?.indicator}:${states[index]}:${values[index] ?? ''}`)
    const indicators = indexes.flatMap((index) =>
      values[index] == null ? [] : (slots[index]?.indicator ?? []),
    )
    const value = values[at] ?? null
    const copy = {
      submission,
      group,
      mode,
      cell: cells[at] ?? null,
      first: first.indicator,
      value,
      indicators,
    }
    return [[`${group} ${key.join(' ')}`, copy]] as const
  })
}

type InGroup = Readonly<{ indexes: number[]; modes: CheckMode[] }>

/** Where a reporter's own answers about itself stand, those whose check is off left out. */
function slotsByGroup({ answers, reporter }: Submission, programme: Programme): ReadonlyMap<Code, InGroup> {
  const groups = new Map<Code, InGroup>()
  answers.slots.forEach(({ indicator: code, about, as }, index) => {
    const indicator = indicatorWith(code, programme)
    if (as !== 'own' || about !== reporter || indicator === null || !isCollected(indicator)) return
    const mode = indicator.checks['copied-from-neighbour']
    if (mode === 'off') return
    const known = groups.get(indicator.group) ?? { indexes: [], modes: [] }
    groups.set(indicator.group, known)
    known.indexes.push(index)
    known.modes.push(mode)
  })
  return groups
}

function isNumber(code: Code, programme: Programme): boolean {
  const indicator = indicatorWith(code, programme)
  return indicator !== null && isCollected(indicator) && indicator.type !== 'flag'
}

/** @param numbers of one group; zeros among them say nothing */
export function saysEnough(numbers: readonly number[], enough: number): boolean {
  const known = numbers.filter((value) => value !== 0)
  const chance = known.reduce((product, value) => product * equalByChance(value), 1)
  return known.length >= enough && chance <= CHANCE
}

const equalByChance = (value: number): number => Math.min(1, 1 / Math.sqrt(4 * Math.PI * Math.abs(value)))

/** By the day on the form, those without one last, then by code: the last one is asked. */
function byArrival({ submission: a }: Copy, { submission: b }: Copy): number {
  const [one, other] = [a, b].map(({ received, reporter }) => `${received ?? '~'} ${reporter}`)
  return (one ?? '') < (other ?? '') ? -1 : 1
}

/** @param groups one entry for each group alike, each the same reporters in the same order */
function findingOf(groups: readonly (readonly Copy[])[], programme: Programme): readonly Finding[] {
  const order = programme.groups.map(({ code }) => code)
  const inOrder = [...groups].sort(
    (a, b) => order.indexOf(a[0]?.group ?? '') - order.indexOf(b[0]?.group ?? ''),
  )
  const last = inOrder.flatMap((copies) => copies.at(-1) ?? [])
  const [asked] = last
  const others = (inOrder[0] ?? []).slice(0, -1)
  if (asked === undefined) return []
  const { file, sheet, reporter, notes } = asked.submission
  const mode = last.some((one) => one.mode === 'warning') ? 'warning' : 'explain'
  const note = notes[asked.first] ?? null
  const isCopied = others.some(({ submission }) => submission.notes[asked.first] === note)
  return [
    {
      ...graded(mode, isCopied ? null : note),
      fault: {
        code: 'copied-from-neighbour',
        groups: last.map(({ group }) => group),
        indicators: last.flatMap(({ indicators }) => indicators),
        others: others.map(({ submission, value, cell }) => ({
          reporter: submission.reporter,
          about: submission.reporter,
          value,
          file: submission.file,
          sheet: submission.sheet,
          cell,
        })),
      },
      file,
      sheet,
      cell: asked.cell,
      unit: reporter,
      indicator: asked.first,
    },
  ]
}
