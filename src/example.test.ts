/**
 * The worked example, whole: a province of three communes small enough to add up by hand, from what its offices wrote
 * on their forms to every row of figures.csv, to the byte, and every finding.
 */

import { expect, test } from 'vitest'
import { bookOf } from '../fixtures/book-of.ts'
import { slotKey } from '../fixtures/province.ts'
import { filledPages } from '../fixtures/workbooks.ts'
import { printCsv } from './exports/csv.ts'
import { figuresTable, observationsTable } from './exports/tables.ts'
import type { Cited, Finding } from './model.ts'
import { type Consolidated, consolidate, type FileRead, readSubmission } from './pipeline.ts'
import { parseProgramme } from './programme.ts'
import { aContext, anAsked, PERIOD } from './testing.ts'

const PROGRAMME = `
id: tinh-mau
version: 1
title: { vi: "Phòng, chống mại dâm", en: "Prevention of prostitution" }
source: "1/KH-UBND"
valid: { from: 2021-01-01, until: 2026-01-01 }
calendar: { year-starts: "12-15" }
asks: [half, year]
levels: [province, district, commune]
reporters:
  commune:   { deadline: 2, form: "Biểu 01-X" }
  district:  { deadline: 4, form: "Biểu 02-H" }
  so-ldtbxh: { deadline: 6, form: "Biểu 03-S" }
  cong-an:   { deadline: 4, form: "Biểu 04-CA" }
heading: { parent: "UBND TỈNH MẪU", agency: "SỞ LĐTBXH", symbol: "BC-SLĐTBXH", place: "Mẫu", signer: "GIÁM ĐỐC" }
groups:
  - { code: A, name: { vi: "Chỉ đạo, điều hành", en: "Direction" } }
  - { code: C, name: { vi: "Cơ sở kinh doanh dịch vụ", en: "Establishments" } }
  - { code: D, name: { vi: "Thông tin, tuyên truyền", en: "Communication" } }
  - { code: G, name: { vi: "Đấu tranh", en: "Investigation" } }
  - { code: K, name: { vi: "Danh mục tham chiếu", en: "Reference" } }
  - { code: R, name: { vi: "Tỷ lệ", en: "Ratios" } }
indicators:
  - code: A01
    name: { vi: "Số văn bản chỉ đạo", en: "Directives issued" }
    group: A
    measure: { vi: văn bản, en: documents }
    type: flow
    collect: [commune, district, { by: body }]
  - code: C01
    name: { vi: "Tổng số cơ sở", en: "Establishments" }
    group: C
    measure: { vi: cơ sở, en: establishments }
    type: stock
    collect: [commune, { by: district, as: total }]
  - code: D01
    name: { vi: "Xã có tổ chức tuyên truyền (0/1)", en: "Commune held communication (0/1)" }
    group: D
    measure: { vi: xã, en: communes }
    type: flag
    collect: [commune, { by: district, as: total }]
  - code: G01
    name: { vi: "Số vụ phát hiện", en: "Cases discovered" }
    group: G
    measure: { vi: vụ, en: cases }
    type: flow
    collect: [{ by: cong-an, about: district }, { by: district, as: check }]
  - { code: K01, name: { vi: "Số xã", en: "Communes" }, group: K, measure: { vi: xã, en: communes }, type: reference, value: "units('commune')" }
  - code: R01
    name: { vi: "Tỷ lệ xã có tuyên truyền", en: "Communes that held communication" }
    group: R
    measure: { vi: "%", en: "%" }
    type: ratio
    of: [D01, K01]
    times: 100
`

const UNITS = `code,name,level,parent,from,until,into,of
99,Tỉnh Mẫu,province,,2010-01-01,,,
991,Huyện Một,district,99,2010-01-01,,,
992,Huyện Hai,district,99,2010-01-01,,,
99101,Xã Một,commune,991,2010-01-01,,,
99102,Xã Hai,commune,991,2010-01-01,,,
99201,Xã Ba,commune,992,2010-01-01,,,
cong-an,Công an tỉnh,body,99,2010-01-01,,,
so-ldtbxh,Sở Lao động - Thương binh và Xã hội,body,99,2010-01-01,,,
`

