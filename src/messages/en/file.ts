/** The sentences in English of files that are no report, or cannot be read as one. */

import { cellsOfSheets, someOf } from '../cells.ts'
import type { Messages } from '../index.ts'
import type { Kinds } from '../kinds.ts'
import { sayUnreadable } from '../unreadable.ts'

const skipped = {
  lock: 'A temporary file that Excel makes while a report is open; not a report.',
  hidden: 'A hidden file or folder; not a report.',
  output: 'A folder of consolidated results; not a submission.',
  'other-period': 'A folder of another period.',
} as const

const personal = {
  'identity-number': 'an identity number',
  phone: 'a phone number',
  name: 'names of people',
  address: 'addresses',
} as const

export const file: Pick<Messages, Kinds['file']> = {
  'file-unreadable': (f) => sayUnreadable(f.why, f.detail, 'en'),
  'file-not-a-spreadsheet': (f) => ({
    what: `A ${f.kind} file is not a spreadsheet and cannot be consolidated.`,
    fix: 'If it is a report, ask for the Excel form; otherwise it can be ignored.',
  }),
  'file-skipped': (f) => ({
    what: skipped[f.why],
    fix: f.why === 'lock' ? 'Close the report in Excel to be sure that it is saved.' : 'Nothing to do.',
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
}
