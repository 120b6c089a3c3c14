import { expect, test } from 'vitest'
import { reminderWords } from './status.ts'

const reminder = {
  name: 'Xã Một',
  agency: 'SỞ MẪU',
  period: { kind: 'half', year: 2024, part: 1, until: 2024 },
  form: 'Biểu 01-X',
  programme: 'Chương trình mẫu',
  deadline: '2024-06-18',
  daysLate: 7,
  by: '2024-06-27',
  received: null,
  revision: null,
  file: null,
  items: [],
} as const

test('a report of which nothing came is called for', () => {
  expect(reminderWords.vi.missing(reminder)).toContain('SỞ MẪU chưa nhận được báo cáo')
  expect(reminderWords.en.missing(reminder)).toContain('has not yet received your report')
})

test('a report that came and could not be counted is not said to be missing', () => {
  const items = [{ place: '', what: 'Hai tệp khác số liệu.', fix: 'Chọn một.' }]
  const said = reminderWords.vi.missing({ ...reminder, items })
  expect(said).toContain('SỞ MẪU đã nhận nhưng chưa tính được báo cáo')
  expect(said).not.toContain('chưa nhận được')
  expect(reminderWords.en.missing({ ...reminder, items })).toContain(
    'has received but cannot count your report',
  )
})
