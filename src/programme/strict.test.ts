/** What a programme says that can be read, and yet cannot be meant: each with its place and its sentence. */
import { expect, test } from 'vitest'
import { sayMistake } from '../messages/mistake.ts'
import type { Lang } from '../model.ts'
import { parseProgramme } from '../programme.ts'
import { headingOn } from './dated.ts'

const UNITS = `code,name,level,parent,from,until,into,of
99,Tỉnh Mẫu,province,,2010-01-01,,,
991,Huyện Một,district,99,2010-01-01,2020-01-01,,
99101,Xã Một,commune,99,2010-01-01,,,
cong-an,Công an tỉnh,body,99,2010-01-01,,,
`
const PROGRAMME = `id: mau
title: { vi: Mẫu, en: Sample }
valid: { from: 2021-01-01, until: 2026-01-01 }
asks: [half, year]
levels: [province, district, commune]
reporters:
  commune: { deadline: 2, form: "Biểu 01" }
heading: { parent: UBND, agency: SỞ, symbol: BC, place: Mẫu, signer: GIÁM ĐỐC }
groups: [{ code: A, name: { vi: a, en: a } }]
indicators:
  - { code: A01, name: { vi: a, en: a }, group: A, measure: { vi: m, en: m }, type: flow, collect: [commune] }
  - { code: K01, name: { vi: k, en: k }, group: A, measure: { vi: m, en: m }, type: reference, value: "units('commune')" }
rules:
  - { code: M1, rule: A01 >= 0, say: { vi: v, en: v } }
targets:
  - { code: T1, kind: ratio, of: [A01, K01], compare: ">=", threshold: 70 }
`

const HEADING = 'parent: UBND, agency: SỞ, symbol: BC, place: Mẫu, signer: GIÁM ĐỐC'

function parse(from: string, to: string) {
  expect(PROGRAMME.split(from)).toHaveLength(2)
  return parseProgramme({
    programme: { file: 'p.yaml', text: PROGRAMME.replace(from, () => to) },
    catalogue: null,
    units: { file: 'u.csv', text: UNITS },
  })
}

const said = (from: string, to: string, lang: Lang = 'vi') =>
  parse(from, to).mistakes.map((mistake) => sayMistake(mistake, lang))

test('as it stands, it is right', () => {
  expect(said('id: mau', 'id: mau')).toEqual([])
})

const DUTY = 'commune: { deadline: 2, form: "Biểu 01" }'

