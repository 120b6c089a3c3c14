/** The sentences of all findings in English. */

import type { Cited, Difference, Quoted } from '../model.ts'
import { cellsOfSheets, formulasSaid, someOf } from './cells.ts'
import { cited, difference } from './cited.ts'
import { broken, clueEn, meant, periodByEn } from './identity.ts'
import type { Messages, Names } from './index.ts'
import { sayDay, sayNumber, sayPeriod } from './number.ts'
import { sayUnreadable } from './unreadable.ts'

const number = (value: number | null): string => (value === null ? 'blank' : sayNumber(value, 'en'))

/** `B10 (second half of 2023) = 15`. */
const quoted = ({ indicator, value, period }: Quoted): string =>
  `${indicator}${period === undefined ? '' : ` (${sayPeriod(period, 'en')})`} = ${number(value)}`

/** Whose answers are the same, and where they stand. */
function others(list: readonly Cited[], names: Names): string {
  const shown = list.slice(0, 3).map((one) => `${names.unit(one.reporter)} (${cited(one)})`)
  return `${shown.join(', ')}${list.length > 3 ? ` … and ${list.length - 3} more units` : ''}`
}

const skipped = {
  lock: 'A temporary file that Excel makes while a report is open; not a report.',
  hidden: 'A hidden file or folder; not a report.',
  output: 'A folder of consolidated results; not a submission.',
  'other-period': 'A folder of another period.',
} as const

function answers(list: readonly Cited[], names: Names): string {
  const shown = list
    .slice(0, 4)
    .map(
      (one) =>
        `${names.unit(one.reporter)} says ${number(one.value)}${one.file === null ? '' : ` (${cited(one)})`}`,
    )
  return `${shown.join('; ')}${list.length > 4 ? ` … and ${list.length - 4} more` : ''}`
}

function listed(differences: readonly Difference[]): string {
  if (differences.length === 0) return ''
  const shown = differences
    .slice(0, 5)
    .map(
      (one) =>
        `${one.indicator}${one.cell === null ? '' : ` in ${one.cell}`}: ${number(one.before)} → ${number(one.after)}`,
    )
  return ` (${shown.join('; ')}${differences.length > 5 ? `; … and ${differences.length - 5} more` : ''})`
}

function missingNames(list: readonly Cited[], names: Names): string {
  const all = [...new Set(list.map((one) => names.unit(one.reporter)))]
  return `${all.slice(0, 4).join(', ')}${all.length > 4 ? ` … and ${all.length - 4} more` : ''}`
}

const unused = {
  'file-not-found': 'there is no such file in the folder',
  'unit-unknown': 'there is no such unit in the period',
  'rule-not-broken': 'the unit does not break this rule',
  'nothing-to-adopt': 'there is no check value to adopt',
  'authority-answered': 'the authority has answered',
  'reporter-unknown': 'there is no such reporter',
  'not-late': 'the unit is not late',
} as const

const personal = {
  'identity-number': 'an identity number',
  phone: 'a phone number',
  name: 'names of people',
  address: 'addresses',
} as const

