import { type CellObject, utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx'
import { expect, test } from 'vitest'
import type { Cell } from '../book.ts'
import { readWithSheetJs } from './sheetjs.ts'

const bytesOf = (workbook: WorkBook, bookType: 'xlsx' | 'biff8' | 'ods' = 'xlsx'): Buffer =>
  write(workbook, { type: 'buffer', bookType })

const bookOf = (cells: Record<string, CellObject>, more: Partial<WorkBook> = {}): WorkBook => ({
  SheetNames: ['A'],
  Sheets: { A: { '!ref': 'A1:Z50', ...cells } as WorkSheet },
  ...more,
})

async function cellsOf(content: Buffer | string): Promise<Cell[]> {
  const parsed = await readWithSheetJs(content)
  if (!parsed.ok) throw new Error('not read')
  return parsed.book.sheets.flatMap((sheet) => sheet.rows.flatMap((row) => row.cells))
}

test.each<[string, CellObject, Partial<Cell>[]]>([
  ['a number', { t: 'n', v: 12.5 }, [{ kind: 'number', value: 12.5, formula: null }]],
  ['text as typed', { t: 's', v: ' 04 ' }, [{ kind: 'text', value: ' 04 ' }]],
  ['text in one Unicode form', { t: 's', v: 'Ho\u0300a' }, [{ kind: 'text', value: 'Hòa' }]],
  [
    'the cached 0 of a formula',
    { t: 'n', v: 0, f: 'B1+C1' },
    [{ kind: 'number', value: 0, formula: 'B1+C1' }],
  ],
  [
    'the cached FALSE of a formula',
    { t: 'b', v: false, f: '1=2' },
    [{ kind: 'boolean', value: 0, formula: '1=2' }],
  ],
  ['a formula that was never computed', { t: 'z', f: 'B1+C1' }, [{ kind: 'uncached', formula: 'B1+C1' }]],
  ['an error', { t: 'e', v: 0x17 }, [{ kind: 'error', value: '#REF!' }]],
  [
    'a date by its number format',
    { t: 'n', v: 45444, z: 'd-mmm' },
    [{ kind: 'date', value: 45444, format: 'd-mmm' }],
  ],
  [
    'a number whose format has words',
    { t: 'n', v: 5, z: '0 "ngày"' },
    [{ kind: 'number', value: 5, format: '0 "ngày"' }],
  ],
  ['empty text, which is nothing', { t: 's', v: '' }, []],
])('%s', async (_, cell, read) => {
  expect(await cellsOf(bytesOf(bookOf({ B2: cell })))).toMatchObject(
    read.map((part) => ({ row: 2, column: 2, ...part })),
  )
})

test('dates of the 1904 system come out in the 1900 system', async () => {
  const workbook = bookOf(
    { A1: { t: 'n', v: 45444 - 1462, z: 'd/m/yyyy' } },
    { Workbook: { WBProps: { date1904: true } } },
  )
  expect(await cellsOf(bytesOf(workbook))).toMatchObject([{ kind: 'date', value: 45444 }])
})

test('the value of a merged range stands in its first cell only', async () => {
  const sheet = utils.aoa_to_sheet([['Tổng'], []])
  sheet['!merges'] = [utils.decode_range('A1:B2')]
  const cells = await cellsOf(bytesOf({ SheetNames: ['A'], Sheets: { A: sheet } }))
  expect(cells).toMatchObject([{ row: 1, column: 1, value: 'Tổng' }])
})

test('hidden and very hidden sheets are read, and say so', async () => {
  const sheet = utils.aoa_to_sheet([[1]])
  const workbook = {
    SheetNames: ['A', 'B', '_meta'],
    Sheets: { A: sheet, B: sheet, _meta: sheet },
    Workbook: { Sheets: [{ Hidden: 0 as const }, { Hidden: 1 as const }, { Hidden: 2 as const }] },
  }
  const parsed = await readWithSheetJs(bytesOf(workbook))
  expect(parsed.ok && parsed.book.sheets.map((each) => [each.name, each.state])).toEqual([
    ['A', 'visible'],
    ['B', 'hidden'],
    ['_meta', 'very-hidden'],
  ])
})

test.each(['biff8', 'ods'] as const)('an %s file reads the same', async (bookType) => {
  const workbook = bookOf({ A1: { t: 's', v: 'Phường Tân An' }, B1: { t: 'n', v: 0 } })
  expect(await cellsOf(bytesOf(workbook, bookType))).toMatchObject([
    { column: 1, kind: 'text', value: 'Phường Tân An' },
    { column: 2, kind: 'number', value: 0 },
  ])
})

test('Excel 95 text is read in the code page that the file names', async () => {
  const bytes: Buffer = write(bookOf({ A1: { t: 's', v: 'ABCDE' } }), { type: 'buffer', bookType: 'biff5' })
  bytes.write('\xd0\xf4\xd2ng', bytes.indexOf('ABCDE'), 'latin1')
  bytes.writeUInt16LE(1258, bytes.indexOf('\x42\x00\x02\x00', 512, 'latin1') + 4)
  expect(await cellsOf(bytes)).toMatchObject([{ value: 'Đổng' }])
})

test('in CSV only plain integers become numbers; everything else stays as typed', async () => {
  const cells = await cellsOf('ID;12;-3;04;1.234;1,5;1/6;=1+1;;x\n')
  expect(cells.map((cell) => cell.value)).toEqual(['ID', 12, -3, '04', '1.234', '1,5', '1/6', '=1+1', 'x'])
})

test('a CSV whose first cell is the name of an old format is still a CSV', async () => {
  expect(await cellsOf('TABLE,x\n1,2\n')).toMatchObject([
    { value: 'TABLE' },
    { value: 'x' },
    { value: 1 },
    { value: 2 },
  ])
})

test('what the library throws is a value', async () => {
  expect(await readWithSheetJs(Buffer.from('PK\x03\x04 nonsense'))).toEqual({
    ok: false,
    why: 'damaged',
    lost: null,
  })
})

test('merged ranges, hidden rows and columns and names are told', async () => {
  const sheet = utils.aoa_to_sheet([[1, 2], [3]])
  Object.assign(sheet, {
    '!merges': [utils.decode_range('A1:B2')],
    '!rows': [{}, { hidden: true }],
    '!cols': [{}, { hidden: true }],
  })
  const workbook = {
    SheetNames: ['A'],
    Sheets: { A: sheet },
    Workbook: { Names: [{ Name: 'N', Ref: 'A!$A$1' }] },
  }
  const parsed = await readWithSheetJs(bytesOf(workbook))
  expect(parsed.ok && parsed.book).toMatchObject({
    names: [{ name: 'N', refersTo: 'A!$A$1' }],
    hasMacros: false,
    sheets: [
      {
        merges: [{ top: 1, left: 1, bottom: 2, right: 2 }],
        hiddenRows: new Set([2]),
        hiddenColumns: [{ from: 2, to: 2 }],
      },
    ],
  })
})
