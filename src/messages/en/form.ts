/** The sentences in English of the form: its sheets, columns, rows and marks. */

import { someOf } from '../cells.ts'
import { broken, clueEn, periodByEn } from '../identity.ts'
import type { Messages } from '../index.ts'
import type { Kinds } from '../kinds.ts'
import { sayPeriod } from '../number.ts'

export const form: Pick<Messages, Kinds['form']> = {
  'form-unknown': () => ({
    what: 'The file is not a form of this programme (it does not say which form it is).',
    fix: 'Copy the numbers into the form that was sent to the office.',
  }),
  'form-sheet-missing': (f) => ({
    what: `There is no sheet “${f.sheet}”.`,
    fix: 'Give the sheet its name back, or copy the numbers into a blank form.',
  }),
  'form-header-missing': (f) => ({
    what: `There is no column “${f.header}” in the table’s header row${
      f.found.length === 0
        ? ''
        : `; it has strange headers instead: ${someOf(
            f.found.map((one) => `“${one}”`),
            'en',
          )}`
    }.`,
    fix: 'Give the column its name back, or copy the numbers into a blank form.',
  }),
  'form-header-renamed': (f) => ({
    what:
      f.found === null
        ? `There is no column “${f.header}”; rows were told by the names of their indicators, as all of the form’s are there and no two are alike.`
        : `There is no column “${f.header}”; “${f.found}” was read for it, as all the form’s codes are there and no other column can be meant.`,
    fix: 'Check the numbers; use the form that was sent next time, and leave its headers as they are.',
  }),
  'form-column-split': (f) => ({
    what: `The header “${f.header}” stands over several columns: ${f.parts.map((one) => (one.found === '' ? one.column : `${one.column} (“${one.found}”)`)).join(', ')}; which of them is the report is not known, and none counts.`,
    fix: 'Keep one column “Kỳ báo cáo” with what was done in the period, unmerge its header, and send it again.',
  }),
  'form-column-added': (f) => ({
    what: `The table has more than the form: ${f.columns.map((one) => `column “${one.header}” (${someOf(one.cells, 'en', 3)})`).join(', ')}; its numbers are not read.`,
    fix: 'Nothing to do where the answers stand under “Kỳ báo cáo”.',
  }),
  'form-table-unread': (f) => ({
    what: `Rows ${f.from}–${f.until} are another table, without a column “Kỳ báo cáo”${
      f.found.length === 0
        ? ''
        : ` (it has ${someOf(
            f.found.map((one) => `“${one}”`),
            'en',
            3,
          )})`
    }; its numbers are not read.`,
    fix: 'Nothing to do where it is no report; else copy its numbers into the form’s table.',
  }),
  'form-column-renamed': (f) => ({
    what: `Column “${f.header}” is that of ${f.expected}, but the name above says “${f.found}”; whose numbers it holds is not clear, so it does not count.`,
    fix: 'Check whose numbers the column holds; set name and code as they are on the form.',
  }),
  'form-row-missing': (_f, { names, indicator }) => ({
    what: `The form lacks the row of ${names.indicator(indicator)}.`,
    fix: 'Add the row with its code, or copy the numbers into a blank form.',
  }),
  'form-row-twice': (f, { names, indicator }) => ({
    what: `${names.indicator(indicator)} has ${f.cells.length} rows with the same code (${f.cells.join(', ')})${
      f.found.length === 0
        ? '; they do not differ, and the answer counts once.'
        : ` that differ: ${f.found.map((one) => `${one.text === '' ? 'blank' : `“${one.text}”`} (${one.cell})`).join(', ')}; which one is right is not known, and none counts.`
    }`,
    fix:
      f.found.length === 0
        ? 'Delete the row too many.'
        : 'Keep the row that is right, delete the other or mend its code, and send it again.',
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
  'form-blank': () => ({
    what: 'Nothing is filled in; the unit counts as not having reported.',
    fix: 'Ask the unit to fill in the form and send it again; none is written as 0.',
  }),
  'form-consolidated': () => ({
    what: 'The file is a consolidated workbook, not the report of one unit; it does not count.',
    fix: 'A consolidated workbook is read in the folder of its period only; if it is there, ask its sender to make it again.',
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
  'form-sheet-empty-entry': (f) => ({
    what: `The file still lists the hidden ${f.sheets.length > 1 ? 'sheets' : 'sheet'} ${f.sheets.map((name) => `“${name}”`).join(', ')} without content, as old macros leave behind; everything on the other sheets is read.`,
    fix: 'Nothing to do.',
  }),
  'form-hidden': (f) => ({
    what: `There are answers in ${[f.rows.length > 0 ? `hidden rows ${someOf(f.rows, 'en')}` : '', f.columns.length > 0 ? `hidden columns ${someOf(f.columns, 'en')}` : ''].filter((part) => part !== '').join(' and ')}; they count.`,
    fix: 'Clear the filter or show them, and check these numbers.',
  }),
  'text-outside-form': (f) => ({
    what: `The sheet “Thuyết minh” has words outside the cells for answers (${someOf(f.cells, 'en')}); they are not read.`,
    fix: 'Move them beside the right question.',
  }),
  'value-far-away': (f) => ({
    what: `Outside the form there ${f.count === 1 ? 'is 1 cell' : `are ${f.count} cells`} with something in; it is not read.`,
    fix: 'Nothing to do where these are no answers; better delete them.',
  }),
  'value-outside-form': (f, { names, indicator }) => ({
    what:
      indicator !== null
        ? `A cell of ${names.indicator(indicator)} that is not to be filled holds “${f.found}”; it does not count.`
        : `Cells that are not to be filled (${someOf(f.cells, 'en')}) hold something (“${f.found}”…); it does not count.`,
    fix: 'Delete it, or move it to the right cell.',
  }),
}
