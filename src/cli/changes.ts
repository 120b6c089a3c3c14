/**
 * What changed since the last run: this result against the workbook found in the output place.
 *
 * Only the terminal says it. The new workbook depends on its inputs alone, so that the same inputs give the same bytes.
 */

import { changeWords } from '../messages/change.ts'
import { namesOf } from '../messages/index.ts'
import { markWords } from '../messages/mark.ts'
import { sayNumber } from '../messages/number.ts'
import type { Code, Mark } from '../model.ts'
import { printPeriod } from '../period.ts'
import type { Consolidated } from '../pipeline.ts'
import { fingerprintOf } from '../rollup/decisions.ts'
import { filesBehind } from '../rollup/derive.ts'
import { isCounted } from '../rollup/receipts.ts'
import type { Previous } from './previous.ts'
import { type Common, type Io, paintFor } from './terminal.ts'

export type Changes = Readonly<{
  isProgrammeChanged: boolean
  areDecisionsChanged: boolean
  added: readonly string[]
  /** The same path, other bytes. */
  replaced: readonly string[]
  /** The same bytes under another path. */
  moved: readonly Readonly<{ from: string; to: string }>[]
  gone: readonly string[]
  arrived: readonly Code[]
  dropped: readonly Code[]
  figures: readonly Readonly<{
    indicator: Code
    before: number | null
    after: number | null
    /** Of what it is now. */
    mark: Mark | null
  }>[]
}>

/** @returns `null` where the earlier result is of another programme or period: then there is nothing to compare */
export function changesSince(previous: Previous, result: Consolidated): Changes | null {
  const { programme, period, files, slots, receipts, figures, tree } = result
  if (previous.programme !== programme.id || previous.period !== printPeriod(period)) return null
  const sent = files.filter(({ isContainer }) => isContainer !== true)
  const now = new Map([...filesBehind(slots), ...sent.map(({ file, sha256 }) => [file, sha256] as const)])
  const appeared = [...now.keys()].filter((file) => !previous.files.has(file))
  const vanished = [...previous.files.keys()].filter((file) => !now.has(file))
  const moved = movedFiles(vanished, appeared, previous.files, now)
  const [left, come] = [new Set(moved.map(({ from }) => from)), new Set(moved.map(({ to }) => to))]
  const reported = new Set(receipts.filter(isCounted).flatMap(({ reporter }) => reporter ?? []))
  const top = tree.roots[0]?.code
  return {
    areDecisionsChanged: previous.decisions !== fingerprintOf(result.decisions),
    isProgrammeChanged: !programme.hash.startsWith(previous.hash),
    added: appeared.filter((file) => !come.has(file)).sort(),
    replaced: [...now].flatMap(([file, sha256]) => {
      const before = previous.files.get(file) ?? null
      return before !== null && before !== sha256 ? [file] : []
    }),
    moved,
    gone: vanished.filter((file) => !left.has(file)).sort(),
    arrived: [...reported].filter((code) => !previous.reported.has(code)),
    dropped: [...previous.reported].filter((code) => !reported.has(code)),
    figures: figures.flatMap(({ unit, indicator, value, mark }) => {
      const before = previous.figures.get(indicator)
      if (unit !== top || before === undefined || isSame(before, value)) return []
      return [{ indicator, before, after: value, mark }]
    }),
  }
}

/** A few lines, or one that nothing changed; nothing under `--quiet` and `--json`. */
export function printChanges(changes: Changes, result: Consolidated, common: Common, io: Io): void {
  if (common.quiet || common.json) return
  const words = changeWords[common.lang]
  const names = namesOf(result.programme, common.lang)
  const paint = paintFor(io, common)
  const unit = (code: Code): string => `${result.tree.unit(code)?.name ?? names.unit(code)} (${code})`
  const digits = new Map(result.programme.indicators.map((one) => [one.code, one.decimals]))
  const figure = (code: Code, value: number | null): string => {
    const scale = 10 ** (digits.get(code) ?? 0)
    return value === null ? words.blank : sayNumber(Math.round(value * scale) / scale, common.lang)
  }
  const { added, replaced, moved, gone, arrived, dropped, figures } = changes
  const top = names.unit(result.tree.roots[0]?.code ?? null)
  const lines = [
    ...(changes.isProgrammeChanged ? [words.programme] : []),
    ...(changes.areDecisionsChanged ? [words.decisions(result.decisions.length)] : []),
    ...listed(words.added, added, words.moreFiles),
    ...listed(words.replaced, replaced, words.moreFiles),
    ...listed(
      words.moved,
      moved.map(({ from, to }) => `${from} → ${to}`),
      words.moreFiles,
    ),
    ...listed(words.gone, gone, words.moreFiles),
    ...listed(words.arrived, arrived.map(unit), words.moreUnits),
    ...listed(words.dropped, dropped.map(unit), words.moreUnits),
    ...listed(
      (count) => words.figures(top, count),
      figures.map(
        ({ indicator, before, after, mark }) =>
          `${indicator}: ${figure(indicator, before)} → ${figure(indicator, after)}${mark === null ? '' : ` (${markWords[common.lang][mark]})`}`,
      ),
      words.moreFigures,
    ),
  ]
  if (lines.length === 0) {
    io.out(`${words.none}\n\n`)
    return
  }
  io.out(`${paint.bold(words.title)}\n${lines.map((line) => `  ${line}\n`).join('')}\n`)
}

/** At most this many of one kind; the workbook has them all. */
const SHOWN = 10

function listed(
  title: (count: number) => string,
  items: readonly string[],
  more: (count: number) => string,
): readonly string[] {
  if (items.length === 0) return []
  const rest = items.length > SHOWN ? [more(items.length - SHOWN)] : []
  return [`${title(items.length)}: ${[...items.slice(0, SHOWN), ...rest].join('; ')}`]
}

/** Pairs of a path that vanished and one that appeared with the same bytes, each used once. */
function movedFiles(
  vanished: readonly string[],
  appeared: readonly string[],
  before: ReadonlyMap<string, string | null>,
  now: ReadonlyMap<string, string>,
): Changes['moved'] {
  const free = new Map<string, string[]>()
  for (const file of [...appeared].sort().reverse()) {
    const hash = now.get(file) ?? ''
    if (hash !== '') free.set(hash, [...(free.get(hash) ?? []), file])
  }
  return [...vanished].sort().flatMap((from) => {
    const to = free.get(before.get(from) ?? '')?.pop()
    return to === undefined ? [] : [{ from, to }]
  })
}

/** The same number, but for digits that a workbook saved by another program may lose. */
function isSame(before: number | null, after: number | null): boolean {
  if (before === null || after === null) return before === after
  return Math.abs(before - after) <= 1e-12 * Math.max(Math.abs(before), Math.abs(after))
}
