/** What is wrong with the phrases and the outline of a programme: each with its line, its column and one sentence. */
import { expect, test } from 'vitest'
import { sayMistake } from '../messages/mistake.ts'
import type { Lang } from '../model.ts'
import { parseProgramme } from '../programme.ts'

const UNITS =
  'code,name,level,parent,from,until,into,of\n99,Tỉnh Mẫu,province,,2010-01-01,,,\n99101,Xã Một,commune,99,2010-01-01,,,\n'
const flow = (code: string): string =>
  `  - { code: ${code}, name: { vi: a, en: a }, group: A, measure: { vi: m, en: m }, type: flow, collect: [commune] }`
const CATALOGUE = `groups: [{ code: A, name: { vi: a, en: a } }]
indicators:
${flow('A01')}
${flow('A02')}
phrases:
  - { code: A01, about: "số a", say: "Có {A01} a." }
  - { code: A02, about: "số b", say: "Có {A02} b." }
outline:
  - { title: "Một", say: [A01, A02], quote: [Q9] }
`
const PROGRAMME = `id: mau
title: { vi: Mẫu, en: Sample }
extends: catalogue.yaml
valid: { from: 2021-01-01, until: 2026-01-01 }
asks: [half, year]
levels: [province, commune]
reporters: { commune: { deadline: 2, form: "Biểu 01" } }
heading: { parent: UBND, agency: SỞ, symbol: BC, place: Mẫu, signer: GIÁM ĐỐC }
indicators: [A01]
phrases:
  - { code: A01, about: "số a", say: "Có {A01} a{A01 change}." }
reports:
  - { title: "Kết quả {period}", basis: "Thực hiện Kế hoạch" }
`

function parse(from: string, to: string) {
  expect(PROGRAMME.split(from)).toHaveLength(2)
  return parseProgramme({
    programme: { file: 'p.yaml', text: PROGRAMME.replace(from, () => to) },
    catalogue: { file: 'c.yaml', text: CATALOGUE },
    units: { file: 'u.csv', text: UNITS },
  })
}

const said = (from: string, to: string, lang: Lang = 'vi'): readonly string[] =>
  parse(from, to).mistakes.map((mistake) => sayMistake(mistake, lang))

test("a programme's own phrase stands in place of the catalogue's, and those it has no indicators for are left out", () => {
  const { programme } = parse('id: mau', 'id: mau')
  expect(programme?.phrases.map(({ code, say }) => [code, say.length])).toEqual([['A01', 5]])
  expect(programme?.written).toEqual([
    {
      asks: ['half', 'year'],
      title: 'Kết quả {period}',
      basis: 'Thực hiện Kế hoạch',
      outline: [{ title: 'Một', say: [['A01'], ['A02']], targets: false, quote: [], gaps: [], parts: [] }],
    },
  ])
})

const SAY = 'say: "Có {A01} a{A01 change}."'

test.each([
  [SAY, 'say: "Có {A01 a."', 'p.yaml:11:42: Câu “Có {A01 a.”: dấu { chưa có dấu đóng.'],
  [SAY, 'say: "Có {A03} a."', 'p.yaml:11:43: Câu “Có {A03} a.”: không có {A03}. Có phải “A01” không?'],
  [SAY, 'say: "Có {A02} a."', 'p.yaml:11:43: Câu “Có {A02} a.”: không có {A02}. Có phải “A01” không?'],
  [
    SAY,
    'say: "Có {A01} {communes}."',
    'p.yaml:11:49: Câu “Có {A01} {communes}.”: không có {communes}. Có phải “commune” không?',
  ],
  [
    SAY,
    'say: "Có a."',
    'p.yaml:11:38: Câu “Có a.”: “Có a.” không có số liệu nào, nên không biết khi nào thì nói. Thêm một số liệu, ví dụ {D03}.',
  ],
  [
    SAY,
    `${SAY}, none: "Có {A01} a."`,
    'p.yaml:11:76: Câu “Có {A01} a.”: câu này chỉ dùng khi A01 không có số, nên không được có {A01}.',
  ],
  [
    'basis: "Thực hiện Kế hoạch"',
    'basis: "Kế hoạch", outline: [{ title: "Hai", say: [A1] }]',
    'p.yaml:13:85: Không có câu có mã “A1”. Có phải “A01” không?',
  ],
  [
    'basis: "Thực hiện Kế hoạch"',
    'basis: "Kế hoạch", outline: [{ title: "Hai", quote: [Q1] }]',
    'p.yaml:13:87: Không có câu hỏi “Q1”.',
  ],
  [
    'signer: GIÁM ĐỐC',
    'signer: PHÓ GIÁM ĐỐC, authority: "Ký thay"',
    'p.yaml:8:95: “authority” phải là quyền hạn ký, ví dụ "KT. GIÁM ĐỐC" (TM., KT., TL., TUQ. hoặc Q.), nhưng ở đây ghi “"Ký thay"”.',
  ],
])('%s → %s', (from, to, sentence) => {
  expect(said(from, to)).toEqual([sentence])
})

test('a key that is not known is named beside the one that is missing', () => {
  expect(said(SAY, 'sy: "Có {A01} a."')).toEqual([
    'p.yaml:11:5: Thiếu “say”.',
    'p.yaml:11:33: Không có khóa “sy” ở đây. Có phải “say” không? Các khóa được dùng: code, about, say, none, unknown.',
  ])
})

test('the same in English', () => {
  expect(said(SAY, 'say: "Có {A03} a."', 'en')).toEqual([
    'p.yaml:11:43: Sentence “Có {A03} a.”: there is no {A03}. Did you mean “A01”?',
  ])
})

test('a signature on behalf of another, and recipients, are read', () => {
  const { programme } = parse(
    'signer: GIÁM ĐỐC',
    'signer: PHÓ GIÁM ĐỐC, authority: "KT. GIÁM ĐỐC", recipients: ["Lưu: VT"]',
  )
  expect(programme?.headings[0]).toMatchObject({ authority: 'KT. GIÁM ĐỐC', recipients: ['Lưu: VT'] })
})