const parsed = parseProgramme({
  programme: { file: 'programme.yaml', text: PROGRAMME },
  catalogue: null,
  units: { file: 'units.csv', text: UNITS },
})
if (parsed.programme === null) throw new Error(JSON.stringify(parsed.mistakes))
const programme = parsed.programme

/** What an office writes in its open cells, by `indicator`, `indicator total` or `indicator unit`. */
type Written = Readonly<Record<string, number | string>>

/** A form of that office, filled and read again. */
function aForm(reporter: string, written: Written, notes: Readonly<Record<string, string>> = {}): FileRead {
  const asked = anAsked(reporter, programme)
  const left = new Set(Object.keys(written))
  const answers = asked.slots.map((slot): [string, number | string | null] => {
    const { indicator, about, as } = slot
    const key =
      as === 'total' ? `${indicator} total` : about === reporter ? indicator : `${indicator} ${about}`
    left.delete(key)
    return [slotKey(slot), written[key] ?? null]
  })
  if (left.size > 0) throw new Error(`the form of ${reporter} does not ask ${[...left]}`)
  const texts = {}
  const filled = {
    asked,
    answers: Object.fromEntries(answers),
    notes,
    texts,
    received: '2024-06-14',
    revision: 1,
  }
  const file = { path: `${reporter}.xlsx`, sha256: `sha256 of ${reporter}` }
  const read = readSubmission(bookOf(filledPages(filled, programme, PERIOD)), programme, file)
  return { file: file.path, sha256: file.sha256, ...read }
}

const SENT: readonly FileRead[] = [
  aForm('99101', { A01: 2, C01: 10, D01: 1 }),
  aForm('99102', { C01: 5, D01: 'x' }, { D01: 'Mới thành lập, chưa tổ chức' }),
  aForm('991', { A01: 3, 'C01 total': 16, G01: 5 }),
  aForm('992', { A01: 1, 'C01 total': 8, G01: 2 }),
  aForm('cong-an', { A01: 4, 'G01 99': 1, 'G01 991': 6 }),
  aForm('so-ldtbxh', { A01: '-' }),
]

/** Without the column that follows those of the example, in which nothing is marked. */
const figuresOf = ({ figures, tree }: Consolidated): string =>
  printCsv(figuresTable(figures, PERIOD, tree)).replaceAll(/,(mark)?$/gm, '')

const FIGURES = `period,unit,level,indicator,value,own,reported,expected,status,basis
2024-H1,99,province,A01,10,,5,7,provisional,computed
2024-H1,99,province,C01,23,,2,3,provisional,mixed
2024-H1,99,province,D01,1,,1,2,provisional,computed
2024-H1,99,province,G01,7,1,2,3,provisional,computed
2024-H1,99,province,K01,3,,0,0,final,computed
2024-H1,99,province,R01,33.333333333333336,,1,2,provisional,computed
2024-H1,991,district,A01,5,3,2,3,provisional,computed
2024-H1,991,district,C01,15,,2,2,final,computed
2024-H1,991,district,D01,1,,1,1,final,computed
2024-H1,991,district,G01,6,6,1,1,final,computed
2024-H1,991,district,K01,2,,0,0,final,computed
2024-H1,991,district,R01,50,,1,1,final,computed
2024-H1,99101,commune,A01,2,2,1,1,final,computed
2024-H1,99101,commune,C01,10,10,1,1,final,computed
2024-H1,99101,commune,D01,1,1,1,1,final,computed
2024-H1,99102,commune,A01,,,0,1,provisional,computed
2024-H1,99102,commune,C01,5,5,1,1,final,computed
2024-H1,99102,commune,D01,,,0,0,not-applicable,computed
2024-H1,992,district,A01,1,1,1,2,provisional,computed
2024-H1,992,district,C01,8,,0,1,provisional,declared
2024-H1,992,district,D01,,,0,1,provisional,computed
2024-H1,992,district,G01,,,0,1,provisional,computed
2024-H1,992,district,K01,1,,0,0,final,computed
2024-H1,992,district,R01,,,0,1,provisional,computed
2024-H1,99201,commune,A01,,,0,1,provisional,computed
2024-H1,99201,commune,C01,,,0,1,provisional,computed
2024-H1,99201,commune,D01,,,0,1,provisional,computed
2024-H1,cong-an,body,A01,4,4,1,1,final,computed
2024-H1,so-ldtbxh,body,A01,0,0,1,1,final,computed
`

