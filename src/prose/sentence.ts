/** One phrase of the programme → the sentence that its figures call for, with what a reader must know about them. */

import { lowerFirst, writtenWords as words } from '../messages/written.ts'
import type { Code, Phrase, Slice, Template } from '../model.ts'
import type { Span } from '../paper.ts'
import { mainOf } from '../phrase/parse.ts'
import { isCollected } from '../slots.ts'
import { changeOf, type Manner, sayChange } from './change.ts'
import { doubtsOf } from './doubts.ts'
import { figureOf, indicatorOf, sayFigure, type Telling } from './telling.ts'

export type Sentence = Readonly<{
  /** With its footnote; empty where nobody is asked for its first figure on this day. */
  spans: readonly Span[]
  /** What the writer must look at before it is signed. */
  marks: readonly string[]
  /** Figures it gives, and those it sets beside last year's. */
  given: ReadonlySet<Code>
  compared: ReadonlySet<Code>
}>

const ALONE: Manner = { isNamed: false, isSameSaidOnce: false, isSoFarSaid: false }

/** @param manner what the sentences before it have said of last year */
export function sentence(phrase: Phrase, telling: Telling, manner = ALONE): Sentence {
  const main = mainOf(phrase.say) ?? ''
  const figure = figureOf(main, telling)
  if (figure === undefined) return told([], [], manner, telling)
  const { value, status } = figure
  if (value === null && status === 'not-applicable' && isCollected(indicatorOf(main, telling)))
    return told(plain(words.notAsked(phrase.about)), [], manner, telling)
  if (isUnknown(phrase, telling))
    return told(phrase.unknown ?? plain(words.unknown(phrase.about)), [], manner, telling)
  const isNone = value === null || value === 0
  return isNone
    ? told(noneOf(phrase, status === 'provisional' && !manner.isSoFarSaid, telling), [main], manner, telling)
    : told(phrase.say, [], manner, telling)
}

/** Is its first figure asked for, and not known? */
export function isUnknown(phrase: Phrase, telling: Telling): boolean {
  const figure = figureOf(mainOf(phrase.say) ?? '', telling)
  return figure !== undefined && figure.value === null && figure.status !== 'not-applicable'
}

/** @param isSoFar of a figure that is not complete, a 0 is only what has been answered so far */
function noneOf({ none, about }: Phrase, isSoFar: boolean, { material }: Telling): Template {
  const template = none ?? plain(words.none(about, words.term(material.period)))
  const [first, ...rest] = template
  if (!isSoFar || first?.kind !== 'text') return template
  return [{ kind: 'text', text: words.asFarAsKnown + lowerFirst(first.text) }, ...rest]
}

const plain = (text: string): Template => [{ kind: 'text', text }]

type Said = {
  readonly manner: Manner
  readonly spans: Span[]
  /** Figures that the sentence gives, compared or not. */
  readonly given: Set<Code>
  readonly compared: Set<Code>
  /** Figures it would have given, had they been known. */
  readonly unknown: Set<Code>
}

/** @param given figures that the sentence speaks of without giving them */
function told(template: Template, given: readonly Code[], manner: Manner, telling: Telling): Sentence {
  const said: Said = { manner, spans: [], given: new Set(given), compared: new Set(), unknown: new Set() }
  for (const slice of template) say(slice, said, telling)
  const { footnote, marks } = doubtsOf(said, telling)
  const spans = joined(said.spans)
  const last = spans.at(-1)
  const isNoted = footnote !== null && last !== undefined
  return {
    spans: isNoted ? [...spans.slice(0, -1), { ...last, footnote }] : spans,
    marks,
    given: said.given,
    compared: said.compared,
  }
}

function say(slice: Slice, said: Said, telling: Telling): void {
  switch (slice.kind) {
    case 'text':
      write(slice.text, said)
      break
    case 'name':
      write(telling.names.get(slice.name) ?? slice.name, said)
      break
    case 'change': {
      const change = changeOf(slice.code, telling)
      if (change === null) break
      said.compared.add(slice.code)
      write(sayChange(slice, change, said.manner, telling), said)
      break
    }
    case 'value':
      number(slice.code, said, telling)
      break
    case 'share':
      number(slice.code, said, telling)
      write('/', said)
      number(slice.of, said, telling)
      break
    case 'optional':
      optional(slice, said, telling)
  }
}

function write(text: string, { spans }: Said): void {
  if (text !== '') spans.push({ text })
}

function number(code: Code, said: Said, telling: Telling): void {
  const value = figureOf(code, telling)?.value ?? null
  if (value === null) {
    said.unknown.add(code)
    said.spans.push({ text: words.unknownNumber, isGap: true })
    return
  }
  said.given.add(code)
  said.spans.push({ text: sayFigure(value, indicatorOf(code, telling)) })
}

/** The items that have something to tell. What nobody knows is not passed over in silence: the writer is told. */
function optional(slice: Extract<Slice, { kind: 'optional' }>, said: Said, telling: Telling): void {
  const items = slice.items.filter((item) => {
    const figures = numbersIn(item).map((code) => figureOf(code, telling))
    for (const figure of figures)
      if (figure?.value === null && figure.status !== 'not-applicable') said.unknown.add(figure.indicator)
    return figures.every((figure) => figure?.value != null && figure.value !== 0)
  })
  if (items.length === 0) return
  const between = items.some((item) => item.some((one) => one.kind === 'text' && one.text.includes(',')))
    ? '; '
    : ', '
  for (const one of slice.lead) say(one, said, telling)
  items.forEach((item, index) => {
    if (index > 0) write(between, said)
    for (const one of item) say(one, said, telling)
  })
}

const numbersIn = (template: Template): readonly Code[] =>
  template.flatMap((slice) =>
    slice.kind === 'value' ? [slice.code] : slice.kind === 'share' ? [slice.code, slice.of] : [],
  )

/** Neighbours of plain text as one span. */
function joined(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = []
  for (const span of spans) {
    const last = all.at(-1)
    if (last !== undefined && last.isGap !== true && span.isGap !== true)
      all[all.length - 1] = { text: last.text + span.text }
    else all.push(span)
  }
  return all
}
