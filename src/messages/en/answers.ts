/** The sentences in English of single answers. */

import type { Fault } from '../../model.ts'
import { formulasSaid, someOf } from '../cells.ts'
import type { Messages } from '../index.ts'
import type { Kinds } from '../kinds.ts'
import { sayNumber } from '../number.ts'

const number = (value: number | null): string => (value === null ? 'blank' : sayNumber(value, 'en'))

export const answers: Pick<Messages, Kinds['answers']> = {
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
  'value-money-scale': (f, { names, indicator }) => ({
    what: `${names.indicator(indicator)} is asked in million đồng, but the cell holds “${f.found}”${besideOf(f)}, perhaps in ${f.times === 1000 ? 'thousand đồng' : 'đồng'} (then it is ${number(f.inMillions)} million).`,
    fix: `Check it; if the measure was mistaken write ${number(f.inMillions)}, if it is right say so under Ghi chú.`,
  }),
  'value-shown-otherwise': (f, { names, indicator }) => ({
    what: f.isHidden
      ? `The cell of ${names.indicator(indicator)} holds ${f.found}, but its format hides the number; it counts.`
      : `The cell of ${names.indicator(indicator)} holds ${f.found}, but its format shows thousands only; ${f.found} counts.`,
    fix: 'Format the cell as a plain number and check what stands in it.',
  }),
  'value-huge': (f, { names, indicator }) => ({
    what: `${names.indicator(indicator)} holds a very large number (“${f.found}”), perhaps another one pasted by mistake.`,
    fix: 'Check and write the number again, or say under Ghi chú that it is right; never write telephone or identity numbers into the form.',
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
  'value-x-unexplained': (_f, { names, indicator }) => ({
    what: `${names.indicator(indicator)} holds “x” (not applicable) without a reason; taken as blank.`,
    fix: 'Give the reason under Ghi chú, or write the number.',
  }),
}

/** What the amount is so far from, in brackets; nothing where its own size says enough. */
function besideOf({ before, usual }: Extract<Fault, { code: 'value-money-scale' }>): string {
  const known = [
    ...(before === null ? [] : [`last year ${number(before)}`]),
    ...(usual === null ? [] : [`others about ${number(usual)}`]),
  ]
  return known.length === 0 ? '' : ` (${known.join(', ')})`
}