test.each([
  [
    'asks: [half, year]',
    'asks: []',
    'p.yaml:4:7: “asks” phải là danh sách có ít nhất một loại kỳ, ví dụ [half, year], nhưng ở đây ghi “[]”.',
  ],
  [
    'form: "Biểu 01" }',
    'form: "Biểu 01", asks: [] }',
    'p.yaml:7:50: “asks” phải là danh sách có ít nhất một loại kỳ, ví dụ [half, year], nhưng ở đây ghi “[]”.',
  ],
  [
    'threshold: 70',
    'threshold: 70, asks: [haft]',
    'p.yaml:16:83: “asks” không nhận “haft”. Có phải “half” không? Được dùng: quarter, half, nine-months, year, review.',
  ],
  [
    'deadline: 2',
    'deadline: -2',
    'p.yaml:7:24: “deadline” phải là số nguyên, từ 0 trở lên, nhưng ở đây ghi “-2”.',
  ],
  ['type: flow,', 'type: flow, min: 5, max: 3,', 'p.yaml:11:96: Mức thấp nhất 5 lớn hơn mức cao nhất 3.'],
  ['threshold: 70', 'threshold: [5, 3]', 'p.yaml:16:72: Mức thấp nhất 5 lớn hơn mức cao nhất 3.'],
  [
    'rule: A01 >= 0',
    `rule: "units('commune') > 0"`,
    "p.yaml:14:23: Biểu thức “units('commune') > 0” không nhắc đến chỉ tiêu nào phải báo cáo, nên báo cáo nào cũng cho một kết quả.",
  ],
  [
    'rule: A01 >= 0',
    'rule: K01 > 0',
    'p.yaml:14:23: Biểu thức “K01 > 0” không nhắc đến chỉ tiêu nào phải báo cáo, nên báo cáo nào cũng cho một kết quả.',
  ],
  [
    'of: [A01, K01]',
    'of: [months(), K01]',
    'p.yaml:16:34: Biểu thức “months(), K01” không nhắc đến chỉ tiêu nào phải báo cáo, nên báo cáo nào cũng cho một kết quả.',
  ],
  [
    'threshold: 70',
    'threshold: 70, by: district',
    'p.yaml:16:80: Không có đơn vị nào thuộc cấp “district” vào ngày nào từ 2021-01-01 đến trước 2026-01-01.',
  ],
  [
    'of: [A01, K01]',
    `of: [A01, "units('district')"]`,
    'p.yaml:16:34: Không có đơn vị nào thuộc cấp “district” vào ngày nào từ 2021-01-01 đến trước 2026-01-01.',
  ],
  [
    'threshold: 70',
    'threshold: 70, by: ["99101", "991"]',
    'p.yaml:16:90: Đơn vị “991” không có hiệu lực vào ngày nào từ 2021-01-01 đến trước 2026-01-01.',
  ],
  [
    'threshold: 70',
    'threshold: 70, by: ["99101", "9910"]',
    'p.yaml:16:90: Không có đơn vị “9910”. Có phải “991” không?',
  ],
  [
    'asks: [half',
    'scope: ["991"]\nasks: [half',
    'p.yaml:4:9: Đơn vị “991” không có hiệu lực vào ngày nào từ 2021-01-01 đến trước 2026-01-01.',
  ],
  [
    'threshold: 70',
    'threshold: 70, due: 2026-03-01',
    'p.yaml:16:81: “due”: ngày 2026-03-01 ngoài thời gian của chương trình (từ 2021-01-01 đến trước 2026-01-01).',
  ],
  [
    `heading: { ${HEADING} }`,
    `heading: { from: 2021-07-01, ${HEADING} }`,
    'p.yaml:8:10: “heading” chưa có cho những ngày từ 2021-01-01 đến trước 2021-07-01; chương trình ngày nào cũng phải có.',
  ],
  [
    `heading: { ${HEADING} }`,
    `heading:\n  - { until: 2025-07-01, ${HEADING} }\n  - { from: 2025-08-01, ${HEADING} }`,
    'p.yaml:9:3: “heading” chưa có cho những ngày từ 2025-07-01 đến trước 2025-08-01; chương trình ngày nào cũng phải có.',
  ],
  [
    `heading: { ${HEADING} }`,
    `heading:\n  - { until: 2025-07-02, ${HEADING} }\n  - { from: 2025-07-01, ${HEADING} }`,
    'p.yaml:10:5: “heading”: ngày 2025-07-01 trùng với phần ở dòng 9; mỗi ngày chỉ được theo một phần.',
  ],
  [
    `heading: { ${HEADING} }`,
    `heading:\n  - { ${HEADING} }\n  - { ${HEADING} }`,
    'p.yaml:10:5: “heading”: ngày 2021-01-01 trùng với phần ở dòng 9; mỗi ngày chỉ được theo một phần.',
  ],
  [
    `heading: { ${HEADING} }`,
    'heading: SỞ',
    'p.yaml:8:10: “heading” phải là các cặp khóa: giá trị, hoặc một danh sách, mỗi mục cho một thời gian (from, until), nhưng ở đây ghi “SỞ”.',
  ],
  [
    `heading: { ${HEADING} }`,
    `heading: { ${HEADING}, agensy: SỞ }`,
    'p.yaml:8:80: Không có khóa “agensy” ở đây. Có phải “agency” không? Các khóa được dùng: parent, agency, symbol, place, signer, form, name, authority, recipients, from, until.',
  ],
  [
    `heading: { ${HEADING} }`,
    `heading: [{ ${HEADING.replace('symbol: BC, ', '')} }]`,
    'p.yaml:8:11: Thiếu “symbol”.',
  ],
  [
    DUTY,
    'commune: [{ until: 2025-07-01, deadline: 2, form: a }, { from: 2025-01-01, deadline: 4, form: b }]',
    'p.yaml:7:58: “commune”: ngày 2025-01-01 trùng với phần ở dòng 7; mỗi ngày chỉ được theo một phần.',
  ],
  [
    DUTY,
    'commune: { from: 2025-07-01, until: 2025-07-01, deadline: 2, form: a }',
    'p.yaml:7:39: Ngày kết thúc 2025-07-01 phải sau ngày bắt đầu 2025-07-01.',
  ],
  [
    'collect: [commune]',
    'collect: [{ by: commune, from: 2025-07-01, until: 2024-07-01 }]',
    'p.yaml:11:141: Ngày kết thúc 2024-07-01 phải sau ngày bắt đầu 2025-07-01.',
  ],
  [
    'collect: [commune]',
    'collect: [{ by: commune, from: 2025-02-30 }]',
    'p.yaml:11:122: “from” phải là một ngày có thật dạng năm-tháng-ngày, ví dụ 2024-06-14, nhưng ở đây ghi “2025-02-30”.',
  ],
  [
    'asks: [half',
    'checks: { outliers: off }\nasks: [half',
    'p.yaml:4:11: Không có khóa “outliers” ở đây. Có phải “outlier” không? Các khóa được dùng: jump, zero-after, copied-from-last-year, copied-from-neighbour, outlier.',
  ],
  [
    'type: flow,',
    'type: flow, checks: { jump: explian },',
    'p.yaml:11:107: “jump” không nhận “explian”. Có phải “explain” không? Được dùng: off, warning, explain.',
  ],
])('%j written as %j', (from, to, message) => {
  expect(said(from, to)).toEqual([message])
})

