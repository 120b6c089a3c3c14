/** What a composed period tells of units that were in force in a part of it and are gone at its end. */

import type { Finding, Programme, Tree, Unit } from '../model.ts'
import { printPeriod } from '../period.ts'
import type { From } from '../rollup/answers.ts'
import { heirOf } from '../rollup/succession.ts'
import { type Gone, tellEnded } from '../rollup/tell-ended.ts'
import type { PeriodFiles } from './model.ts'

/**
 * One finding for each unit that answered something, or about which something was answered, at the last such file; none
 * where the very same is told already, and none of the province, whose territory `territoryChanged` tells about.
 *
 * @param told what is told of the period itself and of its parts
 */
export function endedInParts(
  gone: readonly Gone[],
  { programme, tree }: Readonly<{ programme: Programme; tree: Tree }>,
  told: readonly Readonly<{ findings: readonly Finding[] }>[],
  folders: readonly PeriodFiles[],
): readonly Finding[] {
  if (gone.length === 0) return []
  const known = new Set(told.flatMap(({ findings }) => findings.map(factOf)))
  const bySpell = new Map<Unit, Gone[]>()
  for (const one of gone) {
    const ofUnit = bySpell.get(one.of)
    if (ofUnit === undefined) bySpell.set(one.of, [one])
    else ofUnit.push(one)
  }
  return [...bySpell].flatMap(([unit, answers]): readonly Finding[] => {
    const file = lastFile(unit, answers, folders)
    if (file === null || unit.parent === null) return []
    const heir = heirOf(unit, tree, programme.units)
    const finding = {
      ...tellEnded(unit, heir, answers, tree.on),
      file,
      sheet: null,
      cell: null,
      unit: unit.code,
      indicator: null,
    }
    return known.has(factOf(finding)) ? [] : [finding]
  })
}

const factOf = ({ unit, fault }: Finding): string => JSON.stringify([unit, fault])

/** The unit's own last file, else the last one that speaks of it, as seen from the folder of the whole. */
function lastFile({ code }: Unit, gone: readonly Gone[], folders: readonly PeriodFiles[]): string | null {
  const written = gone.flatMap(({ answer, period }) => writtenIn({ answer, period }))
  const last = written.findLast(({ answer }) => answer.reporter === code) ?? written.at(-1)
  const file = last?.answer.submission?.file
  if (last === undefined || file === undefined) return null
  const folder = folderOf(printPeriod(last.period), folders)
  return folder === null ? file : `${folder}/${file}`
}

/** What somebody wrote, of an answer made of others too. */
function writtenIn(one: From): readonly From[] {
  const { made, submission, state } = one.answer
  if (made !== null) return made.from.flatMap(writtenIn)
  return submission === null || state === 'blank' ? [] : [one]
}

function folderOf(period: string, folders: readonly PeriodFiles[]): string | null {
  for (const one of folders) {
    const found = printPeriod(one.period) === period ? one.folder : folderOf(period, one.parts)
    if (found !== null) return found
  }
  return null
}
