/** The head of `Tổng hợp` by Nghị định 30/2020/NĐ-CP, and the foot where it is signed. */

import { columnLetters } from '../book.ts'
import { sayDay } from '../messages/number.ts'
import { summaryWords } from '../messages/summary.ts'
import type { Heading } from '../model.ts'
import { cell, cellsAt, lineUnder, type PageRow, type Role } from '../page.ts'
import { headingOn } from '../programme/dated.ts'
import { type Material, periodLine } from './material.ts'

/** The right half of heading and signatures begins here. */
const RIGHT_HALF = 5
/** Row of the place and day, which the signature repeats. */
const DAY_ROW = 4

export type Block = Readonly<{ rows: readonly PageRow[]; merges: readonly string[] }>

/** Rows from 1 on: who issues, the form's code, the title, the period, who reports to whom. */
export function headingBlock(material: Material, columns: number): Block {
  const { words, lang, programme } = material
  const said = summaryWords[lang]
  const heading = headingOn(material.tree.on, programme)
  const { sender, receiver } = partiesOf(heading, material)
  const rows: readonly Line[] = [
    { left: [heading.parent, 'agency'], right: [words.state, 'agency-bold'], height: 17 },
    { left: [heading.agency, 'agency-bold'], right: [words.motto, 'motto'], height: 18 },
    { left: [lineUnder(heading.agency), 'agency-line'], height: 9 },
    {
      left: [words.number(heading.symbol), 'form-code-centred'],
      right: [words.placeDay(heading.place), 'place-day'],
      height: 18,
    },
    { left: [heading.form ?? '', 'form-code'], right: [said.sender(sender), 'party'], height: 17 },
    { right: [said.receiver(receiver), 'party'], height: 17 },
    { whole: [words.title, 'title'], height: 28 },
    { whole: [programme.title[lang].toUpperCase(), 'subtitle-bold'] },
    { whole: [periodLine(material), 'subtitle'], height: 18 },
    { whole: [words.asOf(sayDay(material.asOf, lang)), 'subtitle'], height: 18 },
    { whole: [said.unitLine, 'unit-line'] },
  ]
  return block(rows, 1, columns)
}

/** Day, names of the two who sign, and room for their hands. */
export function signatureBlock(material: Material, firstRow: number, columns: number): Block {
  const { words } = material
  const heading = headingOn(material.tree.on, material.programme)
  const rows: readonly Line[] = [
    { height: 8 },
    { right: [words.placeDay(heading.place), 'place-day'] },
    // On whose behalf it is signed stands a line above who signs.
    { left: [words.preparedBy, 'signature'], right: [heading.authority ?? heading.signer, 'signature'] },
    ...(heading.authority === undefined ? [] : [{ right: [heading.signer, 'signature'] } as Line]),
    { left: [words.signHint, 'signature-note'], right: [words.signStampHint, 'signature-note'] },
    ...Array.from({ length: 4 }, (): Line => ({})),
  ]
  const made = block(rows, firstRow, columns)
  const day = `${columnLetters(RIGHT_HALF)}${DAY_ROW}`
  return {
    ...made,
    // Filled in once, above; here it follows.
    rows: made.rows.map((row, index) =>
      index === 1
        ? { ...row, cells: row.cells.map((one) => (one === null ? null : { ...one, formula: day })) }
        : row,
    ),
  }
}

type Text = readonly [text: string, role: Role]
type Line = Readonly<{ left?: Text; right?: Text; whole?: Text; height?: number }>

function block(lines: readonly Line[], firstRow: number, columns: number): Block {
  const last = columnLetters(columns)
  const before = columnLetters(RIGHT_HALF - 1)
  const from = columnLetters(RIGHT_HALF)
  return {
    rows: lines.map(({ left, right, whole, height }) => ({
      cells: cellsAt(
        Object.fromEntries(
          [
            [1, whole ?? left],
            [RIGHT_HALF, right],
          ].flatMap(([at, text]) => (text === undefined ? [] : [[at, cell(...(text as Text))]])),
        ),
        columns,
      ),
      ...(height === undefined ? {} : { height }),
    })),
    merges: lines.flatMap(({ left, right, whole }, index) => {
      const row = firstRow + index
      return [
        ...(whole === undefined ? [] : [`A${row}:${last}${row}`]),
        ...(left === undefined ? [] : [`A${row}:${before}${row}`]),
        ...(right === undefined ? [] : [`${from}${row}:${last}${row}`]),
      ]
    }),
  }
}

/** Names as the list of units writes them, where it has the two; else as the heading does, in capitals. */
function partiesOf(
  { agency, parent }: Heading,
  { tree }: Material,
): Readonly<{ sender: string; receiver: string }> {
  const isNamed = (name: string, said: string): boolean => name.toUpperCase() === said.toUpperCase()
  const top = tree.roots[0]?.name ?? ''
  const above = top.charAt(0).toLowerCase() + top.slice(1)
  return {
    sender: tree.units.find(({ name }) => isNamed(name, agency))?.name ?? agency,
    receiver: isNamed(`UBND ${top}`, parent) ? `UBND ${above}` : parent,
  }
}
