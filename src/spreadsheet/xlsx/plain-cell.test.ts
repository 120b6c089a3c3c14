/** The fast way through plain cells says what the walk by elements says: a blank in the tag sends a cell the slow way. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyGrid, readRows } from './cells.ts'
import { NO_STRINGS } from './strings.ts'
import { next, openXml, type Xml } from './xml.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

function read(cells: string): unknown {
  const xml: Xml = openXml(
    'a',
    Buffer.from(`<sheetData xmlns="${MAIN}"><row r="1">${cells}</row></sheetData>`),
  )
  next(xml)
  const grid = emptyGrid({ strings: NO_STRINGS, styles: [], is1904: false }, null)
  readRows(xml, grid, () => undefined)
  // Of two things that are wrong either may be told.
  return xml.trouble?.why ?? grid.rows
}

const address = fc.constantFrom('', ' r="B1"', ' r="b1"', ' r="B2"', ' r="XFE1"', ' r="1"', ' r=""')
const style = fc.constantFrom('', ' s="3"', ' s="99999999999"', ' s="x"')
const type = fc.constantFrom(
  '',
  ' t="n"',
  ' t="str"',
  ' t="inlineStr"',
  ' t="b"',
  ' t="e"',
  ' t="d"',
  ' t="s"',
  ' t="q"',
)
const text = fc.constantFrom(
  '',
  '0',
  '1.5e3',
  'a',
  'Tân &amp; An',
  'e\u0301',
  '_x0041_',
  '&x;',
  '\u0001',
  'a\r\nb',
  'a&lt;\u0001',
  '2024-06-14',
)
const formula = fc.oneof(
  fc.constant(''),
  text.map((one) => `<f>${one}</f>`),
)
const value = fc.oneof(
  fc.constant(''),
  text.map((one) => `<v>${one}</v>`),
  text.map((one) => `<is><t>${one}</t></is>`),
)

test('a plain cell reads as the same one written with a blank in its end tag', () => {
  fc.assert(
    fc.property(address, style, type, formula, value, (r, s, t, f, v) => {
      const [head, inside] = [`<c${r}${s}${t}`, `${f}${v}`]
      expect(read(`${head}>${inside}</c>`)).toEqual(read(`${head} >${inside}</c >`))
      if (inside === '') expect(read(`${head}/>`)).toEqual(read(`${head} />`))
    }),
    { numRuns: 2000 },
  )
})

test('a comment inside a value does not divide it', () => {
  expect(read('<c><v>4<!-- 9 -->2</v></c>')).toMatchObject([{ cells: [{ kind: 'number', value: 42 }] }])
})
