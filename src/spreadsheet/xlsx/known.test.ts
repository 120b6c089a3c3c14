import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openBook } from '../open.ts'
import { unzip, zipEntries } from '../zip.ts'

const reports = join(import.meta.dirname, '../../../fixtures/can-tho/reports/2024-H1')
const forms = readdirSync(reports, { recursive: true, encoding: 'utf8' })
  .filter((name) => /(^|[\\/])[^~\\/][^\\/]*\.xlsx$/.test(name))
  .sort()

type Parts = ReadonlyMap<string, Uint8Array | string>

const pack = (parts: Parts): Promise<Buffer> => zipEntries([...parts].map(([name, data]) => ({ name, data })))

let times = 0
/** Other bytes of styles: what was met with the usual ones is not known with these. */
const unmet = (parts: Parts): Parts =>
  new Map(parts).set('xl/styles.xml', `${Buffer.from(parts.get('xl/styles.xml') ?? '')}<!-- ${times++} -->`)

/** The same whether its parts came before or not. */
async function expectSame(parts: Parts): Promise<void> {
  const [known, alone] = [await openBook(await pack(parts)), await openBook(await pack(unmet(parts)))]
  expect(known).toEqual(alone)
}

const partsOf = (name: string): Parts => unzip(readFileSync(join(reports, name)))

test('every form reads the same after all others as it does alone', async () => {
  expect(forms.length).toBeGreaterThan(90)
  for (const name of forms) for (let time = 0; time < 2; time++) await openBook(await pack(partsOf(name)))
  for (const name of forms) await expectSame(partsOf(name))
}, 120_000)

const SHEETS = ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml', 'xl/worksheets/sheet3.xml']
const PIECES = [
  '<c r="E20"><v>7</v></c>',
  '<c><v>7</v></c>',
  '<c r="E20" t="s"><v>1</v></c>',
  '<row r="21"/>',
  '<row>',
  '</row>',
  '<x:c xmlns:x="urn:x"/>',
  '<f t="shared" si="0" ref="A1:B2">A1</f>',
  'x',
  ' hidden="1"',
  '0',
  '<mergeCell ref="A1:B2"/>',
]

test('a sheet changed anywhere reads the same after its like as it does alone', async () => {
  const parts = partsOf(forms.find((name) => name.includes('Phường')) ?? '')
  for (let time = 0; time < 4; time++) await openBook(await pack(parts))
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...SHEETS),
      fc.nat(),
      fc.nat(60),
      fc.constantFrom('', ...PIECES),
      async (name, at, length, piece) => {
        const text = Buffer.from(parts.get(name) ?? '').toString('latin1')
        // At a tag, where pieces begin, or just anywhere.
        const from = at % 2 === 0 ? text.indexOf('<', at % text.length) : at % text.length
        const changed = text.slice(0, from) + piece + text.slice(from + length)
        await expectSame(new Map(parts).set(name, Buffer.from(changed, 'latin1')))
      },
    ),
    { numRuns: 400 },
  )
}, 120_000)

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook of one sheet whose cells name shared texts. */
const withTexts = (texts: readonly string[], rows: string): Parts => {
  const related = (...all: readonly (readonly [string, string])[]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
      .map(([type, target]) => `<Relationship Id="${type}" Type="${RELATIONS}/${type}" Target="${target}"/>`)
      .join('')}</Relationships>`
  return new Map([
    ['_rels/.rels', related(['officeDocument', 'xl/workbook.xml'])],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="A" r:id="worksheet"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      related(['worksheet', 's.xml'], ['sharedStrings', 't.xml'], ['styles', 'styles.xml']),
    ],
    ['xl/s.xml', `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`],
    ['xl/t.xml', `<sst xmlns="${MAIN}">${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`],
    [
      'xl/styles.xml',
      `<styleSheet xmlns="${MAIN}"><cellXfs><xf numFmtId="0" fontId="0"/></cellXfs></styleSheet>`,
    ],
  ])
}

const row = (number: number, ...texts: readonly number[]): string =>
  `<row r="${number}">${texts.map((text, at) => `<c r="${'ABCDEFGH'[at]}${number}" t="s"><v>${text}</v></c>`).join('')}</row>`

test('the same bytes that name another text, or none, are another cell', async () => {
  const rows = row(1, 0, 1, 2) + row(2, 3, 0) + row(4, 2)
  const texts = ['một', 'hai', 'ba', '']
  for (let time = 0; time < 4; time++) await openBook(await pack(withTexts(texts, rows)))
  await expectSame(withTexts(['một', 'khác', 'ba', ''], rows))
  await expectSame(withTexts(['một', 'hai', 'ba', 'bốn'], rows))
  await expectSame(withTexts(['mới', 'một', 'hai', 'ba', ''], rows))
  await expectSame(withTexts(['một', 'hai', 'ba'], rows))
  const { ok, book } = (await openBook(
    await pack(withTexts(['một', 'khác', 'ba', 'bốn'], rows)),
  )) as never as {
    ok: boolean
    book: { sheets: { rows: { cells: { value: string }[] }[] }[] }
  }
  const read = book.sheets.flatMap((sheet) =>
    sheet.rows.flatMap(({ cells }) => cells.map(({ value }) => value)),
  )
  expect([ok, read]).toEqual([true, ['một', 'khác', 'ba', 'bốn', 'một', 'ba']])
})

test('a character that XML cannot hold, in a shared text, is damage', async () => {
  for (let time = 0; time < 4; time++)
    expect(await openBook(await pack(withTexts(['một', 'h\u0001i'], row(1, 0, 1))))).toMatchObject({
      ok: false,
      why: 'damaged',
      detail: 'xl/s.xml: 1',
    })
})