export const en: Messages = {
  'file-unreadable': (f) => sayUnreadable(f.why, f.detail, 'en'),
  'file-not-a-spreadsheet': (f) => ({
    what: `A ${f.kind} file is not a spreadsheet and cannot be consolidated.`,
    fix: 'If it is a report, ask for the Excel form; otherwise it can be ignored.',
  }),
  'file-skipped': (f) => ({
    what: skipped[f.why],
    fix: f.why === 'lock' ? 'Close the report in Excel to be sure that it is saved.' : 'Nothing to do.',
  }),
  'form-unknown': () => ({
    what: 'The file is not a form of this programme (it does not say which form it is).',
    fix: 'Copy the numbers into the form that was sent to the office.',
  }),
  'form-sheet-missing': (f) => ({
    what: `There is no sheet “${f.sheet}”.`,
    fix: 'Give the sheet its name back, or copy the numbers into a blank form.',
  }),
  'form-header-missing': (f) => ({
    what: `There is no column “${f.header}” in the table’s header row.`,
    fix: 'Give the column its name back, or copy the numbers into a blank form.',
  }),
  'form-column-renamed': (f) => ({
    what: `Column “${f.header}” is that of ${f.expected}, but the name above says “${f.found}”; its numbers count for ${f.expected} by the code.`,
    fix: 'Check whose numbers the column holds; set name and code as they are on the form.',
  }),
  'form-row-missing': (_f, { names, indicator }) => ({
    what: `The form lacks the row of ${names.indicator(indicator)}.`,
    fix: 'Add the row with its code, or copy the numbers into a blank form.',
  }),
  'form-row-twice': (f, { names, indicator }) => ({
    what: `${names.indicator(indicator)} has two rows with the same code; only the first (cell ${f.first}) counts${f.other === null ? '' : `, and the other holds something else: “${f.other}”`}.`,
    fix: f.other === null ? 'Delete the row too many.' : 'Delete one of the two, keep the one that is right.',
  }),
  'form-code-unknown': (f, { cell }) => ({
    what:
      f.cells.join() === cell
        ? `The code “${f.found}” is not on this unit’s form; the numbers of that row do not count.`
        : `The codes in ${someOf(f.cells, 'en')} (“${f.found}”…) are not on this unit’s form; the numbers of those rows do not count.`,
    fix: 'Correct the code, or delete the row.',
  }),
  'form-version': (f) => ({
    what: `The form is an older one.${f.lacks.length === 0 ? ' It lacks nothing that is asked now.' : ` It lacks ${f.lacks.join(', ')}, which count as not reported.`}${f.more.length === 0 ? '' : ` It also has ${f.more.join(', ')}, which do not count.`}`,
    fix:
      f.lacks.length === 0
        ? 'Use the new form next time.'
        : 'Ask the unit to fill in what is missing on the new form and send it again.',
  }),
  'form-several': (f) => ({
    what: `The workbook holds several forms, on the sheets ${f.sheets.map((one) => `“${one}”`).join(', ')}; the file does not count.`,
    fix: 'Split it, one file for each unit; if they are copies of one form, keep one sheet only.',
  }),
  'form-sheet-renamed': (f, { sheet }) => ({
    what: `There is no sheet “${f.wanted}”; the numbers were read from “${sheet}”, which has the form’s codes.`,
    fix: 'Check that it is the right sheet; do not rename sheets next time.',
  }),
  'form-sheets-ignored': (f, { sheet }) => ({
    what: `More sheets look like the form: ${f.others.map((one) => `“${one}”`).join(', ')}; only “${sheet}” was read.`,
    fix: 'Check that it is the right sheet, then delete the others.',
  }),
  'form-guessed': (f, { names, unit, sheet }) => ({
    what: `${broken.en(f.broken)} Taken as the report of ${names.unit(unit)} (${unit}) for ${sayPeriod(f.period, 'en')}, because ${[
      ...f.clues.map((clue) => clueEn(clue)),
      periodByEn[f.periodBy.by](f.periodBy.found),
      `the sheet “${sheet}” has ${f.codes} of the ${f.asked} codes of the unit’s form`,
    ].join('; ')}.`,
    fix: 'Check unit and period. If they are wrong, put the unit’s code at the start of the file name, or copy the numbers into the form that was sent.',
  }),
  'unit-unclear': (f, { names }) => ({
    what:
      f.clues.length === 0
        ? 'The file holds numbers on the form’s codes but does not say whose they are; it does not count.'
        : `It is not clear whose report this is: ${f.clues.map((clue) => `${clueEn(clue)}, ${meant(clue, names, 'en')}`).join('; ')}. The file does not count.`,
    fix: 'Put the unit’s code (see units.csv) at the start of the file name, or ask the unit to use its own form.',
  }),
  'unit-contradicted': (f, { names, unit }) => ({
    what: `The form counts for ${names.unit(unit)} (${unit}) ${f.isByMeta ? 'by what the form says of itself' : 'by the code in the file name'}, but ${f.clues.map((clue) => `${clueEn(clue)}, ${meant(clue, names, 'en')}`).join('; ')}.`,
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
  'form-blank': () => ({
    what: 'Nothing is filled in; the unit counts as not having reported.',
    fix: 'Ask the unit to fill in the form and send it again; none is written as 0.',
  }),
  'form-consolidated': () => ({
    what: 'The file is a consolidated workbook, not the report of one unit; it does not count.',
    fix: 'A consolidated workbook is read in the folder of its period only; if it is there, ask its sender to make it again.',
  }),
  'container-read': (f) => ({
    what: `A consolidated workbook from below: ${f.submissions} reports were taken out of it, its own totals add nothing${f.leftOut.length === 0 ? '' : `; its sender left out ${f.leftOut.length} files: ${someOf(f.leftOut, 'en', 4)}`}${f.hasDecisions ? `; its sender took decisions in decisions.yaml, of which ${f.waivers} waivers hold here` : ''}.`,
    fix:
      f.leftOut.length === 0 && !f.hasDecisions
        ? 'Nothing to do.'
        : 'Nothing to do if you agree with its sender.',
  }),
  'container-rows-unread': (f) => ({
    what: `Of the sheet Nguồn ${f.cells.length} rows belong to no report of the consolidated workbook (${someOf(f.cells, 'en')}); they do not count.`,
    fix: 'The sheet Nguồn was changed; ask the sender to make the workbook again.',
  }),
  'container-total-differs': (f, { names, indicator }) => ({
    what: `The consolidated workbook says ${number(f.found)} for ${names.indicator(indicator)}, but its sheet Nguồn comes to ${number(f.computed)}.`,
    fix: 'Its numbers may have been changed; the sheet Nguồn is what counts here. Please ask its sender.',
  }),
  'value-unreadable-below': (f) => ({
    what: `The answer in cell ${f.cell} of the original report could not be read by the office below; it counts as not given.`,
    fix: 'Ask the unit to mend that cell and to send the report again.',
  }),
  'form-row-uncoded': (f, { cell }) => ({
    what:
      f.cells.join() === cell
        ? `A row holds “${f.found}” but has no code; the number does not count.`
        : `Rows with numbers in ${someOf(f.cells, 'en')} have no code; the numbers do not count.`,
    fix: 'Write the indicator’s code under “Mã số”, or delete the row.',
  }),
  'meta-broken': (f) => ({
    what: `What the form says of itself is wrong: ${f.key} is “${f.found}”.`,
    fix: 'Copy the numbers into the blank form that was sent to the office.',
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
  'unit-ended': (f, { names, unit }) => ({
    what: f.isCovered
      ? `${names.unitUntil(unit, f.until)} ended on ${sayDay(f.until, 'en')} and became part of ${names.unit(f.successor)}, which reported for the whole period: the old numbers are listed, not added.`
      : `${names.unitUntil(unit, f.until)} ended on ${sayDay(f.until, 'en')} and became part of ${names.unit(f.successor)}, for which its numbers count.`,
    fix: f.isCovered
      ? 'Check that the numbers of the new unit include those of the old one.'
      : 'Nothing to do; look again if the new unit has not reported.',
  }),
  'unit-ended-unplaced': (f, { names, unit }) => ({
    what: `${names.unitUntil(unit, f.until)} ended on ${sayDay(f.until, 'en')}, split or nobody knows into what; ${
      f.parent === null
        ? 'its numbers do not count'
        : `what happened in the period counts once at ${names.unit(f.parent)}, what was there at its end does not`
    }.`,
    fix: 'Ask the new units to report for the whole period, or write the successor into the column into of units.csv.',
  }),
  'submission-missing': (f, { names, unit }) => ({
    what: `No report from ${names.unit(unit)}.`,
    fix:
      f.deadline === null
        ? 'Contact the unit.'
        : `Contact the unit; the deadline is ${sayDay(f.deadline, 'en')}.`,
  }),
  'submission-copy': (f) => ({
    what: `The file is identical to “${f.of}”; one of them counts.`,
    fix: 'Nothing to do; the copy can be deleted.',
  }),
  'submission-superseded': (f) => ({
    what: `${f.isPreferred ? `By a decision in decisions.yaml “${f.by}” counts` : `Revision ${f.revision} (“${f.by}”) replaces this file`} and differs in ${f.differences.length} cells${listed(f.differences)}; this file does not count.`,
    fix: f.isPreferred
      ? 'Nothing to do if the decision is right.'
      : 'Nothing to do if the later revision is right.',
  }),
  'submission-conflict': (f) => ({
    what: `Two files of one unit and one revision differ: this one and “${f.with}”${listed(f.differences)}. Neither counts yet.`,
    fix: 'Ask the unit which one is right; take the wrong one away or raise “Lần báo cáo” in the right one.',
  }),
  'received-unknown': () => ({
    what: '“Ngày báo cáo” is blank, so it is not known whether the report was on time; counted as on time.',
    fix: 'Remind the office to fill in “Ngày báo cáo”.',
  }),
  'received-unreadable': (f) => ({
    what: `“Ngày báo cáo” holds “${f.found}”, which is not a day.`,
    fix: 'Write day/month/year, such as 14/6/2024.',
  }),
  'received-outside': (f) => ({
    what: `“Ngày báo cáo” is ${sayDay(f.found, 'en')}, not between the start of the period and the day of the run.`,
    fix: 'Check the day, month and year.',
  }),
  'revision-unreadable': (f) => ({
    what: `“Lần báo cáo” holds “${f.found}”, which is not a revision number; counted as 1.`,
    fix: 'Write 1, 2, 3…',
  }),
  'value-missing': (_f, { names, indicator }) => ({
    what: `${names.indicator(indicator)} is blank; a blank is not taken for 0.`,
    fix: 'Fill in the number; write 0 if there was none.',
  }),
  'value-not-a-number': (f, { names, indicator }) => ({
    what: `${names.indicator(indicator)} must be a number, but the cell holds “${f.found}”.`,
    fix:
      f.contains.length === 0
        ? 'Write it in digits.'
        : f.contains.length === 1
          ? `Leave the number only, without words and measure; if it is ${number(f.contains[0] ?? null)}, write ${number(f.contains[0] ?? null)}.`
          : `Write one number; the cell holds ${f.contains.map(number).join(' and ')}.`,
  }),
  'value-ambiguous': (f, { names, indicator }) => ({
    what: `${names.indicator(indicator)} holds “${f.found}”, which may mean ${f.readings.map(number).join(' or ')}.`,
    fix: 'Type the number again without separators of thousands.',
  }),
  'value-not-whole': (f, { names, indicator }) => ({
    what:
      f.decimals === 0
        ? `${names.indicator(indicator)} must be a whole number, but the cell holds “${f.found}”.`
        : `${names.indicator(indicator)} has at most ${f.decimals} decimals, but the cell holds “${f.found}”.`,
    fix: 'Check and write the number again.',
  }),
  'value-too-small': (f, { names, indicator }) => ({
    what: `${names.indicator(indicator)} must not be below ${number(f.min)}, but the cell holds “${f.found}”.`,
    fix: 'Check and write the number again.',
  }),
  'value-too-large': (f, { names, indicator }) => ({
    what: `${names.indicator(indicator)} must not be above ${number(f.max)}, but the cell holds “${f.found}”.`,
    fix: 'Check and write the number again.',
  }),
  'value-not-flag': (f, { names, indicator }) => ({
    what: `${names.indicator(indicator)} is 1 (yes) or 0 (no), but the cell holds “${f.found}”.`,
    fix: 'Write 1 for yes, 0 for no.',
  }),
  'value-date': (f, { names, indicator }) => ({
    what: `Excel turned the cell of ${names.indicator(indicator)} into the date ${f.found}; “${f.typed}” may have been typed.`,
    fix: 'Format the cell as a number and type it again.',
  }),
  'value-error': (f, { names, indicator }) => ({
    what: `The cell of ${names.indicator(indicator)} shows the error ${f.found}.`,
    fix: 'Delete the formula and write the number.',
  }),
  'value-uncached': (_f, { names, indicator }) => ({
    what: `The cell of ${names.indicator(indicator)} is a formula without a result, so its value is not known.`,
    fix: 'Open the file in Excel, save and send it again; or write the number in place of the formula.',
  }),
  'value-converted': (f, { names, indicator }) => ({
    what: `${names.indicator(indicator)} holds the text “${f.found}”, read as ${number(f.value)}.`,
    fix: 'Nothing to do if that is right; write a number next time.',
  }),
  'form-column-twice': (f) => ({
    what: f.isRead
      ? `Two columns are headed “${f.header}”; only the first (cell ${f.first}) is read.`
      : `Two columns are headed “${f.header}” (the other in cell ${f.first}), and which one is right is not known; neither counts.`,
    fix: 'Delete the column too many, keep the one that is right, and send it again.',
  }),
  'form-name-changed': (f) => ({
    what:
      f.cells.length === 1
        ? `The name of an indicator was changed to “${f.found}” (the form says “${f.expected.en}”); the number counts by its code.`
        : `Names of indicators were changed (${someOf(f.cells, 'en')}), for example to “${f.found}” (the form says “${f.expected.en}”); the numbers count by their codes.`,
    fix: 'Check that the number is of the indicator on the form.',
  }),
  'form-measure-changed': (f, { names, indicator }) => ({
    what: `The measure of ${names.indicator(indicator)} was changed to “${f.found}”; the form asks for “${f.expected.en}”. The number may be in another measure, and counts as ${f.expected.en}.`,
    fix: `Check it; the number must be in ${f.expected.en}.`,
  }),
  'form-check-overwritten': (f) => ({
    what: `The formulas of the column “Kiểm tra” were overwritten in ${someOf(f.cells, 'en')}; everything is checked again anyway.`,
    fix: 'Nothing to do; use the new form next time.',
  }),
  'form-unprotected': () => ({
    what: 'The sheet “Số liệu” is no longer protected; locked cells may have been changed.',
    fix: 'Nothing to do where nothing else was found; use the new form next time.',
  }),
  'form-sheet-extra': (f) => ({
    what: `The file has more sheets: ${f.sheets.map((name) => `“${name}”`).join(', ')}; they are not read.`,
    fix: 'Nothing to do where all numbers are on “Số liệu”.',
  }),
  'form-hidden': (f) => ({
    what: `There are answers in ${[f.rows.length > 0 ? `hidden rows ${someOf(f.rows, 'en')}` : '', f.columns.length > 0 ? `hidden columns ${someOf(f.columns, 'en')}` : ''].filter((part) => part !== '').join(' and ')}; they count.`,
    fix: 'Clear the filter or show them, and check these numbers.',
  }),
  'form-macros': () => ({
    what: 'The file holds macros; they are never run, and the numbers are read.',
    fix: 'Ask the office where they are from; save as .xlsx next time.',
  }),
  'form-links': (f) => ({
    what: `The file is linked to other files: ${someOf(f.links, 'en', 3)}; links are not followed.`,
    fix: 'Ask the office to break the links (Data › Edit Links › Break Link).',
  }),
  'legacy-font': (f) => ({
    what: `Text in ${f.encodings.join(', ')} fonts was put into Unicode${f.isGuess ? ' (guessed from its letters, since the file does not tell its fonts)' : ''}: ${cellsOfSheets(f.cells, 'en')}.`,
    fix: f.isGuess
      ? 'Look at these cells; use a Unicode font and save as .xlsx next time.'
      : 'Nothing to do; use a Unicode font such as Times New Roman next time.',
  }),
  'legacy-font-suspected': (f) => ({
    what: `Some text looks like ${f.encodings.join(', ')} but is not in such a font, and was left as it is: ${cellsOfSheets(f.cells, 'en')}.`,
    fix: 'Type these cells again in a Unicode font such as Times New Roman.',
  }),
  'personal-data': (f) => ({
    what: `There are signs of personal data (${personal[f.kind]}) in ${someOf(f.cells, 'en')}; the file is refused and nothing in it is used.`,
    fix: 'Ask the office to remove the personal data and send it again; do not pass the file on.',
  }),
  'value-money-scale': (f, { names, indicator }) => ({
    what: `${names.indicator(indicator)} is asked in million đồng, but the cell holds “${f.found}”, perhaps in đồng (then it is ${number(f.inMillions)} million); it counts as ${number(f.value)} million đồng.`,
    fix: `Check it; if it is in đồng, write ${number(f.inMillions)}.`,
  }),
  'value-shown-otherwise': (f, { names, indicator }) => ({
    what: f.isHidden
      ? `The cell of ${names.indicator(indicator)} holds ${f.found}, but its format hides the number; it counts.`
      : `The cell of ${names.indicator(indicator)} holds ${f.found}, but its format shows thousands only; ${f.found} counts.`,
    fix: 'Format the cell as a plain number and check what stands in it.',
  }),
  'text-outside-form': (f) => ({
    what: `The sheet “Thuyết minh” has words outside the cells for answers (${someOf(f.cells, 'en')}); they are not read.`,
    fix: 'Move them beside the right question.',
  }),
  'value-huge': (f, { names, indicator }) => ({
    what: `${names.indicator(indicator)} holds a very large number (“${f.found}”), perhaps another one pasted by mistake; it counts as ${number(f.value)}.`,
    fix: 'Check and write the number again; never write telephone or identity numbers into the form.',
  }),
  'value-formula': (f) => ({
    what: f.isExternal
      ? `Numbers are formulas that reach into another file${f.links.length === 0 ? '' : ` (${someOf(f.links, 'en', 3)})`}: ${formulasSaid(f.formulas, 'en')}; the results in the file count, and cannot be checked.`
      : `Numbers are formulas: ${formulasSaid(f.formulas, 'en')}; the results in the file count, and may be out of date.`,
    fix: 'Check them; write numbers next time.',
  }),
  'value-merged': (f, { names, indicator }) => ({
    what: `The cells ${f.range} are merged; only the first is read, so that ${names.indicator(indicator)} and others under it have no number.`,
    fix: 'Unmerge the cells, write each number, and send it again.',
  }),
  'value-far-away': (f) => ({
    what: `Outside the form there ${f.count === 1 ? 'is 1 cell' : `are ${f.count} cells`} with something in; it is not read.`,
    fix: 'Nothing to do where these are no answers; better delete them.',
  }),
  'value-x-unexplained': (_f, { names, indicator }) => ({
    what: `${names.indicator(indicator)} holds “x” (not applicable) without a reason; taken as blank.`,
    fix: 'Give the reason under Ghi chú, or write the number.',
  }),
  'value-outside-form': (f, { names, indicator }) => ({
    what:
      indicator !== null
        ? `A cell of ${names.indicator(indicator)} that is not to be filled holds “${f.found}”; it does not count.`
        : `Cells that are not to be filled (${someOf(f.cells, 'en')}) hold something (“${f.found}”…); it does not count.`,
    fix: 'Delete it, or move it to the right cell.',
  }),
  'rule-broken': (f) => ({
    what: `${f.say.en.replace(/[.]$/, '')} (${f.rule}; found ${f.values.map(quoted).join(', ')}).`,
    fix: `Check and correct ${f.values.every((v) => v.cell === null) ? 'the numbers' : `the cells ${f.values.flatMap((v) => v.cell ?? []).join(', ')}`}.`,
  }),
  'total-differs': (f, { names, indicator }) => ({
    what: `${names.indicator(indicator)}: “Toàn địa bàn” says ${number(f.typed)}, the units add up to ${number(f.computed)} (difference ${number(difference(f.typed, f.computed))})${f.because === null ? '' : `; the difference is exactly the number of ${names.unit(f.because.reporter)} (${cited(f.because)})`}.`,
    fix: 'Compare with each commune’s report and correct one or the other. The sum is what is used.',
  }),
  'total-below-count': (f, { names, indicator }) => ({
    what: `${names.indicator(indicator)}: “Toàn địa bàn” says ${number(f.typed)}, less than the ${number(f.counted)} already counted although units are missing.`,
    fix: 'Check the typed number. The count is what is used.',
  }),
  'ratio-above-whole': (f, { names, indicator, unit }) => ({
    what: `${names.indicator(indicator)} of ${names.unit(unit)} is ${number(Math.round(f.value * 100) / 100)} %, above 100 %.`,
    fix: 'Check numerator and denominator.',
  }),
  'check-differs': (f, { names, indicator, unit }) => ({
    what: `${names.indicator(indicator)} in ${names.unit(unit)}: the authority’s ${number(f.own)}, the check ${number(f.check)} (${answers([...f.checks, ...f.authority], names)})${f.because === null ? '' : `; the difference is exactly the number of ${names.unit(f.because.reporter)} (${cited(f.because)})`}.`,
    fix: 'Ask the offices to compare. The authority’s number is what is used.',
  }),
  'check-incomplete': (f, { names, indicator, unit }) => ({
    what: `${names.indicator(indicator)} in ${names.unit(unit)} cannot be compared yet: ${missingNames(f.missing, names)} has not answered.`,
    fix: 'Nothing to do; it is compared once all have answered.',
  }),
  'check-authority-absent': (f, { names, indicator, unit }) => ({
    what: `${names.indicator(indicator)} in ${names.unit(unit)}: ${names.unit(f.authority)} has no number; the check value is ${number(f.check)} (${answers(f.checks, names)}).`,
    fix: f.checks.some((one) => one.about === unit)
      ? `Contact ${names.unit(f.authority)}; to use the check value, write an adopt decision into decisions.yaml.`
      : `Contact ${names.unit(f.authority)}.`,
  }),
  'parts-differ': (f, { names, indicator }) => ({
    what:
      f.most === null
        ? `${names.indicator(indicator)}: the whole period says ${number(f.whole)}, its parts (${f.parts.map((one) => number(one.value)).join(' + ')}) come to ${number(f.sum)}.`
        : `${names.indicator(indicator)}: the whole period says ${number(f.whole)}, but by its parts (${f.parts.map((one) => number(one.value)).join('; ')}) it must lie between ${number(f.most)} and ${number(f.sum)}.`,
    fix: 'Compare the periods; if it is right, say why under Ghi chú. The number for the whole period is used.',
  }),
  'derived-negative': (f, { names, indicator, unit }) => ({
    what: `${names.indicator(indicator)} of ${names.unit(unit)}: the year says ${number(f.year)}, less than its first half ${number(f.first)}; the second half cannot be derived.`,
    fix: 'Compare both reports and correct the one that is wrong.',
  }),
  'not-composed': (f) => ({
    what: `${f.indicators.length} indicators do not add up over shorter periods, since the same would be counted twice: ${f.indicators.join(', ')}. They are blank where nobody reported for the whole period.`,
    fix: 'Ask for these indicators for the whole period.',
  }),
  'territory-changed': (f, { names, unit }) => ({
    what: `The territory of ${names.unit(unit)} changed on ${sayDay(f.on, 'en')}, so that periods before and after do not add up: ${f.indicators.join(', ')} stay blank.`,
    fix: 'Nothing to do; to have numbers, ask for reports on the whole period within the new territory.',
  }),
  jump: (f, { names, indicator }) => ({
    what: `${names.indicator(indicator)}: ${number(f.now)} now, ${number(f.before)} in the same period last year, a change beyond ${number(f.limit)} %.`,
    fix: 'Check it; if it is right, give the reason under Ghi chú.',
  }),
  'copied-from-last-year': (f) => ({
    what: `The whole group ${f.group} (${f.indicators.join(', ')}) equals the same period of last year.`,
    fix: 'Ask the unit to confirm that these are new numbers, not copied ones.',
  }),
  'zero-after': (f, { names, indicator }) => ({
    what: `${names.indicator(indicator)}: 0 now, ${number(f.before)} in the ${sayPeriod(f.period, 'en')}.`,
    fix: 'Check it; leave it blank if there is no number yet, or if it is 0, give the reason under Ghi chú.',
  }),
  'copied-from-neighbour': (f, { names }) => ({
    what: `The whole ${f.groups.length === 1 ? 'group' : 'groups'} ${f.groups.join(', ')} (${f.indicators.join(', ')}) ${f.groups.length === 1 ? 'equals' : 'equal'} that of ${others(f.others, names)}.`,
    fix: 'Ask the unit to check; if these are its own numbers, say so under Ghi chú.',
  }),
  outlier: (f, { names, indicator }) => ({
    what: `${names.indicator(indicator)}: ${number(f.value)} is far from the ${f.count} other units of ${names.unit(f.parent)} (median ${number(f.median)}, usually ${number(f.low)} to ${number(f.high)}).`,
    fix: 'Check the number and its unit of measure; if it is right, give the reason under Ghi chú.',
  }),
  'last-year-unread': (f) => ({
    what: `Of the same period last year ${f.files.length} files could not be counted: ${f.files.slice(0, 4).join('; ')}${f.files.length > 4 ? ` … and ${f.files.length - 4} more` : ''}. Comparisons may lack them.`,
    fix: 'Consolidate last year’s folder by itself to see why.',
  }),
  'decision-void': (f) => ({
    what: `The decision “${f.verb}” no longer holds because the file has changed (its SHA-256 is ${f.found.slice(0, 12)}…, the decision says ${f.wanted.slice(0, 12)}…).`,
    fix: 'Look at the file again, then correct or delete the decision in decisions.yaml.',
  }),
  'decision-unused': (f) => ({
    what: `The decision “${f.verb}” about “${f.subject}” does nothing: ${unused[f.why]}.`,
    fix: 'Correct or delete it in decisions.yaml.',
  }),
  'submission-excluded': (f) => ({
    what: `The file does not count by decision of ${f.by}: ${f.why}.`,
    fix: 'Nothing to do; see decisions.yaml.',
  }),
}
