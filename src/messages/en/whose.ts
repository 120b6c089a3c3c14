/** The sentences in English of whose report it is, and of which period. */

import { clueSaid } from '../identity.ts'
import type { Messages } from '../index.ts'
import type { Kinds } from '../kinds.ts'
import { sayDay, sayPeriod } from '../number.ts'

export const whose: Pick<Messages, Kinds['whose']> = {
  'unit-unclear': (f, { names }) => ({
    what:
      f.clues.length === 0
        ? 'The file holds numbers on the form’s codes but does not say whose they are; it does not count.'
        : `It is not clear whose report this is: ${f.clues.map((clue) => clueSaid(clue, names, 'en')).join('; ')}. The file does not count.`,
    fix: 'Put the unit’s code (see units.csv) at the start of the file name, or ask the unit to use its own form.',
  }),
  'unit-contradicted': (f, { names, unit }) => ({
    what: `The form counts for ${names.unit(unit)} (${unit}) ${f.isByMeta ? 'by what the form says of itself' : 'by the code in the file name'}, but ${f.clues.map((clue) => clueSaid(clue, names, 'en')).join('; ')}.`,
    fix: 'Ask the unit whose numbers these are; if another unit’s form was used by mistake, ask for the right one.',
  }),
  'period-contradicted': (f) => ({
    what: `The form counts for ${sayPeriod(f.counted, 'en')} by what it says of itself, but its heading says “${f.found}” (${sayPeriod(f.said, 'en')}).`,
    fix: 'Ask the unit which period these numbers are of; if another period’s form was used, ask for the right one.',
  }),
  'period-unclear': () => ({
    what: 'The form does not say its period, and the file is not in a folder named by one; it does not count.',
    fix: 'Put the file into the folder of its period, such as 2024-H1, or copy the numbers into the form that was sent.',
  }),
  'programme-guessed': (f) => ({
    what: `The form does not say its programme; it was checked by “${f.programme}”, the only one with these codes, period and unit.`,
    fix: 'If that is wrong, add --programme with the one to use.',
  }),
  'programme-unclear': (f) => ({
    what: `The form does not say its programme, and suits several: ${f.candidates.join(', ')}.`,
    fix: 'Add --programme to choose one.',
  }),
  'programme-other': (f) => ({
    what: `The form belongs to the programme “${f.found}”, not to “${f.expected}”; the file does not count.`,
    fix: 'Move the file to its folder, or ask for the right form.',
  }),
  'period-other': (f) => ({
    what: `The form is for ${f.found}, not for ${f.expected}; the file does not count.`,
    fix: 'Move the file to the folder of its period, or ask for the form of this period.',
  }),
  'unit-unknown': (f) => ({
    what: `The unit code “${f.found}” is not in the list of units; the file does not count.`,
    fix: 'Ask the office to use the form it was sent, or add the unit to units.csv.',
  }),
  'unit-not-in-force': (f, { names }) => ({
    what: `${names.unit(f.found)} (${f.found}) was not in force on ${sayDay(f.on, 'en')}; the file does not count.`,
    fix: 'Check the period and the unit, or correct its days in units.csv.',
  }),
  'unit-not-asked': (f, { names }) => ({
    what: `${names.unit(f.found)} is not asked to report in this period; the file does not count.`,
    fix: 'Check the period, or list the unit in programme.yaml.',
  }),
  'unit-ended': (f, { names, unit }) => {
    const ended = `${names.unitUntil(unit, f.until)} ended on ${sayDay(f.until, 'en')} and became part of ${names.unit(f.successor)}`
    if (f.listed.length === 0)
      return {
        what: `${ended}, for which its numbers count.`,
        fix: 'Nothing to do; look again if the new unit has not reported.',
      }
    return {
      what: f.isAdded
        ? `${ended}, which answered ${f.listed.length} indicators (${f.listed.join(', ')}) for the whole period: the old numbers of these are listed, not added; of the others they count for the new unit.`
        : `${ended}, which reported for the whole period: the old numbers are listed, not added.`,
      fix: 'Check that the numbers of the new unit include those of the old one.',
    }
  },
  'unit-ended-unplaced': (f, { names, unit }) => {
    const ended = `${names.unitUntil(unit, f.until)} ended on ${sayDay(f.until, 'en')}, split or nobody knows into what`
    const parent = names.unit(f.parent)
    if (f.parent === null || f.listed.length === 0)
      return {
        what: `${ended}; ${
          f.parent === null
            ? 'its numbers do not count'
            : `what happened in the period counts once at ${parent}, what was there at its end does not`
        }.`,
        fix: 'Ask the new units to report for the whole period, or write the successor into the column into of units.csv.',
      }
    return {
      what: f.isAdded
        ? `${ended}; those it may have gone into answered ${f.listed.length} indicators (${f.listed.join(', ')}) for the whole period: the old numbers of these are listed, not added; what happened in the period of the others counts once at ${parent}, what was there at its end does not.`
        : `${ended}; those it may have gone into, within ${parent}, reported for the whole period: the old numbers are listed, not added.`,
      fix: 'Check that the numbers of the units still there include those of the old one.',
    }
  },
}
