/** Places left open, and what another province wrote. */

import { expect, test } from 'vitest'
import { sayMistake } from '../messages/mistake.ts'
import { parseProgramme } from '../programme.ts'
import { anIndicator, UNITS } from '../testing.ts'
import { borrowedTexts } from './unfinished.ts'

const text = (heading: string, basis: string, source = '"Kế hoạch 5/KH-UBND"'): string => `id: mau
title: { vi: "Mẫu", en: "Sample" }
source: ${source}
valid: { from: 2021-01-01, until: 2026-01-01 }
asks: [half, year]
levels: [province, district, commune]
reporters: { commune: { deadline: 2, form: B } }
heading: { parent: "UBND", agency: "SỞ", symbol: "BC", ${heading} }
groups: [{ code: A, name: { vi: a, en: a } }]
indicators:
${anIndicator('A01', 'flow', 'collect: [commune]')}
reports: [{ title: t, basis: ${basis}, outline: [{ title: x, gaps: ["[… việc khác]"] }] }]
`
const read = (yaml: string, units = UNITS) =>
  parseProgramme({ programme: { file: 'p', text: yaml }, catalogue: null, units: { file: 'u', text: units } })

const theirs = text(
  'place: "Việt Trì", signer: "GIÁM ĐỐC", recipients: ["UBND tỉnh", "Lưu: VT"]',
  '"Thực hiện Kế hoạch 884/KH-UBND"',
)
const OURS = UNITS.replace('Tỉnh Mẫu', 'Tỉnh Khác')

test('a place left open is named where it stands, in programme.yaml and units.csv, and stops nothing', () => {
  const open = text(
    'place: "Mẫu", signer: "[… chức vụ người ký]", recipients: ["[… nơi nhận]"]',
    '"Thực hiện [… kế hoạch]"',
  )
  const { programme, remarks } = read(open, UNITS.replace('Xã Hai', 'Xã [… tên]'))
  expect(programme?.headings[0]?.signer).toBe('[… chức vụ người ký]')
  expect(remarks.map((one) => sayMistake(one, 'vi'))).toEqual([
    'p:8:78: Còn phải điền “[… chức vụ người ký]”.',
    'p:8:115: Còn phải điền “[… nơi nhận]”.',
    'p:12:30: Còn phải điền “[… kế hoạch]”.',
    'u:6:7: Còn phải điền “[… tên]”.',
  ])
})

test('place, recipients and plan that are still those of another province are named, with the province', () => {
  const model = read(theirs).programme
  const own = read(theirs, OURS).programme
  if (model === null || own === null) throw new Error('a programme of this test has a mistake')
  expect(borrowedTexts(theirs, 'p', own, [model]).map((one) => sayMistake(one, 'vi'))).toEqual([
    'p:3:9: “Kế hoạch 5/KH-UBND” là của Tỉnh Mẫu; hãy thay bằng nội dung của địa phương.',
    'p:8:63: “Việt Trì” là của Tỉnh Mẫu; hãy thay bằng nội dung của địa phương.',
    'p:8:107: “UBND tỉnh Lưu: VT” là của Tỉnh Mẫu; hãy thay bằng nội dung của địa phương.',
    'p:12:30: “Thực hiện Kế hoạch 884/KH-UBND” là của Tỉnh Mẫu; hãy thay bằng nội dung của địa phương.',
  ])
  expect(borrowedTexts(theirs, 'p', model, [model])).toEqual([])
})

test('what names another province is its own, whatever the case of letters', () => {
  const model = read(theirs).programme
  const yaml = text(
    'place: "Khác", signer: "GIÁM ĐỐC", recipients: ["UBND TỈNH MẪU"]',
    '"Thực hiện Quyết định 629/QĐ-LĐTBXH"',
    '"9/KH-UBND"',
  )
  const own = read(yaml, OURS).programme
  if (model === null || own === null) throw new Error('a programme of this test has a mistake')
  expect(borrowedTexts(yaml, 'p', own, [model]).map(({ line, column }) => `${line}:${column}`)).toEqual([
    '8:104',
  ])
})
