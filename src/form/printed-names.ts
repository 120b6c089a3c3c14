/** An indicator's name in every way a form prints it. */

import { formWords } from '../messages/form.ts'
import type { Code, Collected } from '../model.ts'
import { LANGS } from '../model.ts'
import { foldText } from './text.ts'

const printed = new WeakMap<Collected, readonly string[]>()

export function printedNames(indicator: Collected): readonly string[] {
  const names = printed.get(indicator) ?? namesAsPrinted(indicator)
  printed.set(indicator, names)
  return names
}

function namesAsPrinted({ name }: Collected): readonly string[] {
  return LANGS.flatMap((lang) => {
    const { partOf, forComparison, areaForComparison } = formWords[lang]
    return [name[lang], partOf(name[lang])].flatMap((one) => [
      one,
      forComparison(one),
      areaForComparison(one),
    ])
  })
}

/** Which of these indicators a name means; `undefined`: none, or more than one. */
export function codeByName(indicators: readonly Collected[]): (text: string) => Code | undefined {
  const codes = new Map<string, Code | undefined>()
  for (const indicator of indicators)
    for (const name of new Set(printedNames(indicator).map(foldText)))
      codes.set(name, codes.has(name) ? undefined : indicator.code)
  return (text) => codes.get(foldText(text))
}
