/**
 * All submissions of one period, and of the shorter ones that make it up → figures of every unit, with everything found
 * on the way.
 *
 *   files ─directAnswers─▶ slots ─compose─▶ slots ─rollUp─▶ figures ─▶ targets, comparison, findings
 *            parts, each consolidated by itself ┘
 */

import { checkParts } from '../checks/across-time.ts'
import { checkNeighbours } from '../checks/copied-from-neighbour.ts'
import { checkEarlier, pastOf } from '../checks/earlier.ts'
import { figureChecks } from '../checks/index.ts'
import { checkOutliers } from '../checks/outlier.ts'
import { reconcile } from '../checks/reconcile.ts'
import { applyWaivers, unusedWaivers } from '../checks/waivers.ts'
import type { Code, Collected, Finding, Observation, Period, Programme, Tree } from '../model.ts'
import { periodBefore, printPeriod, sameLastYear } from '../period.ts'
import type { Text } from '../report/material.ts'
import { composedFigure, composeInTime, type Part } from '../rollup/across-time.ts'
import { type RolledUp, rollUp } from '../rollup/across-units.ts'
import type { Answered } from '../rollup/answers.ts'
import type { LastYear } from '../rollup/bounds.ts'
import { isSameSpell } from '../rollup/compare.ts'
import { adoptions } from '../rollup/decisions.ts'
import { deriveSecondHalf } from '../rollup/derive.ts'
import { type Beside, collectedWith } from '../rollup/ended.ts'
import { figureKey, figuresByKey } from '../rollup/figures.ts'
import { observationsOf } from '../rollup/observations.ts'
import { judgeTargets } from '../rollup/targets.ts'
import { answerKey, usedIn } from '../rollup/used.ts'
import { isSameTerritory } from '../slots.ts'
import { type Direct, directAnswers } from './direct.ts'
import { comparedWithEarlier, firstHalf } from './earlier.ts'
import { byWeight, receivedOutside, unreadLastYear, withNotes } from './findings.ts'
import type { Consolidated, Context, FileRead, PeriodFiles } from './model.ts'

/** @param files in any order; a file without a submission is left out with the finding it brings */
export function consolidate(files: readonly FileRead[], context: Context): Consolidated {
  const {
    programme,
    period,
    asOf,
    decisions = [],
    parts: ofParts = [],
    whole = null,
    lastYear = null,
    before = null,
  } = context
  const kindsInside = [...new Set(ofParts.flatMap(kindsOf))]
  const input = { programme, period, asOf, decisions, kindsInside }
  const parts = consolidateParts(files, context)
  const times = { lastYear, before, half1: firstHalf(period, parts, before) }
  const direct = directAnswers({ ...input, files, times })
  const derived =
    whole === null
      ? { slots: direct.slots, findings: [] }
      : deriveSecondHalf(direct.slots, direct.tree, givenOf(whole, context), programme)
  const { tree } = direct
  const place = { programme, tree }
  const inTime = parts.map(partOf)
  const composed = composeInTime(derived.slots, inTime, place)
  const beside = [...direct.beside, ...composed.beside]
  const rolled = rollUp(programme, tree, composed.slots, {
    adoptions: adoptions(decisions),
    beside,
    extras: composed.extras,
    ...(parts.length === 0
      ? {}
      : { composed: (unit: Code, indicator: Collected) => composedFigure(unit, indicator, inTime, place) }),
    isOtherTerritory: parts.some((part) => !isSameTerritory(programme, tree, part.tree)),
  })
  const figures = figuresByKey(rolled.figures)
  const comparisons = comparedWithEarlier(times, { tree, figures: rolled.figures, programme })
  const ofFigures = figureChecks.flatMap((check) => check(programme, tree, figures, comparisons))
  const checked = applyWaivers(ofFigures, decisions)
  const earlier = lastYear === null ? null : comparedWith(lastYear, tree, programme)
  const slots = withAdopted(composed.slots, rolled, period)
  const findings = [
    ...direct.found,
    ...withoutMissing(direct, parts),
    ...receivedOutside(direct.counted, context),
    ...rolled.findings,
    ...derived.findings,
    ...reconcile(programme, tree, direct.asked, presentOf(direct), rolled.adopted),
    ...checkParts(direct.slots, tree, inTime, programme),
    ...notComposed(composed.slots, tree),
    ...territoryChanged(composed.slots, tree, parts, programme),
    ...checked,
    ...checkEarlier(direct.counted, tree, programme, times),
    ...checkNeighbours(direct.counted, tree, programme),
    ...checkOutliers(direct.counted, tree, programme, pastOf(lastYear, tree)),
    ...unreadLastYear(lastYear),
    ...unusedWaivers([...direct.found, ...checked], decisions, (code) => tree.unit(code) !== null),
  ]
  const submissions = direct.files.flatMap(({ submission }) => submission ?? [])
  return {
    programme,
    period,
    asOf,
    tree,
    asked: direct.asked,
    slots,
    beside,
    figures: rolled.figures,
    observations: withParts(observed(direct, rolled, slots, beside), parts, ofParts, slots, beside, context),
    receipts: [
      ...(parts.length === 0
        ? direct.receipts
        : direct.receipts.filter((one) => !isTold(one.reporter, one.standing, parts))),
      ...parts.flatMap((part, at) =>
        part.receipts.map((one) => ({ ...one, file: inFolder(ofParts[at], one.file) })),
      ),
    ],
    targets: judgeTargets(programme, tree, period, figures, earlier),
    decisions,
    comparison: comparisons.lastYear,
    comparisonBefore: comparisons.before,
    texts: [
      ...direct.counted.flatMap(({ reporter, file, texts }): Text[] =>
        texts.map((one) => ({ period, reporter, file, ...one })),
      ),
      ...parts.flatMap((part, at) =>
        part.texts.map((one) => ({ ...one, file: inFolder(ofParts[at], one.file) ?? one.file })),
      ),
    ],
    counted: direct.counted,
    findings: [
      ...withNotes(findings, submissions),
      ...parts.flatMap((part, at) =>
        part.findings
          .filter(isOfPart)
          .map((one) => ({ period: part.period, ...one, file: inFolder(ofParts[at], one.file) })),
      ),
    ].sort(byWeight),
    files: [
      ...direct.files,
      ...parts.flatMap((part, at) =>
        part.files.map((one) => ({ ...one, file: inFolder(ofParts[at], one.file) ?? one.file })),
      ),
    ],
    parts,
    filesLastYear: lastYear?.files ?? [],
  }
}