test('the forms give figures.csv to the byte, and no other row', () => {
  expect(figuresOf(consolidate(SENT, aContext(programme)))).toBe(FIGURES)
})

test('the order in which the files come changes nothing', () => {
  expect(figuresOf(consolidate([...SENT].reverse(), aContext(programme)))).toBe(FIGURES)
})

const cited = ({ reporter, about, value, file, cell }: Cited): string =>
  `${reporter} about ${about}: ${value ?? 'blank'} (${file} ${cell})`

/** A finding with what its sentence says, lists of answers as text. */
function told({ severity, fault, file, cell, unit, indicator }: Finding): readonly unknown[] {
  const place = [severity, fault.code, file, cell, unit, indicator]
  switch (fault.code) {
    case 'total-differs':
      return [...place, fault.typed, fault.computed, fault.because]
    case 'check-differs':
      return [
        ...place,
        fault.own,
        fault.check,
        ...[...fault.authority, ...fault.checks].map(cited),
        fault.because,
      ]
    case 'check-authority-absent':
      return [...place, fault.authority, fault.check, ...fault.checks.map(cited)]
    default:
      return place
  }
}

test('the findings are those of the example, each once, at its cell', () => {
  const { findings } = consolidate(SENT, aContext(programme))
  expect(findings.map(told)).toEqual([
    // 991 C01 typed 16, computed 15, complete: error.
    ['error', 'total-differs', '991.xlsx', 'F19', '991', 'C01', 16, 15, null],
    // 99102 A01 blank.
    ['error', 'value-missing', '99102.xlsx', 'E17', '99102', 'A01'],
    // G01 at 992: police blank …
    ['error', 'value-missing', 'cong-an.xlsx', 'G19', 'cong-an', 'G01'],
    // G01 at 991: police 6, district 5.
    [
      'warning',
      'check-differs',
      '991.xlsx',
      'E23',
      '991',
      'G01',
      6,
      5,
      'cong-an about 991: 6 (cong-an.xlsx F19)',
      '991 about 991: 5 (991.xlsx E23)',
      null,
    ],
    // 99201 no submission.
    ['warning', 'submission-missing', null, null, '99201', null],
    // … district says 2.
    [
      'info',
      'check-authority-absent',
      '992.xlsx',
      'E23',
      '992',
      'G01',
      'cong-an',
      2,
      '992 about 992: 2 (992.xlsx E23)',
    ],
  ])
})

test('every slot is listed with its fate: checks and the total that is not needed do not count', () => {
  const { observations } = consolidate(SENT, aContext(programme))
  const lines = printCsv(observationsTable(observations)).split('\n')
  const listed = (prefix: string): readonly string[] =>
    lines.filter((line) => line.startsWith(`2024-H1,${prefix}`))
  expect(listed('991,C01')).toEqual(['2024-H1,991,C01,16,991,total,value,no,991.xlsx,Số liệu,F19'])
  expect(listed('992,C01')).toEqual(['2024-H1,992,C01,8,992,total,value,yes,992.xlsx,Số liệu,F19'])
  expect(listed('992,G01')).toEqual([
    '2024-H1,992,G01,,cong-an,own,blank,no,cong-an.xlsx,Số liệu,G19',
    '2024-H1,992,G01,2,992,check,value,no,992.xlsx,Số liệu,E23',
  ])
  expect(listed('99102,D01')).toEqual(['2024-H1,99102,D01,,99102,own,x,no,99102.xlsx,Số liệu,E21'])
})

test('when 99201 sends C01 = 8, its district and the province become computed and final, and do not fall', () => {
  const result = consolidate([...SENT, aForm('99201', { C01: 8 })], aContext(programme))
  const changed: Readonly<Record<string, string>> = {
    '2024-H1,99,province,C01': '23,,3,3,final,computed',
    '2024-H1,992,district,C01': '8,,1,1,final,computed',
    '2024-H1,99201,commune,C01': '8,8,1,1,final,computed',
  }
  const expected = FIGURES.split('\n').map((line) => {
    const key = line.split(',').slice(0, 4).join(',')
    return changed[key] === undefined ? line : `${key},${changed[key]}`
  })
  expect(figuresOf(result)).toBe(expected.join('\n'))
})
