/**
 * Findings → sentences. Findings carry facts; every word people read stands in this folder.
 *
 * A sentence first says what is wrong, with the value as found; then one thing to do; no blame, no jargon.
 */

import type { Code, Day, Fault, Finding, Lang, Period, Programme, Severity, Tree } from '../model.ts'
import { firstDay } from '../period.ts'
import { beganWithin } from '../units.ts'
import { en } from './en.ts'
import { sayDay } from './number.ts'
import { vi } from './vi.ts'

/** What is wrong, and what to do. */
export type Sentence = Readonly<{ what: string; fix: string }>

/** What codes are called in one language. */
export type Names = Readonly<{
  lang: Lang
  /** Code and name as printed on the form: `C01 (Tổng số cơ sở…)`; the code alone where it is not known. */
  indicator: (code: Code | null) => string
  /** Name of a unit; its code where it is not known. */
  unit: (code: Code | null) => string
  /** Name of the unit that had a code until this day: codes are used again. */
  unitUntil: (code: Code | null, until: Day) => string
  /** Name of a unit; where it began inside the period and rests on its own days, with the day since which they run. */
  unitSince: (code: Code | null) => string
}>

type Context = Readonly<{
  names: Names
  indicator: Code | null
  unit: Code | null
  sheet: string | null
  cell: string | null
}>

/** A finding code without a sentence in some language does not compile. */
export type Messages = Readonly<{
  [C in Fault['code']]: (fault: Extract<Fault, { code: C }>, context: Context) => Sentence
}>

export const severityWords: Readonly<Record<Lang, Readonly<Record<Severity, string>>>> = {
  vi: { error: 'Lỗi', warning: 'Cảnh báo', info: 'Lưu ý' },
  en: { error: 'Error', warning: 'Warning', info: 'Note' },
}

/** The sentence of a finding in the language of `names`. */
export function sentenceOf(finding: Finding, names: Names): Sentence {
  const say = (names.lang === 'vi' ? vi : en)[finding.fault.code] as (
    fault: Fault,
    context: Context,
  ) => Sentence
  const { indicator, unit, sheet, cell } = finding
  return say(finding.fault, { names, indicator, unit, sheet, cell })
}

/** Codes stand for themselves where no programme is known. */
export function codesAsNames(lang: Lang): Names {
  const itself = (code: Code | null): string => code ?? ''
  return { lang, indicator: itself, unit: itself, unitUntil: itself, unitSince: itself }
}

const SINCE: Readonly<Record<Lang, (name: string, day: Day) => string>> = {
  vi: (name, day) => `${name} (từ ${sayDay(day, 'vi')})`,
  en: (name, day) => `${name} (since ${sayDay(day, 'en')})`,
}

/**
 * Names of a programme's indicators and units.
 *
 * @param tree the hierarchy of the period: codes are used again, and a unit is called as it was then; one that was
 *             not in force, or where there is no tree, as in its latest spell
 * @param period the one reported on; `null`: no unit is said to have begun inside it
 */
export function namesOf(
  programme: Programme,
  lang: Lang,
  tree: Tree | null = null,
  period: Period | null = null,
): Names {
  const indicators = new Map(programme.indicators.map((one) => [one.code, one.name[lang]]))
  const units = new Map(programme.units.map((unit) => [unit.code, unit.name]))
  const unit = (code: Code | null): string =>
    code === null ? '' : (tree?.unit(code)?.name ?? units.get(code) ?? code)
  return {
    lang,
    indicator: (code) => {
      const name = code === null ? undefined : indicators.get(code)
      return name === undefined ? (code ?? '') : `${code} (${name})`
    },
    unit,
    unitUntil: (code, until) =>
      programme.units.find((one) => one.code === code && one.until === until)?.name ?? unit(code),
    unitSince: (code) => {
      const since =
        code === null || period === null
          ? null
          : beganWithin(tree?.unit(code) ?? null, firstDay(period, programme.yearStarts))
      return since === null ? unit(code) : SINCE[lang](unit(code), since)
    },
  }
}
