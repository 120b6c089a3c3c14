/** Every number of the consolidated workbook leads to where it comes from, and from there to the cell of the file. */

import { expect, test } from 'vitest'
import { reportWords, SHEETS } from '../messages/report.ts'
import type { PageCell, PageRow } from '../page.ts'
import { consolidate, report } from '../pipeline.ts'
import { aContext, aFile, aProgramme, aSubmission } from '../testing.ts'

const programme = aProgramme()
const files = [
  aFile(aSubmission('99101', { A01: 2, C01: 10, D01: 1 }, { file: 'Huyện Một/a.xlsx' })),
  aFile(aSubmission('99102', { A01: 0, C01: 5, D01: 0 }, { file: 'Huyện Một/b.xlsx' })),
  aFile(aSubmission('991', { A01: 3 }, { file: 'Huyện Một/c.xlsx' })),
  aFile(aSubmission('cong-an', { A01: 4 }, { file: 'Công an.xlsx' })),
]
const result = consolidate(files, aContext(programme))
const { pages } = report(result, 'vi', (file) => `../${file}`)
// Rows may be made while they are walked, and then only once.
const sheets = new Map(pages.map(({ name, rows }) => [name, [...rows]]))
const rowsOf = (name: string): readonly PageRow[] => sheets.get(name) ?? []

/** The cell that an address of a sheet means. */
function cellAt(sheet: string, address: string): PageCell | null {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return sheets.get(sheet)?.[Number(row) - 1]?.cells[column - 1] ?? null
}

const linked = [SHEETS.summary, SHEETS.byDistrict, SHEETS.byCommune].flatMap((name) =>
  rowsOf(name).flatMap(({ cells }) =>
    cells.flatMap((cell) => (cell?.link === undefined || cell.formula === undefined ? [] : [{ name, cell }])),
  ),
)

test('a linked number equals the number of the cell it leads to, on another sheet of the workbook', () => {
  expect(linked.length).toBeGreaterThan(20)
  for (const { name, cell } of linked) {
    const { link } = cell
    if (link?.to !== 'cell') throw new Error('a number leads to a cell')
    expect(link.sheet).not.toBe(name)
    expect(cellAt(link.sheet, link.cell)?.value ?? '').toBe(cell.value ?? '')
  }
})

test('each answer stands in Nguồn once, with its value, and leads to its own cell in its own file', () => {
  const { headers } = reportWords.vi.source
  const of = (title: string): number => headers.indexOf(title)
  const rows = rowsOf(SHEETS.source)
  for (const one of [...result.observations].filter(({ file }) => file !== null)) {
    const [row, ...others] = rows.filter(
      ({ cells }) =>
        cells[of('Mã đơn vị')]?.value === one.about &&
        cells[of('Chỉ tiêu')]?.value === one.indicator &&
        cells[of('Cách tính')]?.value === reportWords.vi.as[one.as] &&
        cells[of('Tệp')]?.value === one.file,
    )
    expect(others).toEqual([])
    expect(row?.cells[of('Giá trị')]?.value).toBe(one.value)
    const link = { to: 'file', path: `../${one.file}`, sheet: one.sheet, cell: one.cell }
    expect(row?.cells[of('Tệp')]?.link).toEqual(link)
  }
})
