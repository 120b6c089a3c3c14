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
import { isJudged } from '../checks/judged.ts'
import { checkOutliers } from '../checks/outlier.ts'
import { reconcile } from '../checks/reconcile.ts'
import { applyWaivers, unusedWaivers } from '../checks/waivers.ts'
import type { Code, Collected, Finding, Period, Programme, Tree } from '../model.ts'
import { periodBefore, printPeriod, sameLastYear } from '../period.ts'
import type { Text } from '../report/material.ts'
import { composedFigure, composeInTime, type Part } from '../rollup/across-time.ts'
import { type RolledUp, rollUp } from '../rollup/across-units.ts'
import type { Answered } from '../rollup/answers.ts'
import type { LastYear } from '../rollup/bounds.ts'
import { isSameSpell } from '../rollup/compare.ts'
import { adoptions } from '../rollup/decisions.ts'
import { deriveSecondHalf } from '../rollup/derive.ts'
import { namedInParts as disputedInParts, namedBy, withDisputes } from '../rollup/disputed.ts'
import { figureKey, figuresByKey } from '../rollup/figures.ts'
import { joined } from '../rollup/observations.ts'
import { judgeTargets } from '../rollup/targets.ts'
import { usedIn } from '../rollup/used.ts'
import { isSameTerritory } from '../slots.ts'
import { directAnswers } from './direct.ts'
import { comparedWithEarlier, firstHalf } from './earlier.ts'
import { endedInParts } from './ended-in-parts.ts'
import { byWeight, receivedOutside, unreadLastYear, withNotes, withoutSecondDoubt } from './findings.ts'
import type { Consolidated, Context, FileRead, PeriodFiles } from './model.ts'
import { notComposed, territoryChanged } from './not-composed.ts'
import {
  findingsOfPart,
  inOwnFolder,
  isTold,
  namedInParts,
  observed,
  observedInPart,
  ownFolder,
  withoutMissing,
} from './of-parts.ts'

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
  const composed = composeInTime(derived.slots, direct.beside, inTime, place)
  const { beside } = composed
  const rolled = rollUp(programme, tree, composed.slots, {
    adoptions: adoptions(decisions),
    beside,
    extras: composed.extras,
    ...(parts.length === 0
      ? {}
      : { composed: (unit: Code, indicator: Collected) => composedFigure(unit, indicator, inTime, place) }),
    isOtherTerritory: parts.some((part) => !isSameTerritory(programme, tree, part.tree)),
  })
  const asCounted = figuresByKey(rolled.figures)
  const comparisons = comparedWithEarlier(times, { tree, figures: rolled.figures, programme })
  const ofFigures = figureChecks.flatMap((check) => check(programme, tree, asCounted, comparisons))
  const checked = applyWaivers(ofFigures, decisions)
  const disputed = [...namedBy(checked), ...disputedInParts(parts, composed.slots, place)]
  const published = withDisputes(rolled, disputed, place)
  const figures = figuresByKey(published)
  const earlier = lastYear === null ? null : comparedWith(lastYear, tree, programme)
  const slots = withAdopted(composed.slots, rolled, period)
  const far = [
    ...checkEarlier(direct.counted, tree, programme, times),
    ...checkOutliers(direct.counted, tree, programme, pastOf(lastYear, tree, programme)),
  ]
  const findings = [
    ...direct.found,
    ...withoutMissing(direct, parts),
    ...receivedOutside(direct.counted, context),
    ...rolled.findings,
    ...derived.findings,
    ...untold(reconcile(programme, tree, composed.slots, rolled.adopted), rolled.findings),
    ...checkParts(direct.slots, tree, inTime, programme),
    ...notComposed(composed.slots, tree),
    ...territoryChanged(composed, tree, parts, programme),
    ...endedInParts(composed.gone, place, [direct, ...parts], ofParts),
    ...checked,
    ...withoutSecondDoubt(far, direct.found),
    ...checkNeighbours(direct.counted, tree, programme),
    ...unreadLastYear(lastYear),
    ...unusedWaivers(
      [...direct.found, ...checked],
      decisions,
      (code) => tree.unit(code) !== null,
      (rule, unit) =>
        isJudged(rule, unit, {
          programme,
          tree,
          counted: direct.counted,
          figures: asCounted,
          times,
          comparisons,
        }),
    ),
  ]
  const inParts = namedInParts(parts, ofParts)
  const submissions = direct.files.flatMap(({ submission }) => submission ?? [])
  return {
    programme,
    period,
    asOf,
    tree,
    asked: direct.asked,
    slots,
    beside,
    listed: [...direct.listed, ...composed.listed],
    extras: composed.extras,
    figures: published,
    disputed,
    observations: joined(
      observed(direct, rolled, slots, beside),
      inParts((part) => observedInPart(part, parts, usedIn(period, slots, beside), programme)),
    ),
    receipts: [
      ...direct.receipts.filter((one) => !isTold(one.reporter, one.standing, parts)),
      ...inParts(({ receipts }) => receipts),
    ],
    targets: judgeTargets(programme, tree, period, figures, earlier, rolled.pairs),
    decisions,
    comparison: comparisons.lastYear,
    comparisonBefore: comparisons.before,
    texts: [
      ...direct.counted.flatMap(({ reporter, file, texts }): Text[] =>
        texts.map((one) => ({ period, reporter, file, ...one })),
      ),
      ...inParts(({ texts }) => texts),
    ],
    counted: direct.counted,
    findings: [...withNotes(findings, submissions), ...inParts(findingsOfPart).map(inOwnFolder(period))].sort(
      byWeight,
    ),
    files: [...direct.files, ...inParts(({ files }) => files)],
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
  const year: PeriodFiles = { period, files, decisions, folder: ownFolder(period), parts: [] }
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
  const given = (one: PeriodFiles) => {
    const { period, files, decisions, folder } = one
    return { ...directAnswers({ programme, asOf, period, files, decisions, kindsInside: [] }), folder }
  }
  return { year: given(year), first: given(first) }
}

const partOf = ({ period, tree, slots, beside, figures, extras }: Consolidated): Part => ({
  period,
  tree,
  slots,
  beside,
  figures: figuresByKey(figures),
  extras,
})

/** A decision that says what is used in the place of a check value has said how far they differ. */
function untold(found: readonly Finding[], told: readonly Finding[]): readonly Finding[] {
  const said = new Set(
    told.flatMap(({ fault, unit, indicator }) =>
      fault.code === 'decision-unused' && 'used' in fault ? [`${unit} ${indicator}`] : [],
    ),
  )
  return found.filter(
    ({ fault, unit, indicator }) => fault.code !== 'check-differs' || !said.has(`${unit} ${indicator}`),
  )
}

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

/** Last year's figures as targets ask for them: a unit compares with itself in the same spell. */
function comparedWith(lastYear: Consolidated, tree: Tree, programme: Programme): LastYear {
  const isRoot = (unit: Code): boolean => tree.unit(unit)?.parent === null
  return {
    figures: figuresByKey(lastYear.figures),
    isComparable: (unit) =>
      isRoot(unit) ? isSameTerritory(programme, tree, lastYear.tree) : isSameSpell(unit, tree, lastYear.tree),
  }
}
