/** How sentences are put together in either language: words as found, what was probably meant, a sentence for each fact. */

import type { Lang } from '../model.ts'

/** A sentence for each kind of fact. A kind without one does not compile. */
export type Sentences<Kind extends Readonly<{ code: string }>> = {
  readonly [Code in Kind['code']]: (fact: Extract<Kind, { code: Code }>) => string
}

export function sentence<Kind extends Readonly<{ code: string }>>(
  sentences: Sentences<Kind>,
  fact: Kind,
): string {
  const say = sentences[fact.code as Kind['code']] as (fact: Kind) => string
  return say(fact)
}

/** A word as found. */
export const quote = (text: string) => `“${text}”`
/** The beginning of a sentence is enough to find it. */
export const short = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text)
/** Several words as found. */
export const quoteAll = (texts: readonly string[]) => texts.map(quote).join(', ')

/** What was probably meant, with a space before it; nothing where that is not known. */
export const didYouMean: Readonly<Record<Lang, (near: string | null) => string>> = {
  vi: (near) => (near === null ? '' : ` Có phải ${quote(near)} không?`),
  en: (near) => (near === null ? '' : ` Did you mean ${quote(near)}?`),
}
