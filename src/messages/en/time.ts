/** The sentences in English of longer periods and units that change. */

import type { Fault } from '../../model.ts'
import type { Messages } from '../index.ts'
import type { Kinds } from '../kinds.ts'
import { sayDay, sayNumber, sayPeriod } from '../number.ts'

const number = (value: number | null): string => (value === null ? 'blank' : sayNumber(value, 'en'))

type Parts = Extract<Fault, { code: 'parts-differ' }>

const each = ({ parts }: Parts): string =>
  parts.map(({ period, value }) => `the ${sayPeriod(period, 'en')} says ${number(value)}`).join('; ')

const shouldBe = (f: Parts): string =>
  `the whole period says ${number(f.whole)}, but by its parts (${each(f)}) it must be ${number(f.least)}`

/** What the answers of the parts say of the whole, by how they come to it. */
const differs: Readonly<Record<Parts['by'], (f: Parts) => string>> = {
  sum: (f) =>
    `the whole period says ${number(f.whole)}, its parts (${f.parts.map((one) => number(one.value)).join(' + ')}) come to ${number(f.most)}`,
  ask: (f) =>
    `the whole period says ${number(f.whole)}, but by its parts (${f.parts.map((one) => number(one.value)).join('; ')}) it must lie between ${number(f.least)} and ${number(f.most)}`,
  last: (f) => `the whole period says ${number(f.whole)}, but ${each(f)} for the same last day`,
  first: (f) => `the whole period says ${number(f.whole)}, but ${each(f)} for the same first day`,
  any: shouldBe,
  min: shouldBe,
  max: shouldBe,
  rising: (f) =>
    `it counts since the programme began and cannot fall from period to period: ${each(f)}; the whole period says ${number(f.whole)}`,
}

export const time: Pick<Messages, Kinds['time']> = {
  'parts-differ': (f, { names, indicator }) => ({
    what: `${names.indicator(indicator)}: ${differs[f.by](f)}.`,
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
