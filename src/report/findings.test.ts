/** `Phát hiện`: how many of each kind, then every finding with its note and what settled it. */

import { describe, expect, test } from 'vitest'
import type { Fault, Finding, Severity } from '../model.ts'
import type { Page, PageRow } from '../page.ts'
import { aMaterial, aProgramme } from '../testing.ts'
import { findingsPage } from './findings.ts'

const programme = aProgramme()

function aFinding(severity: Severity, fault: Fault, more: Partial<Finding> = {}): Finding {
  const place = { file: 'a.xlsx', sheet: 'Số liệu', cell: 'E20' }
  return { severity, fault, ...place, unit: '99101', indicator: 'C01', ...more }
}

const jump: Fault = { code: 'jump', before: 2, now: 9, limit: 50, others: null, together: null }

const page = (findings: readonly Finding[]): Page =>
  findingsPage(aMaterial({ programme, findings, linkTo: (file) => file }))

const rows = (findings: readonly Finding[]): readonly PageRow[] => [...page(findings).rows]
const values = ({ cells }: PageRow): readonly unknown[] => cells.map((cell) => cell?.value ?? null)

const findings = [
  aFinding('error', { code: 'value-missing' }),
  aFinding('error', { code: 'value-missing' }, { cell: 'E21' }),
  aFinding('warning', jump),
  aFinding('info', jump, { note: 'Mở thêm chợ.' }),
]

test('long texts are shortened, and say so: the whole of a note stands in Nguồn', () => {
  const found = 'mười hai người '.repeat(2000)
  const long = aFinding(
    'error',
    { code: 'value-not-a-number', found, contains: [] },
    {
      note: found,
      waived: { why: 'đã gọi điện', by: 'Phòng BTXH' },
    },
  )
  const [, , , , row] = rows([long])
  const texts = values(row as PageRow).filter((one) => String(one).includes('mười hai người'))
  expect(texts).toHaveLength(2)
  expect(texts[0]).toMatch(/^.{400,700}…$/)
  expect(texts[1]).toMatch(/^.{100,240}…\n.*đã gọi điện.*$/)
})

describe('the count by kind', () => {
  const kinds = (made: readonly PageRow[]): readonly unknown[] => {
    const title = made.findIndex((row) => row.cells[0]?.value === 'SỐ PHÁT HIỆN THEO LOẠI')
    return made.slice(title + 2).map((row) => values(row).slice(1, 4))
  }

  test('has a row for each severity and kind, with the first finding’s sentence, leading to it', () => {
    const made = rows(findings)
    expect(kinds(made)).toEqual([
      ['Lỗi', 'Ô để trống', 2],
      ['Cảnh báo', 'Thay đổi lớn so với cùng kỳ', 1],
      ['Lưu ý', 'Thay đổi lớn so với cùng kỳ', 1],
    ])
    const [first, said] = made.at(-2)?.cells.slice(3, 5) ?? []
    expect(said?.value).toMatch(/^Chỉ tiêu C01 .* kỳ này 9/)
    expect(first?.link).toEqual({ to: 'cell', sheet: 'Phát hiện', cell: 'A7' })
    expect(values(made[6] as PageRow)).toContain('Thay đổi lớn so với cùng kỳ')
  })

  test('stands beneath the table with the filter, which holds every finding and nothing else', () => {
    const made = rows(findings)
    expect(values(made[3] as PageRow)[0]).toBe('TT')
    expect(page(findings)).toMatchObject({ filter: 'A4:K8', frozen: { rows: 4 } })
    expect(made.slice(4, 8).map((row) => values(row)[0])).toEqual([1, 2, 3, 4])
    expect(made[8]?.cells).toEqual([])
  })

  test('is printed with the findings, whose kinds are not', () => {
    expect(page(findings).print?.area).toBe('A1:J14')
    expect(page([]).print?.area).toBe('A1:J4')
  })

  test('counts what a decision settled apart', () => {
    const waived = { why: 'đã kiểm tra', by: 'Phòng BTXH' }
    const made = rows([
      aFinding('error', { code: 'value-missing' }),
      aFinding('error', { code: 'value-missing' }, { waived }),
    ])
    expect(kinds(made)).toEqual([
      ['Lỗi', 'Ô để trống', 1],
      ['Lỗi (đã bỏ qua)', 'Ô để trống', 1],
    ])
  })

  test('is found from the top, where severities are counted', () => {
    const [, counts] = rows(findings)
    expect(counts?.cells[0]?.value).toMatch(/^2 lỗi, 1 cảnh báo, 1 lưu ý\./)
    expect(counts?.cells[0]?.link).toEqual({ to: 'cell', sheet: 'Phát hiện', cell: 'A10' })
    expect(values(rows(findings)[9] as PageRow)[0]).toBe('SỐ PHÁT HIỆN THEO LOẠI')
  })

  test('is left out where nothing was found', () => {
    expect(values(rows([])[1] as PageRow)).toEqual(['Không có phát hiện nào.'])
    expect(rows([])).toHaveLength(4)
  })
})

describe('what is shown with a finding', () => {
  const noteOf = (finding: Finding): unknown => rows([finding])[4]?.cells[9]?.value

  test('the reporter’s note', () => {
    expect(noteOf(aFinding('info', jump, { note: 'Mở thêm chợ.' }))).toBe('Đơn vị giải trình: Mở thêm chợ.')
  })

  test('the decision that settled it, with who and why', () => {
    const settled = aFinding(
      'error',
      { code: 'value-missing' },
      { waived: { why: 'đã gọi', by: 'Phòng BTXH' } },
    )
    expect(noteOf(settled)).toBe('Bỏ qua theo quyết định của Phòng BTXH: đã gọi')
    expect(rows([settled])[4]?.cells[1]).toEqual({ value: 'Lỗi (đã bỏ qua)', role: 'info' })
  })

  test('a long path by the name of its file alone, leading to it', () => {
    const file = 'Quận Thốt Nốt/31207 Phường Thốt Nốt.xlsx'
    const shown = rows([aFinding('error', { code: 'value-missing' }, { file })])[4]?.cells[4]
    expect(shown).toMatchObject({ value: '…/31207 Phường Thốt Nốt.xlsx', link: { path: file } })
  })

  test('nothing where there is neither', () => {
    expect(noteOf(aFinding('warning', jump))).toBeNull()
  })
})
