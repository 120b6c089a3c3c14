/** The outline of the programme → numbered headings with what stands beneath each: I. and 1., as the decree counts. */

import { roman } from '../messages/number.ts'
import { writtenWords as words } from '../messages/written.ts'
import type { Chapter, Code, Period, Phrase } from '../model.ts'
import { type Block, paragraph } from '../paper.ts'
import { passage } from './passage.ts'
import { quoteBlocks } from './quotes.ts'
import { targetBlocks } from './targets.ts'
import type { Telling } from './telling.ts'

export function outlineBlocks(outline: readonly Chapter[], telling: Telling): readonly Block[] {
  const { programme, period } = telling.material
  const phrases = new Map(programme.phrases.map((phrase) => [phrase.code, phrase]))
  return outline.flatMap((chapter, index) => [
    paragraph('chapter', `${roman(index + 1)}. ${filled(chapter.title, period).toUpperCase()}`),
    ...contents(chapter, phrases, telling),
    ...chapter.parts.flatMap((part, at) => [
      paragraph('part', `${at + 1}. ${filled(part.title, period)}`),
      ...contents(part, phrases, telling),
    ]),
  ])
}

/** `{period}` and `{next}` of titles and gaps. */
export const filled = (text: string, period: Period): string =>
  text.replaceAll('{period}', words.period(period)).replaceAll('{next}', words.next(period))

function contents(chapter: Chapter, phrases: ReadonlyMap<Code, Phrase>, telling: Telling): readonly Block[] {
  const { programme, period } = telling.material
  const said = chapter.say.flatMap((codes) => {
    const spans = passage(
      codes.flatMap((code) => phrases.get(code) ?? []),
      telling,
    )
    return spans.length === 0 ? [] : [{ kind: 'paragraph', role: 'body', spans } as const]
  })
  const quoted = chapter.quote.flatMap((code) => {
    const question = programme.questions.find((one) => one.code === code)
    return question === undefined ? [] : quoteBlocks(question, chapter.quote.length === 1, telling)
  })
  const gaps = chapter.gaps.map((gap): Block => {
    return { kind: 'paragraph', role: 'body', spans: [{ text: words.gap(filled(gap, period)), isGap: true }] }
  })
  const blocks = [...said, ...(chapter.targets ? targetBlocks(telling) : []), ...quoted, ...gaps]
  const isEmpty = blocks.length === 0 && chapter.parts.length === 0
  return isEmpty
    ? [{ kind: 'paragraph', role: 'body', spans: [{ text: words.unknownNumber, isGap: true }] }]
    : blocks
}
