/** Who is behind where a target is: named where they said no, listed apart where they said nothing, the rest counted. */
import { describe, expect, test } from 'vitest'
import type { Paragraph } from '../paper.ts'
import { consolidate, written } from '../pipeline.ts'
import { AREAS, aContext, aFile, anIndicator, aProgramme, aSubmission, type Typed } from '../testing.ts'

const many = Array.from({ length: 20 }, (_, at) => `992${at + 10},Xã số ${at + 10},commune,992,2010-01-01,,,`)
const programme = aProgramme({
  indicators: [
    anIndicator('D01', 'flag', 'collect: [commune]'),
    anIndicator('A02', 'flag', 'collect: [district]'),
    anIndicator('C01', 'stock', 'collect: [commune]'),
    anIndicator('C02', 'stock', 'collect: [commune]'),
    anIndicator('K01', 'reference', `value: "units('commune')"`),
  ],
  reporters: ['commune', 'district'],
  units: AREAS + many.join('\n'),
  more: `targets:
  - { code: T1, name: { vi: "100% xã tuyên truyền", en: e }, kind: ratio, of: [D01, K01], times: 100, compare: "==", threshold: 100, due: 2024-06-14 }
  - { code: T2, name: { vi: "Huyện có kế hoạch", en: e }, kind: ratio, of: ["count('district', A02 == 1)", 2], times: 100, compare: "==", threshold: 100, due: 2024-06-14 }
  - { code: T3, name: { vi: "Cơ sở được kiểm tra", en: e }, kind: ratio, of: [C02, C01], times: 100, compare: ">=", threshold: 50, by: district, due: 2024-06-14 }
reports:
  - { title: "Kết quả", basis: "Thực hiện", outline: [{ title: "Mục tiêu", targets: true }] }`,
})

type Answers = Readonly<Record<string, Readonly<Record<string, Typed>>>>

/** The lines about targets that are behind, by the beginning of their name. */
function lines(answers: Answers): (name: string) => string {
  const files = Object.entries(answers).map(([by, values]) => aFile(aSubmission(by, values, { programme })))
  const blocks = written(consolidate(files, aContext(programme)))?.sections[0]?.blocks ?? []
  const texts = blocks
    .filter((block): block is Paragraph => block.kind === 'paragraph')
    .map(({ spans }) => spans.map(({ text }) => text).join(''))
  return (name) => texts.find((text) => text.startsWith(`- ${name}`)) ?? ''
}

const communes = (values: (code: string) => Readonly<Record<string, Typed>>): Answers =>
  Object.fromEntries(
    programme.units.filter(({ level }) => level === 'commune').map(({ code }) => [code, values(code)]),
  )

describe('a target counted in units that say yes or no', () => {
  test('names those that said no, with the unit they lie in', () => {
    const line = lines(communes((code) => ({ D01: code === '99101' || code === '99201' ? 0 : 1 })))('100% xã')
    expect(line).toBe(
      '- 100% xã tuyên truyền: hiện đạt 91,3%, còn thiếu 2 xã so với mức đề ra. Các đơn vị chưa đạt: xã Một (huyện Một); xã Ba (huyện Hai).',
    )
  })

  test('lists who has not answered apart, and blames nobody for it', () => {
    const line = lines(communes((code) => ({ D01: code === '99101' ? null : code === '99102' ? 0 : 1 })))(
      '100% xã',
    )
    expect(line).toContain(
      'Các đơn vị chưa đạt: xã Hai (huyện Một). Chưa có số liệu của: xã Một (huyện Một).',
    )
    expect(line).toContain('(số tạm tính, còn thiếu số liệu của 1/23 đơn vị)')
  })

  test('names no more than fifteen and counts the others', () => {
    const line = lines(communes(() => ({ D01: 0 })))('100% xã')
    expect(line).toMatch(
      /^.*Các đơn vị chưa đạt: xã Một, xã Hai \(huyện Một\); xã Ba, .* và 8 đơn vị khác\.$/,
    )
    expect(line.replace('100% xã tuyên truyền', '').match(/(?<=[:,;] )xã \p{Lu}|Xã số/gu)).toHaveLength(15)
  })

  test('districts that a condition is counted in', () => {
    const line = lines({ '991': { A02: 1 }, '992': { A02: 0 } })('Huyện có kế hoạch')
    expect(line).toBe(
      '- Huyện có kế hoạch: hiện đạt 50%, còn thiếu 1 huyện so với mức đề ra. Các đơn vị chưa đạt: huyện Hai.',
    )
  })
})

test('of numbers, areas are named where the plan counts them, with what they reached', () => {
  const line = lines(
    communes((code) => (code.startsWith('991') ? { C01: 10, C02: 9 } : { C01: 10, C02: 2 })),
  )('Cơ sở được kiểm tra')
  expect(line).toMatch(/Địa bàn chưa đạt: huyện Hai \(20%\)\.$/)
})

test('a target that is met has no line', () => {
  expect(lines(communes(() => ({ D01: 1 })))('100% xã')).toBe('')
})
