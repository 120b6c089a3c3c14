import { expect, test } from 'vitest'
import { readHtml } from './html.ts'

/** `A1: value` of every cell, a list per sheet. */
function cellsOf(html: string): unknown {
  const parsed = readHtml(html)
  if (!parsed.ok) return parsed
  return parsed.book.sheets.map((sheet) =>
    sheet.rows.flatMap((row) => row.cells.map((cell) => `R${cell.row}C${cell.column} ${cell.value}`)),
  )
}

test.each([
  [
    'rows and columns',
    '<table><tr><th>Mã<td>Số</tr><tr><td>C01</td><td>12</td></tr></table>',
    [['R1C1 Mã', 'R1C2 Số', 'R2C1 C01', 'R2C2 12']],
  ],
  ['cells whose end is left out', '<table><tr><td>1<td>2<tr><td>3</table>', [['R1C1 1', 'R1C2 2', 'R2C1 3']]],
  [
    'wide cells push the next one on',
    '<table><tr><td colspan=2>a</td><td>b</td></tr></table>',
    [['R1C1 a', 'R1C3 b']],
  ],
  [
    'tall cells push those beneath aside, wide ones too',
    '<table><tr><td>a<td rowspan=2 colspan=2>b<td>c</tr><tr><td>d<td>e</tr><tr><td>f<td>g</tr></table>',
    [['R1C1 a', 'R1C2 b', 'R1C4 c', 'R2C1 d', 'R2C4 e', 'R3C1 f', 'R3C2 g']],
  ],
  [
    'names and numbers of characters',
    '<table><tr><td>Ph&ograve;ng&nbsp;A &#7841; &#x1EA1; &lt;b&gt; &unknown;</table>',
    [['R1C1 Phòng A ạ ạ <b> &unknown;']],
  ],
  [
    'white space, and breaks that are meant',
    '<table><tr><td>\n  a   b<br>c<p>d</p>e</td></tr></table>',
    [['R1C1 a b\nc\nd\ne'.replace('c\nd', 'cd')]],
  ],
  [
    'several tables are several sheets',
    '<table><tr><td>1</table><p>x<table><tr><td>2</table>',
    [['R1C1 1'], ['R1C1 2']],
  ],
  [
    'a table inside another loses neither',
    '<table><tr><td>a<table><tr><td>1</td></tr></table>b</td><td>c</td></tr></table>',
    [['R1C1 ab', 'R1C2 c'], ['R1C1 1']],
  ],
  [
    'the number itself where Excel wrote it',
    '<table><tr><td x:num="1234.5">1.234,50</td><td sdval="7" sdnum="1">7,00</td><td x:num>3</td></table>',
    [['R1C1 1234.5', 'R1C2 7', 'R1C3 3']],
  ],
  [
    'neither styles nor comments',
    '<style>td > a { }</style><table><!-- <tr><td>x --><tr><td><script>"<td>"</script>1</table>',
    [['R1C1 1']],
  ],
  ['a page that only forgot to end its table', '<html><body><table><tr><td>1</body></html>', [['R1C1 1']]],
])('%s', (_, html, sheets) => {
  expect(cellsOf(html)).toEqual(sheets)
})

test('a page that stops inside its table is not whole', () => {
  expect(readHtml('<html><table><tr><td>1</td></tr><tr><td>')).toEqual({
    ok: false,
    why: 'truncated',
    lost: '',
  })
})

test('merged ranges and hidden rows are told', () => {
  const parsed = readHtml('<table><tr style="display:none"><td rowspan="2" colspan="3">a</table>')
  expect(parsed.ok && parsed.book.sheets[0]).toMatchObject({
    merges: [{ top: 1, left: 1, bottom: 2, right: 3 }],
    hiddenRows: new Set([1]),
  })
})

test('a table of a million cells, or wider than any sheet, is refused', () => {
  expect(readHtml('<table><tr><td>1<td>2<td>3</table>', 2)).toMatchObject({ why: 'too-big' })
  expect(readHtml(`<table><tr>${'<td colspan=1000>x'.repeat(18)}</table>`)).toMatchObject({ why: 'too-big' })
})
