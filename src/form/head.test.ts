/** What stands above the table: the day of the report as offices write it, and a period that speaks against the form. */

import { expect, test } from 'vitest'
import { bookOf, type Changes } from '../../fixtures/book-of.ts'
import { type Filled, slotKey } from '../../fixtures/province.ts'
import { filledPages } from '../../fixtures/workbooks.ts'
import { anAsked, aProgramme, PERIOD } from '../testing.ts'
import { DATA_SHEET } from './layout.ts'
import { type ReadForm, readForm } from './read.ts'

const programme = aProgramme()
const UNIT = programme.units.find(({ level }) => level === 'commune')?.code ?? ''

function read(changes: Changes): ReadForm {
  const asked = anAsked(UNIT, programme)
  const answers = Object.fromEntries(asked.slots.map((slot) => [slotKey(slot), 1]))
  const filled: Filled = { asked, answers, notes: {}, texts: {}, received: '2024-06-14', revision: 1 }
  const book = bookOf(filledPages(filled, programme, PERIOD), changes)
  return readForm(book, programme, { path: 'a.xlsx', sha256: 'x' })
}

const RECEIVED = `${DATA_SHEET}!11:4`
const REVISION = `${DATA_SHEET}!10:4`
const HEADING = `${DATA_SHEET}!7:1`
const codes = ({ findings }: ReadForm) => findings.map(({ fault }) => fault.code)

test.each([
  ['14/6/2024'],
  ['14.06.2024'],
  ['14 - 6 - 2024'],
  ['ngày 14 tháng 6 năm 2024'],
  ['14 tháng 6 năm 2024'],
  ['Cái Khế, ngày 14 tháng 06 năm 2024'],
  ['2024-06-14'],
  ['2024/06/14'],
  ['2024/6/14'],
  ['2024-06-14T08:30:00'],
  ['2024-06-14T08:30:00.000Z'],
  ['2024-06-14 00:00:00'],
  ['14/6/2024 8:30'],
  ['14/6/2024 08:30:00 AM'],
  ['14/6/2024, 16h30'],
  ['16 giờ 30 phút, ngày 14 tháng 6 năm 2024'],
  ['8:30 14/6/2024'],
  [45457],
])('“%s” is the fourteenth of June', (value) => {
  const form = read({
    [RECEIVED]: { kind: typeof value === 'number' ? 'number' : 'text', value },
  })
  expect(form.submission?.received).toBe('2024-06-14')
  expect(codes(form)).not.toContain('received-unreadable')
})

test.each([
  ['giữa tháng 6'],
  ['ngày 31 tháng 6 năm 2024'],
  ['ngày … tháng … năm 2024'],
  ['2024-14-06'],
  ['2024-06/14'],
  ['24-06-14'],
  ['8:30'],
  ['2024-06-14 25:00'],
  [14],
  [45457.5],
])('“%s” is no day', (value) => {
  const form = read({
    [RECEIVED]: { kind: typeof value === 'number' ? 'number' : 'text', value },
  })
  expect(form.submission?.received).toBeNull()
  expect(codes(form)).toContain('received-unreadable')
})

test('a heading typed over for another period is said, at its cell, and the form still counts', () => {
  const found = 'Kỳ: 6 tháng cuối năm 2024, từ ngày 15/6/2024 đến ngày 14/12/2024'
  const { submission, findings } = read({ [HEADING]: { kind: 'text', value: found } })
  expect(submission?.period).toEqual(PERIOD)
  expect(findings).toMatchObject([
    {
      severity: 'warning',
      sheet: DATA_SHEET,
      cell: 'A7',
      fault: { code: 'period-contradicted', counted: PERIOD, said: { ...PERIOD, part: 2 }, found },
    },
  ])
})

test.each([['Kỳ: 6 tháng đầu năm 2024'], ['kỳ báo cáo 2024-H1'], ['Kỳ báo cáo'], [null]])(
  'the heading “%s” does not speak against the form',
  (value) => {
    const form = read({ [HEADING]: value === null ? null : { kind: 'text', value } })
    expect(codes(form)).not.toContain('period-contradicted')
  },
)

const revised = (value: string | number) =>
  read({ [REVISION]: { kind: typeof value === 'number' ? 'number' : 'text', value } })

test.each([
  [2, 2],
  ['2', 2],
  ['02', 2],
  ['Lần 2', 2],
  ['lần 02', 2],
  ['LẦN\u00a02:', 2],
  ['lan 2', 2],
  ['Lần thứ 2', 2],
  ['Lần thứ hai', 2],
  ['lần hai', 2],
  ['Lần thứ nhất', 1],
  ['lần đầu', 1],
  ['Lần thứ ba', 3],
  ['lần thứ tư', 4],
  ['II', 2],
  ['Lần IV', 4],
  ['2 (sửa)', 2],
  ['Lần 2 - bổ sung', 2],
  ['Báo cáo lần 3 (đã chỉnh sửa)', 3],
  ['12', 12],
])('the revision “%s” is %d', (value, revision) => {
  const form = revised(value)
  expect(form.submission?.revision).toBe(revision)
  expect(codes(form)).not.toContain('revision-unreadable')
})

test.each([
  ['sửa lần 2'],
  ['Lần 1 (sửa)'],
  ['lần 1, 2'],
  ['2/2024'],
  ['2 lần'],
  ['lần sau'],
  ['2,5'],
  ['-2'],
  ['2½'],
  ['hai'],
  ['cuối'],
  ['0'],
  ['15 tháng 6'],
  [2024],
  [45457],
  [1.5],
])('the revision “%s” is not told, counts as the first and is said', (value) => {
  const form = revised(value)
  expect(form.submission?.revision).toBe(1)
  expect(codes(form)).toContain('revision-unreadable')
})
