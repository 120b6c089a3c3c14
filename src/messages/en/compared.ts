/** The sentences in English of rules and comparisons. */

import type { Cited, Code, Fault, Quoted } from '../../model.ts'
import { cited, difference } from '../cited.ts'
import { expressionWords } from '../expression.ts'
import type { Messages, Names } from '../index.ts'
import type { Kinds } from '../kinds.ts'
import { markWords } from '../mark.ts'
import { sayNumber, sayPeriod } from '../number.ts'
import { changeOf } from '../times.ts'

const number = (value: number | null): string => (value === null ? 'blank' : sayNumber(value, 'en'))

/** `B10 (second half of 2023) = 15`. */
const quoted = ({ indicator, value, period }: Quoted): string =>
  `${indicator}${period === undefined ? '' : ` (${sayPeriod(period, 'en')})`} = ${number(value)}`

/** Whose answers are the same, and where they stand. */
function others(list: readonly Cited[], names: Names): string {
  const shown = list.slice(0, 3).map((one) => `${names.unit(one.reporter)} (${cited(one)})`)
  return `${shown.join(', ')}${list.length > 3 ? ` … and ${list.length - 3} more units` : ''}`
}

function answers(list: readonly Cited[], names: Names): string {
  const shown = list
    .slice(0, 4)
    .map(
      (one) =>
        `${names.unit(one.reporter)} says ${number(one.value)}${one.file === null ? '' : ` (${cited(one)})`}`,
    )
  return `${shown.join('; ')}${list.length > 4 ? ` … and ${list.length - 4} more` : ''}`
}

function missingNames(list: readonly Cited[], names: Names): string {
  const all = [...new Set(list.map((one) => names.unit(one.reporter)))]
  return `${all.slice(0, 4).join(', ')}${all.length > 4 ? ` … and ${all.length - 4} more` : ''}`
}

/** `D of Xã Hai, N of Xã Ba`. */
function missingAnswers(list: readonly Readonly<{ unit: Code; indicator: Code }>[], names: Names): string {
  const shown = list.slice(0, 6).map((one) => `${one.indicator} of ${names.unit(one.unit)}`)
  return `${shown.join(', ')}${list.length > 6 ? ` … and ${list.length - 6} more answers` : ''}`
}

/** `3 times`, `up 65 % on`, `down 65 % on`. */
function changed(before: number, now: number): string {
  const { kind, size } = changeOf(before, now)
  const words = { times: `${number(size)} times`, up: `up ${number(size)} % on` }
  return { ...words, down: `down ${number(size)} % on`, turned: 'of another sign than in' }[kind]
}

/** What the others did, which is why it is asked. */
function usual({ others, limit }: Extract<Fault, { code: 'jump' }>): string {
  if (others === null) return `a change beyond ${number(limit)} % (too few units yet to tell what is usual)`
  const words: Readonly<Record<string, string>> = { units: 'units', indicators: 'indicators' }
  const who = words[others.among] ?? expressionWords.en.level(others.among)
  return `other ${who} ${others.percent === 0 ? 'hardly changed' : `changed by about ${number(others.percent)} %`}`
}

export const compared: Pick<Messages, Kinds['compared']> = {
  'rule-broken': (f) => ({
    what: `${f.say.en.replace(/[.]$/, '')} (${f.rule}; found ${f.values.map(quoted).join(', ')}).`,
    fix: `Check and correct ${f.values.every((v) => v.cell === null) ? 'the numbers' : `the cells ${f.values.flatMap((v) => v.cell ?? []).join(', ')}`}.`,
  }),
  'total-differs': (f, { names, indicator }) => ({
    what: `${names.indicator(indicator)}: “Toàn địa bàn” says ${number(f.typed)}, ${f.computed === null ? 'against nothing: every unit below answered “x” (not applicable)' : `the units add up to ${number(f.computed)} (difference ${number(difference(f.typed, f.computed))})`}${f.because === null ? '' : `; the difference is exactly the number of ${names.unit(f.because.reporter)} (${cited(f.because)})`}.`,
    fix:
      f.computed === null
        ? 'Delete the typed number, or ask the units that have something to write it in place of “x”. The typed number is not used.'
        : 'Compare with each commune’s report and correct one or the other. The sum is what is used.',
  }),
  'total-below-count': (f, { names, indicator }) => ({
    what: `${names.indicator(indicator)}: “Toàn địa bàn” says ${number(f.typed)}, less than the ${number(f.counted)} already counted although units are missing.`,
    fix: 'Check the typed number. The count is what is used.',
  }),
  'ratio-above-whole': (f, { names, indicator, unit }) => ({
    what: `${names.indicator(indicator)} of ${names.unit(unit)} is ${number(f.value)} %, above 100 %.`,
    fix: 'Check numerator and denominator.',
  }),
  'ratio-unpaired': (f, { names, indicator, unit }) => ({
    what: `${names.indicator(indicator)} of ${names.unit(unit)} is ${number(f.value)} % because ${markWords.en.unpaired}${f.missing.length === 0 ? '' : `; still missing: ${missingAnswers(f.missing, names)}`}.`,
    fix: 'Ask the units that are missing to report both numerator and denominator.',
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
  jump: (f, { names, indicator }) => ({
    what: `${names.indicator(indicator)}: ${number(f.now)} now, ${changed(f.before, f.now)} the same period last year (${number(f.before)})${f.together === null ? '' : `; so ${f.together.count === 1 ? 'is 1 other unit' : `are ${f.together.count} other units`} of ${names.unit(f.together.parent)}`}; ${usual(f)}.`,
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
}