/**
 * The parts, each by itself beside the one before it and its own last year; the second half of a year may be derived
 * from the year's own forms and the first half.
 */
function consolidateParts(files: readonly FileRead[], context: Context): readonly Consolidated[] {
  const { programme, period, asOf, decisions = [], parts = [], lastYear = null, before = null } = context
  const earlier = [...(before?.parts ?? []), ...(lastYear?.parts ?? [])]
  const year: PeriodFiles = { period, files, decisions, folder: '', parts: [] }
  const made: Consolidated[] = []
  for (const part of parts) {
    const isSecondHalf = part.period.kind === 'half' && part.period.part === 2
    const [first] = parts
    const whole =
      isSecondHalf && first !== undefined && first !== part && files.length > 0 ? { year, first } : null
    const at = (wanted: Period): Consolidated | null =>
      [...made, ...earlier].find((one) => printPeriod(one.period) === printPeriod(wanted)) ?? null
    made.push(
      consolidate(part.files, {
        programme,
        period: part.period,
        asOf,
        decisions: part.decisions,
        parts: part.parts,
        whole,
        lastYear: at(sameLastYear(part.period)),
        before: at(periodBefore(part.period)),
      }),
    )
  }
  return made
}

/** Kinds of the parts of a period, and of their parts. */
function kindsOf({ period, parts }: PeriodFiles): readonly PeriodFiles['period']['kind'][] {
  return [period.kind, ...parts.flatMap(kindsOf)]
}

function givenOf(
  { year, first }: NonNullable<Context['whole']>,
  { programme, asOf }: Context,
): Parameters<typeof deriveSecondHalf>[2] {
  const given = (one: PeriodFiles) =>
    directAnswers({
      programme,
      asOf,
      period: one.period,
      files: one.files,
      decisions: one.decisions,
      kindsInside: [],
    })
  return { year: given(year), first: given(first) }
}

const partOf = ({ period, tree, slots, beside, figures }: Consolidated): Part => ({
  period,
  tree,
  slots,
  beside,
  figures: figuresByKey(figures),
})

const presentOf = ({ received }: Direct) => received.filter((one) => one.counts).map((one) => one.submission)

/** An adopted check value is the answer of the slot it fills. */
function withAdopted(
  slots: readonly Answered[],
  { adopted }: RolledUp,
  period: Consolidated['period'],
): readonly Answered[] {
  if (adopted.size === 0) return slots
  return slots.map((slot): Answered => {
    const check = slot.as === 'own' ? adopted.get(figureKey(slot.about, slot.indicator)) : undefined
    if (check === undefined) return slot
    const { value, state, isDisputed } = check
    return {
      ...slot,
      value,
      state,
      isDisputed,
      reported: 1,
      made: { by: 'units', from: [{ period, answer: check }] },
    }
  })
}

