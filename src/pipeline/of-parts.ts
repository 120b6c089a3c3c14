/**
 * What a composed period lists of its parts: their answers, receipts, findings, texts and files, each named as seen from
 * the folder of the whole.
 */

import type { Code, Finding, Observation, Observations, Period, Programme } from '../model.ts'
import { printPeriod } from '../period.ts'
import type { RolledUp } from '../rollup/across-units.ts'
import type { Answered } from '../rollup/answers.ts'
import { type Beside, collectedWith } from '../rollup/ended.ts'
import { joined, observationsOf } from '../rollup/observations.ts'
import { answerKey, usedIn } from '../rollup/used.ts'
import type { Direct } from './direct.ts'
import type { Consolidated, PeriodFiles } from './model.ts'

/** Takes a list from each part, with its files as seen from the folder of the whole. */
export function namedInParts(
  parts: readonly Consolidated[],
  folders: readonly PeriodFiles[],
): <One extends Readonly<{ file: string | null }>>(
  list: (part: Consolidated) => readonly One[],
) => readonly One[] {
  return (list) =>
    parts.flatMap((part, at) => list(part).map((one) => ({ ...one, file: inFolder(folders[at], one.file) })))
}

/** A part's file as seen from the folder of the whole; what is already of a part of the part keeps its own. */
function inFolder<File extends string | null>(part: PeriodFiles | undefined, file: File): File {
  if (file === null || part === undefined || part.folder === '' || file.startsWith('../')) return file
  return `${part.folder}/${file}` as File
}

/** The folder of a period as its parts see it. */
export const ownFolder = (period: Period): string => `../${printPeriod(period)}`

/** What a part says of the file of the whole that it derived something from stands in no folder of a part. */
export const inOwnFolder =
  (period: Period) =>
  (finding: Finding): Finding => {
    const own = `${ownFolder(period)}/`
    const isOwn = finding.fault.code === 'derived-negative' && finding.file?.startsWith(own) === true
    return isOwn ? { ...finding, file: finding.file?.slice(own.length) ?? null } : finding
  }

/** A part's findings with its period; last year's files are told of once, by the whole. */
export function findingsOfPart({ period, findings }: Consolidated): readonly Finding[] {
  return findings.filter(({ fault }) => fault.code !== 'last-year-unread').map((one) => ({ period, ...one }))
}

/** Missing reports are told of the parts; here only of those whom no part asks. */
export function withoutMissing(direct: Direct, parts: readonly Consolidated[]): readonly Finding[] {
  return direct.findings.filter(
    ({ fault, unit }) => fault.code !== 'submission-missing' || !isTold(unit, 'missing', parts),
  )
}

/** Is it told of a part that a reporter is missing? */
export function isTold(reporter: Code | null, standing: string, parts: readonly Consolidated[]): boolean {
  return standing === 'missing' && parts.some((part) => part.asked.some(({ unit }) => unit.code === reporter))
}

/** Every slot of the period itself with the answer it got, those of units that are gone last. */
export function observed(
  { period, asked, received, gone }: Direct,
  rolled: RolledUp,
  slots: readonly Answered[],
  beside: readonly Beside[],
): Observations {
  const own = observationsOf(period, asked, received, rolled.declared, rolled.adopted)
  if (gone.asked.length === 0) return own
  const used = usedIn(period, slots, beside)
  const ofGone = observationsOf(period, gone.asked, gone.received, new Set())
  return joined(
    own,
    Array.from(ofGone, (one) => ({ ...one, counted: used.has(answerKey(one)) })),
  )
}

/** A part's answers, each counted where a figure of the whole rests on it. @param used keys of those that are */
export function observedInPart(
  part: Consolidated,
  parts: readonly Consolidated[],
  used: ReadonlySet<string>,
  programme: Programme,
): readonly Observation[] {
  const isUsed = (one: Observation): boolean => {
    if (one.as !== 'total') return used.has(answerKey(one))
    const acrossTime = collectedWith(one.indicator, programme)?.acrossTime
    return one.counted && (acrossTime === 'sum' || (acrossTime === 'last' && part === parts.at(-1)))
  }
  return Array.from(part.observations, (one) => ({ ...one, counted: isUsed(one) }))
}
