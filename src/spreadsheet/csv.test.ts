import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCsv } from './csv.ts'

/** Values by row, with blanks as `null`. */
function valuesOf(text: string): unknown {
  const parsed = readCsv(text)
  if (!parsed.ok) return parsed
  return (parsed.book.sheets[0]?.rows ?? []).map(({ number, cells }) => {
    const row: unknown[] = [number]
    for (const cell of cells) row[cell.column] = cell.value
    return [...row].map((value) => value ?? null)
  })
}

test.each([
  [
    'commas',
    'Mã,Số\nA01,12\n',
    [
      [1, 'Mã', 'Số'],
      [2, 'A01', 12],
    ],
  ],
  [
    'semicolons, with decimal commas',
    'A;B\n1,5;2,5\n',
    [
      [1, 'A', 'B'],
      [2, '1,5', '2,5'],
    ],
  ],
  [
    'tabs',
    'A\tB\n1\t\t\n',
    [
      [1, 'A', 'B'],
      [2, 1],
    ],
  ],
  [
    'bars',
    'A|B\n1|2',
    [
      [1, 'A', 'B'],
      [2, 1, 2],
    ],
  ],
  ['the separator that Excel is told in the first line', 'sep=|\nA,B|C\n', [[1, 'A,B', 'C']]],
  [
    'line ends of the old Mac',
    'a,b\r1,2\r',
    [
      [1, 'a', 'b'],
      [2, 1, 2],
    ],
  ],
  [
    'line ends of Windows, and a blank line',
    'a,b\r\n\r\n1,2',
    [
      [1, 'a', 'b'],
      [3, 1, 2],
    ],
  ],
  [
    'line ends and separators inside quotation marks',
    '"a\nb","c,d"\n"e""f",1',
    [
      [1, 'a\nb', 'c,d'],
      [2, 'e"f', 1],
    ],
  ],
  ['a quotation mark inside a field', '5" ống,2', [[1, '5" ống', 2]]],
  [
    'characters that are nothing',
    '1\0,\0\n2,3',
    [
      [1, 1],
      [2, 2, 3],
    ],
  ],
  [
    'a first field that is the name of an old format',
    'TABLE,x\nID,1\n',
    [
      [1, 'TABLE', 'x'],
      [2, 'ID', 1],
    ],
  ],
  [
    'a first field that is blank',
    '\tx\n\t1\n',
    [
      [1, null, 'x'],
      [2, null, 1],
    ],
  ],
  [
    'only plain integers become numbers',
    '12;-3;04;1.234;1,5;1/6;=1+1;',
    [[1, 12, -3, '04', '1.234', '1,5', '1/6', '=1+1']],
  ],
  [
    'rows of different length',
    'a,b\n1\n2,3,4',
    [
      [1, 'a', 'b'],
      [2, 1],
      [3, 2, 3, 4],
    ],
  ],
])('%s', (_, text, values) => {
  expect(valuesOf(text)).toEqual(values)
})

/** Text cells whose digits are read by the file's decimal sign. */
const signed = (text: string): readonly unknown[] => {
  const parsed = readCsv(text)
  const rows = parsed.ok ? (parsed.book.sheets[0]?.rows ?? []) : []
  return rows.flatMap(({ cells }) =>
    cells.filter(({ decimalSign }) => decimalSign === ',').map(({ value }) => value),
  )
}

test.each<[string, string, readonly string[]]>([
  ['semicolons have decimal commas', 'M01;1.234;1,234;1,5;1.234,5;12', ['1.234', '1,234']],
  ['told in the first line too', 'sep=;\nM01;1.234', ['1.234']],
  ['in quotation marks too', 'M01;"1.234";2', ['1.234']],
  ['but where a point cannot separate thousands', 'M01;1.234;12.5', []],
  ['nor where it stands behind a zero', 'M01;1.234;0.250', []],
  ['nor behind thousands with commas', 'M01;1.234;1,234.5', []],
  ['several groups are no such point', 'M01;1.234;1.234.567', ['1.234']],
  ['commas tell nothing: 1.234 may have been typed as a text', 'M01,1.234,"1,234"', []],
  ['tabs tell nothing', 'M01\t1.234\t1,5', []],
])('the decimal sign: %s', (_, text, expected) => {
  expect(signed(text)).toEqual(expected)
})

test('a quotation that does not end means that the rest is missing', () => {
  expect(readCsv('a,b\n1,"Phường Tân')).toEqual({ ok: false, why: 'truncated', lost: '' })
})

test('more cells than allowed are refused', () => {
  expect(readCsv('1,2\n3,4', 3)).toEqual({ ok: false, why: 'too-big', lost: '' })
  expect(readCsv('1,2\n3,4', 4)).toMatchObject({ ok: true, filled: 1 })
})

test('whatever was written with quotation marks comes back, with every separator', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '|', '\n', 'ạ', ' ') })
  fc.assert(
    fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
      const written = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(','))
      const read = (valuesOf(`sep=,\n${written.join('\n')}`) as unknown[][]).map((row) => row.slice(1))
      const expected = rows.filter((row) => row.some((value) => value !== ''))
      expect(read.map((row) => row.map((value) => value ?? ''))).toEqual(
        expected.map((row) =>
          row.slice(0, row.findLastIndex((value) => value !== '') + 1).map((v) => v.normalize('NFC')),
        ),
      )
    }),
  )
})
