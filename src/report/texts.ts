/** `Thuyết minh`: what the offices wrote in their own words, question by question; listed, never merged. */

import { columnLetters } from '../book.ts'
import { TEXT_SHEET } from '../form/layout.ts'
import { SHEETS } from '../messages/report.ts'
import type { Question } from '../model.ts'
import { cell, type Page, type PageRow, rowsMade } from '../page.ts'
import { fileCell, inUnitOrder, type Material, periodColumn, type Text } from './material.ts'
import { CONTINUED, piecesOf } from './pieces.ts'

/** In characters; the columns together are as wide as A4 takes at 8 points. */
const FILE_WIDTH = 30
const TEXT_WIDTH = 60

export function textsPage(material: Material): Page {
  const { programme, words, texts } = material
  const [order = '', ...others] = words.texts.headers
  const answered = programme.questions.flatMap((question): Answered[] => {
    const answers = texts.filter((one) => one.question === question.code)
    const rows = inUnitOrder(answers, material.tree).flatMap(piecesIn)
    return answers.length === 0 ? [] : [{ question, rows }]
  })
  const lastRow = 3 + answered.reduce((sum, { rows }) => sum + 1 + rows.length, 0)
  const isContinued = answered.some(({ rows }) => rows.some(({ order }) => order === CONTINUED))
  const hint = texts.length === 0 ? words.texts.none : isContinued ? words.texts.continued : null
  return {
    name: SHEETS.texts,
    state: 'visible',
    widths: [5, ...(material.parts.length > 0 ? [10] : []), 9, 24, 9, 20, TEXT_WIDTH, FILE_WIDTH],
    rows: rowsMade(function* () {
      yield { cells: [cell(words.texts.title, 'title-left')] }
      yield { cells: hint === null ? [] : [cell(hint, 'plain')] }
      yield {
        cells: [
          cell(order, 'header'),
          ...periodColumn(material, 'header'),
          ...others.map((text) => cell(text, 'header')),
        ],
      }
      for (const one of answered) yield* questionRows(one, material)
    }),
    frozen: { rows: 3, columns: material.parts.length > 0 ? 4 : 3 },
    // Sorting would mix up questions and their answers; a filter leaves them where they are.
    filter: `A3:${columnLetters(others.length + 1 + (material.parts.length > 0 ? 1 : 0))}${lastRow}`,
    outlineDepth: 1,
    print: { orientation: 'landscape', repeat: '3:3', area: null, numbered: true },
  }
}

/** A row of an answer: a long one goes on in the rows beneath, each with the whole place, so that a filter keeps it. */
type Piece = Text & Readonly<{ order: number | typeof CONTINUED }>

/** A question that somebody answered, with the rows of its answers as the units stand in the tree. */
type Answered = Readonly<{ question: Question; rows: readonly Piece[] }>

const piecesIn = (one: Text, index: number): readonly Piece[] =>
  piecesOf(one.text, TEXT_WIDTH).map((text, piece) => ({
    ...one,
    text,
    order: piece === 0 ? index + 1 : CONTINUED,
  }))

/** The question with how many answered it, then its answers. */
function* questionRows({ question, rows }: Answered, material: Material): Generator<PageRow> {
  const { lang, words } = material
  const title = `${question.code}. ${question.name[lang]}`
  const shift = material.parts.length > 0 ? 1 : 0
  const heading = Array.from({ length: words.texts.headers.length + shift }, (_, index) => {
    const offices = new Set(rows.map(({ reporter }) => reporter)).size
    const text = index === 2 + shift ? title : index === 5 + shift ? words.texts.count(offices) : null
    return cell(text, 'group')
  })
  yield { cells: heading }
  for (const one of rows) yield answerRow(one, material)
}

function answerRow({ period, reporter, text, file, cell: at, order }: Piece, material: Material): PageRow {
  const { names, tree, words } = material
  const unit = tree.unit(reporter)
  return {
    cells: [
      cell(order, 'text-centred'),
      ...periodColumn(material, 'text-centred', period),
      cell(reporter, 'text-centred'),
      cell(names.unit(reporter), 'text'),
      cell(unit === null ? null : words.level(unit.level), 'text'),
      cell(unit === null ? null : names.unit(unit.parent), 'text'),
      cell(text, 'text'),
      fileCell({ file, sheet: TEXT_SHEET, cell: at }, material, FILE_WIDTH),
    ],
    outline: 1,
  }
}
