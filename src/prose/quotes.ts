/**
 * What the offices wrote in answer to one question, in their own words, each with who said it; equal words once, with all
 * who said them. Words of departments and districts come first.
 */

import { writtenWords as words } from '../messages/written.ts'
import { BODY, type Code, type Question } from '../model.ts'
import { type Block, paragraph } from '../paper.ts'
import { inUnitOrder } from '../report/material.ts'
import { sayUnit, type Telling } from './telling.ts'

/** At most so many different answers to a question, and names to an answer; the others are counted. */
const ANSWERS = 12
const NAMES = 4

/** @param isAlone the only question under its heading, which then says what it is about */
export function quoteBlocks(question: Question, isAlone: boolean, telling: Telling): readonly Block[] {
  const { texts, tree } = telling.material
  const all = inUnitOrder(
    texts.filter((one) => one.question === question.code),
    tree,
  )
  const name = question.name.vi
  const given = all.map(({ reporter, text }) => ({ reporter, text: inLine(text) }))
  const nothing = given.filter(({ text }) => words.quotes.isNothing(text))
  const answers = given.filter(({ text }) => text !== '' && !words.quotes.isNothing(text))
  const silent = officesOf(nothing).length
  const none = silent === 0 ? [] : [paragraph('body', words.quotes.none(silent))]
  const nobody: Block = {
    kind: 'paragraph',
    role: 'body',
    spans: [{ text: words.gap(words.quotes.nobody), isGap: true }],
  }
  if (answers.length === 0) return none.length > 0 ? none : [nobody]
  const said = grouped(answers, telling)
  return [
    paragraph('body', words.quotes.lead(isAlone ? null : name, officesOf(answers).length)),
    ...said.slice(0, ANSWERS).map(([text, offices]) => paragraph('body', quoted(text, offices, telling))),
    ...(said.length > ANSWERS ? [paragraph('body', words.quotes.more(said.length - ANSWERS))] : []),
    ...none,
  ]
}

/** Marks of a list and breaks of lines are lay-out; the words stay as they are. */
const inLine = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) =>
      line
        .replace(/^\s*[-+•*–]\s+/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '')
    .join(' ')

type Answer = Readonly<{ reporter: Code; text: string }>

const officesOf = (answers: readonly Answer[]): readonly Code[] => [
  ...new Set(answers.map(({ reporter }) => reporter)),
]

/** Each different answer with who gave it: by the highest office that did, then by how many. */
function grouped(
  answers: readonly Answer[],
  { material }: Telling,
): readonly (readonly [string, readonly Code[]])[] {
  const { tree, programme } = material
  const rank = (code: Code): number => {
    const level = tree.unit(code)?.level ?? ''
    return level === BODY ? 0 : 1 + programme.levels.indexOf(level)
  }
  const all = new Map<string, Code[]>()
  for (const { text, reporter } of answers) {
    const offices = all.get(text) ?? []
    if (!offices.includes(reporter)) all.set(text, [...offices, reporter])
  }
  return [...all]
    .map(([text, offices]) => [text, [...offices].sort((a, b) => rank(a) - rank(b))] as const)
    .sort(([, one], [, other]) => rank(one[0] ?? '') - rank(other[0] ?? '') || other.length - one.length)
}

function quoted(text: string, offices: readonly Code[], telling: Telling): string {
  const { top } = telling
  const { tree } = telling.material
  const called = (code: Code): string => {
    const parent = tree.unit(code)?.parent ?? null
    return parent === null || parent === top
      ? sayUnit(code, telling)
      : words.quotes.office(sayUnit(code, telling), sayUnit(parent, telling))
  }
  const shown = offices.slice(0, NAMES).map(called)
  return words.quotes.said(text, words.some(shown, offices.length - shown.length))
}
