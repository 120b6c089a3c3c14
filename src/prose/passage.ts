/**
 * Sentences of one paragraph, so that they can be read one after the other: last year is named once, what has not changed
 * is said to be so once, what nobody knows is listed once, "so far" is said once, and the writer is told a thing once.
 */

import { writtenWords as words } from '../messages/written.ts'
import type { Code, Phrase } from '../model.ts'
import type { Span } from '../paper.ts'
import { changeOf, type Manner } from './change.ts'
import { isUnknown, type Sentence, sentence } from './sentence.ts'
import { indicatorOf, type Telling } from './telling.ts'

/** @returns empty where no phrase has anything to say */
export function passage(phrases: readonly Phrase[], telling: Telling): readonly Span[] {
  const unknown = phrases.filter((phrase) => phrase.unknown === null && isUnknown(phrase, telling))
  const isListed = unknown.length > 1
  const known = phrases.filter((phrase) => !isListed || !unknown.includes(phrase))
  const same = saidOnce(
    known.map((phrase) => sentence(phrase, telling)),
    telling,
  )
  const sentences = spoken(known, same !== null, telling)
  const marks = new Set<string>()
  const spans = sentences.map(({ spans, marks: all }) => {
    const fresh = all.filter((mark) => !marks.has(mark))
    for (const mark of fresh) marks.add(mark)
    return [
      ...spans,
      ...fresh.flatMap((mark): Span[] => [{ text: ' ' }, { text: words.gap(mark), isGap: true }]),
    ]
  })
  const last = [
    ...(same === null ? [] : [[{ text: same }]]),
    ...(isListed ? [[{ text: words.unknownAll(unknown.map(({ about }) => about)) }]] : []),
  ]
  return [...spans, ...last].flatMap((one, index) => (index === 0 ? one : [{ text: ' ' }, ...one]))
}

/** In order, each knowing whether one before it has named last year. */
function spoken(phrases: readonly Phrase[], isSameSaidOnce: boolean, telling: Telling): readonly Sentence[] {
  const all: Sentence[] = []
  let manner: Manner = { isNamed: false, isSameSaidOnce, isSoFarSaid: false }
  for (const phrase of phrases) {
    const one = sentence(phrase, telling, manner)
    if (one.spans.length === 0) continue
    all.push(one)
    const isNamed = [...one.compared].some((code) => {
      return !(isSameSaidOnce && changeOf(code, telling)?.kind === 'same')
    })
    const isSoFar = one.spans[0]?.text.startsWith(words.asFarAsKnown) === true
    manner = {
      ...manner,
      isNamed: manner.isNamed || isNamed,
      isSoFarSaid: manner.isSoFarSaid || isSoFar,
    }
  }
  return all
}

/**
 * The sentence that several figures equal last year's; `null`: fewer than two do, or the paragraph gives others of which
 * that is not known, so that "the others" would say too much.
 */
function saidOnce(sentences: readonly Sentence[], telling: Telling): string | null {
  const compared = new Set(sentences.flatMap(({ compared }) => [...compared]))
  const kind = (code: Code) => changeOf(code, telling)?.kind
  const same = [...compared].filter((code) => kind(code) === 'same')
  if (same.length < 2) return null
  const given = sentences.flatMap(({ given }) => [...given])
  const others = given.filter(
    (code) => !compared.has(code) && indicatorOf(code, telling).type !== 'reference',
  )
  if (others.some((code) => kind(code) !== 'same')) return null
  const before = words.earlier(telling.material.period)
  return same.length === compared.size ? words.change.allSame(before) : words.change.othersSame(before)
}