/** Missing reports are told of the parts; here only of those whom no part asks. */
function withoutMissing(direct: Direct, parts: readonly Consolidated[]): readonly Finding[] {
  return direct.findings.filter(
    ({ fault, unit }) => fault.code !== 'submission-missing' || !isTold(unit, 'missing', parts),
  )
}

function isTold(reporter: Code | null, standing: string, parts: readonly Consolidated[]): boolean {
  return standing === 'missing' && parts.some((part) => part.asked.some(({ unit }) => unit.code === reporter))
}

/** Indicators that were asked in the parts only, and cannot be added up from them. */
function notComposed(slots: readonly Answered[], tree: Tree): readonly Finding[] {
  const blank = slots.filter(
    ({ made, state }) => (made?.by === 'ask' || made?.by === 'none') && state === 'blank',
  )
  const indicators = [...new Set(blank.map(({ indicator }) => indicator))]
  return indicators.length === 0 ? [] : [ofRoot({ code: 'not-composed', indicators }, tree, 'warning')]
}

function territoryChanged(
  slots: readonly Answered[],
  tree: Tree,
  parts: readonly Consolidated[],
  programme: Programme,
): readonly Finding[] {
  const isOther = parts.some((part) => !isSameTerritory(programme, tree, part.tree))
  const made = isOther ? slots.filter((slot) => slot.made !== null && slot.made.by !== 'last') : []
  const indicators = [...new Set(made.map(({ indicator }) => indicator))]
  const on = tree.roots[0]?.from ?? tree.on
  return indicators.length === 0
    ? []
    : [ofRoot({ code: 'territory-changed', on, indicators }, tree, 'warning')]
}

function ofRoot(fault: Finding['fault'], tree: Tree, severity: Finding['severity']): Finding {
  const unit = tree.roots[0]?.code ?? null
  return { severity, fault, file: null, sheet: null, cell: null, unit, indicator: null }
}

/** Last year's files are told of once, by the whole. */
const isOfPart = ({ fault }: Finding): boolean => fault.code !== 'last-year-unread'

/** Every slot of the period itself with the answer it got, those of units that are gone last. */
function observed(
  { period, asked, received, gone }: Direct,
  rolled: RolledUp,
  slots: readonly Answered[],
  beside: readonly Beside[],
): readonly Observation[] {
  const own = observationsOf(period, asked, received, rolled.declared, rolled.adopted)
  if (gone.asked.length === 0) return own
  const used = usedIn(period, slots, beside)
  const ofGone = observationsOf(period, gone.asked, gone.received, new Set())
  return [...own, ...ofGone.map((one) => ({ ...one, counted: used.has(answerKey(one)) }))]
}

/** The parts' answers too, each counted where a figure of the whole rests on it. */
function withParts(
  own: readonly Observation[],
  parts: readonly Consolidated[],
  folders: readonly PeriodFiles[],
  slots: readonly Answered[],
  beside: readonly Beside[],
  { programme, period }: Context,
): readonly Observation[] {
  if (parts.length === 0) return own
  const used = usedIn(period, slots, beside)
  const isLast = (at: number): boolean => at === parts.length - 1
  const isUsed = (one: Observation, at: number): boolean => {
    if (one.as !== 'total') return used.has(answerKey(one))
    const acrossTime = collectedWith(one.indicator, programme)?.acrossTime
    return one.counted && (acrossTime === 'sum' || (acrossTime === 'last' && isLast(at)))
  }
  return [
    ...own,
    ...parts.flatMap((part, at) =>
      part.observations.map((one) => ({
        ...one,
        counted: isUsed(one, at),
        file: inFolder(folders[at], one.file),
      })),
    ),
  ]
}

/** A part's file as seen from the folder of the whole; what is already of a part of the part keeps its own. */
function inFolder(part: PeriodFiles | undefined, file: string | null): string | null {
  if (file === null || part === undefined || part.folder === '' || file.startsWith('../')) return file
  return `${part.folder}/${file}`
}

/** Last year's figures as targets ask for them: a unit compares with itself in the same spell. */
function comparedWith(lastYear: Consolidated, tree: Tree, programme: Programme): LastYear {
  const isRoot = (unit: Code): boolean => tree.unit(unit)?.parent === null
  return {
    figures: figuresByKey(lastYear.figures),
    isComparable: (unit) =>
      isRoot(unit) ? isSameTerritory(programme, tree, lastYear.tree) : isSameSpell(unit, tree, lastYear.tree),
  }
}
