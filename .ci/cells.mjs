// What our own reader sees in a workbook, as one line of JSON per file: for checks against other readers.
import { readFileSync } from 'node:fs'
import { openBook } from '../dist/src/spreadsheet/open.js'

for (const path of process.argv.slice(2)) {
  const opened = await openBook(readFileSync(path))
  const sheets = opened.ok
    ? opened.book.sheets.map(({ name, rows }) => ({
        name,
        cells: rows.flatMap((row) => row.cells.map(({ row: r, column, kind, value, formula }) => [r, column, kind, value, formula])),
      }))
    : []
  console.log(JSON.stringify({ path, reader: opened.ok ? opened.reader : `${opened.why} ${opened.detail}`, sheets }))
}
