/** The sentences in English of longer periods and units that change. */

import type { Messages } from '../index.ts'
import type { Kinds } from '../kinds.ts'
import { sayDay, sayNumber } from '../number.ts'

const number = (value: number | null): string => (value === null ? 'blank' : sayNumber(value, 'en'))

export const time: Pick<Messages, Kinds['time']> = {
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
}