test.each([
  [
    'asks: [half, year]',
    'asks: []',
    'p.yaml:4:7: “asks” must be a list with at least one kind of period, such as [half, year], but says “[]”.',
  ],
  [
    'rule: A01 >= 0',
    'rule: 1 > 0',
    'p.yaml:14:23: Expression “1 > 0” names no indicator that is reported, so that every report comes out alike.',
  ],
  [
    'threshold: 70',
    'threshold: 70, by: "991"',
    'p.yaml:16:80: Unit “991” is not in force on any day from 2021-01-01 until before 2026-01-01.',
  ],
  [
    `heading: { ${HEADING} }`,
    `heading: { from: 2021-07-01, ${HEADING} }`,
    'p.yaml:8:10: “heading” is missing from 2021-01-01 until before 2021-07-01; every day of the programme needs one.',
  ],
])('%j written as %j, in English', (from, to, message) => {
  expect(said(from, to, 'en')).toEqual([message])
})

test('headings and duties change on their days; before the first and after the last the nearest heading stands', () => {
  const { programme } = parse(
    `heading: { ${HEADING} }`,
    `heading:\n  - { from: 2025-07-01, until: 2026-01-01, ${HEADING.replace('SỞ', 'SỞ Y TẾ')} }\n  - { from: 2021-01-01, until: 2025-07-01, ${HEADING} }`,
  )
  if (programme === null) throw new Error('wrong')
  const agencies = ['2020-01-01', '2021-01-01', '2025-06-30', '2025-07-01', '2030-01-01'].map(
    (day) => headingOn(day, programme).agency,
  )
  expect(agencies).toEqual(['SỞ', 'SỞ', 'SỞ', 'SỞ Y TẾ', 'SỞ Y TẾ'])
})

test('a check is made as its indicator says, else as the programme says, else so that a note is enough', () => {
  const { programme } = parseProgramme({
    programme: {
      file: 'p.yaml',
      text: `${PROGRAMME.replace('type: flow,', 'type: flow, checks: { jump: off },')}checks: { jump: warning, outlier: warning }\n`,
    },
    catalogue: null,
    units: { file: 'u.csv', text: UNITS },
  })
  expect(programme?.checks).toMatchObject({ jump: 'warning', outlier: 'warning', 'zero-after': 'explain' })
  expect(programme?.indicators[0]).toMatchObject({
    checks: { jump: 'off', outlier: 'warning', 'copied-from-neighbour': 'explain' },
  })
})
