/** Programmes: every key of the YAML, and one test for each kind of mistake with its place and its sentence. */
import { describe, expect, test } from 'vitest'
import { sayMistake } from './messages/mistake.ts'
import type { Collected, Programme } from './model.ts'
import { catalogueOf, parseProgramme, parseWorkspace } from './programme.ts'

const UNITS = `code,name,level,parent,from,until,into,of
99,Tỉnh Mẫu,province,,2010-01-01,,,
991,Huyện Một,district,99,2010-01-01,,,
992,Huyện Hai,district,99,2010-01-01,,,
00004,Xã Một,commune,991,2010-01-01,,,
cong-an,Công an tỉnh,body,99,2010-01-01,,,
so-ldtbxh,Sở LĐTBXH,body,99,2010-01-01,,,
`

const CATALOGUE = `groups:
  - { code: A, name: { vi: "Nhóm A", en: "Group A" } }
  - { code: C, name: { vi: "Nhóm C", en: "Group C" } }
  - { code: K, name: { vi: "Nhóm K", en: "Group K" } }
indicators:
  - { code: A01, name: { vi: a, en: a }, group: A, measure: { vi: m, en: m }, type: flow, collect: [commune, { by: body, except: [toa-an] }] }
  - { code: C01, name: { vi: c, en: c }, group: C, measure: { vi: m, en: m }, type: stock, collect: [commune, { by: district, as: total }] }
  - { code: C02, name: { vi: c, en: c }, group: C, measure: { vi: m, en: m }, type: stock, partOf: C01, collect: [commune, { by: toa-an, about: district, as: check }] }
  - { code: D01, name: { vi: d, en: d }, group: C, measure: { vi: m, en: m }, type: flag, collect: [commune, { by: district, as: total }] }
  - { code: K01, name: { vi: k, en: k }, group: K, measure: { vi: m, en: m }, type: reference, value: "units('commune')" }
  - { code: R01, name: { vi: r, en: r }, group: K, measure: { vi: "%", en: "%" }, type: ratio, of: [D01, K01], times: 100 }
rules:
  - { code: V1, rule: C02 <= C01, say: { vi: v, en: v } }
  - { code: V2, rule: A01 >= D01, say: { vi: v, en: v } }
`

const PROGRAMME = `id: mau
title: { vi: "Chương trình mẫu", en: "Sample" }
extends: ../catalogue.yaml
valid: { from: 2021-01-01, until: 2026-01-01 }
asks: [half, year]
levels: [province, district, commune]
reporters:
  commune: { deadline: 2, form: "Biểu 01-X" }
  district: { deadline: 4, form: "Biểu 02-H" }
  cong-an: { deadline: 4, form: "Biểu 04-CA" }
heading: { parent: "UBND", agency: "SỞ", symbol: "BC", place: "Mẫu", signer: "GIÁM ĐỐC" }
indicators: [A01, C01, D01, K01, R01]
rules:
  - code: M1
    rule: C01 >= 0
    say: { vi: "C01 không âm", en: "C01 is not negative" }
targets:
  - code: T1
    kind: ratio
    of: [D01, K01]
    compare: ">="
    threshold: 70
`

function parse(programme: string, catalogue: string | null = CATALOGUE, units = UNITS) {
  return parseProgramme({
    programme: { file: 'p.yaml', text: programme },
    catalogue: catalogue === null ? null : { file: 'c.yaml', text: catalogue },
    units: { file: 'u.csv', text: units },
  })
}

function right(programme: string, catalogue: string | null = CATALOGUE, units = UNITS): Programme {
  const parsed = parse(programme, catalogue, units)
  expect(parsed.mistakes.map((mistake) => sayMistake(mistake, 'vi'))).toEqual([])
  if (parsed.programme === null) throw new Error('no programme')
  return parsed.programme
}

function collected(programme: Programme, code: string): Collected {
  const found = programme.indicators.find((indicator) => indicator.code === code)
  if (found === undefined || found.type === 'ratio' || found.type === 'reference') throw new Error(code)
  return found
}

/** The text with its one occurrence of `from` replaced. */
function change(text: string, from: string, to: string): string {
  expect(text.split(from)).toHaveLength(2)
  return text.replace(from, () => to)
}

test('what is left out has its default', () => {
  const programme = right(PROGRAMME)
  expect(programme).toMatchObject({
    version: 1,
    yearStarts: '12-15',
    graceDays: 0,
    scope: 'all',
    limits: { jump: 50, minCoverage: 0.9 },
    questions: [],
    reporters: {
      commune: [{ from: null, until: null, deadline: 2, form: 'Biểu 01-X', asks: ['half', 'year'] }],
    },
  })
  expect(collected(programme, 'A01')).toMatchObject({
    decimals: 0,
    partOf: null,
    required: true,
    min: 0,
    max: null,
    allowX: false,
    jump: null,
    acrossUnits: 'sum',
    acrossTime: 'sum',
  })
  expect(collected(programme, 'D01')).toMatchObject({ max: 1, acrossUnits: 'count', acrossTime: 'any' })
  expect(collected(programme, 'C01')).toMatchObject({ max: null, acrossUnits: 'sum', acrossTime: 'last' })
  expect(programme.rules.find((rule) => rule.code === 'M1')).toMatchObject({
    level: 'own',
    severity: 'error',
    whenBlank: 'skip',
    explain: false,
    text: 'C01 >= 0',
  })
  expect(programme.targets[0]).toMatchObject({
    name: { vi: 'T1', en: 'T1' },
    times: 1,
    threshold: [70],
    by: null,
    due: 'year',
    asks: ['half', 'year'],
    source: '',
  })
})

test('what a type implies across time can be said otherwise', () => {
  const programme = right(
    PROGRAMME,
    change(CATALOGUE, 'type: flow,', 'type: flow, acrossUnits: max, acrossTime: ask,'),
  )
  expect(collected(programme, 'A01')).toMatchObject({ acrossUnits: 'max', acrossTime: 'ask' })
})

test('every key is accepted', () => {
  const programme = right(`# yaml-language-server: $schema=../programme.schema.json
id: can-tho-2021-2025
version: 2
title: { vi: "Tên", en: "Name" }
source: "237/KH-UBND, 22/11/2021"
extends: ../catalogue.yaml
valid: { from: 2021-01-01, until: 2026-01-01 }
calendar: { year-starts: "01-01" }
asks: [half, year]
levels: [province, district, commune]
reporters:
  commune: { deadline: 2, form: "Biểu 01-X" }
  district: { deadline: 4, form: "Biểu 02-H" }
  so-ldtbxh: { deadline: 6, form: "Biểu 03-S", asks: [quarter, half, year] }
  body: { deadline: 4, form: "Biểu 05-D" }
grace-days: 1
scope: [991, 00004]
limits: { jump: 30, minCoverage: 0.8 }
heading: { parent: "UBND", agency: "SỞ", symbol: "BC-SLĐTBXH", place: "Cần Thơ", signer: "GIÁM ĐỐC" }
groups: [{ code: X, name: { vi: "Riêng", en: "Own" } }]
indicators:
  - A01
  - C01
  - D01
  - K01
  - { code: X01, name: { vi: x, en: x }, group: X, measure: { vi: m, en: m }, type: cumulative, decimals: 3, required: false, min: null, max: 9.5, allowX: true, jump: 10, collect: [{ by: cong-an, about: district }, { by: district, as: check }] }
questions:
  - { code: Q1, name: { vi: "Khó khăn", en: "Difficulties" }, type: text, collect: [commune, district, { by: body }] }
rules:
  - { code: CT1, rule: "D01 <= 1", level: own, severity: warning, when-blank: zero, explain: true, say: { vi: v, en: v } }
  - { code: V1, rule: "C01 >= A01", level: province, severity: warning, when-blank: skip, say: { vi: mới, en: new } }
targets:
  - { code: T07, name: { vi: t, en: t }, kind: ratio, of: [D01, K01], times: 100, compare: ">=", threshold: 70, by: district, due: year, asks: [half, year], source: "III.1.a" }
  - { code: T12, kind: ratio, of: ["count('district', C01 == 1 && A01 == 1)", K01], times: 100, compare: "==", threshold: 100, due: year, asks: any }
  - { code: T15, kind: growth, of: C01, threshold: [3, 5], due: year, asks: [year] }
  - { code: T17, kind: ratio, of: [C01, A01], times: 100, compare: "==", threshold: 100, due: 2025-12-31, by: ["991", 992] }
  - { code: T29, kind: zero, of: C01 }
  - { code: T31, kind: count, of: "D01 == 1", compare: ">=", threshold: 3, by: 991 }
  - { code: T04, kind: exists, of: C01 }
  - { code: T05, kind: track, of: [A01, C01] }
`)
  expect(programme).toMatchObject({ version: 2, yearStarts: '01-01', graceDays: 1, scope: ['991', '00004'] })
  expect(programme.limits).toEqual({ jump: 30, minCoverage: 0.8, copied: 5, outlier: 3.5 })
  expect(programme.reporters['so-ldtbxh']?.[0]?.asks).toEqual(['quarter', 'half', 'year'])
  expect(programme.groups.map((group) => group.code)).toEqual(['A', 'C', 'K', 'X'])
  expect(collected(programme, 'X01')).toMatchObject({
    decimals: 3,
    required: false,
    min: null,
    max: 9.5,
    jump: 10,
  })
  expect(programme.questions[0]?.collect.map((entry) => entry.by)).toEqual(['commune', 'district', 'body'])
  expect(programme.rules.map((rule) => [rule.code, rule.level, rule.whenBlank, rule.explain])).toEqual([
    ['V1', 'province', 'skip', false],
    ['V2', 'own', 'skip', false],
    ['CT1', 'own', 'zero', true],
  ])
  expect(
    programme.targets.map(({ code, kind, compare, threshold, by, due, asks }) =>
      [code, kind, compare, threshold, by, due, asks.length].map(String),
    ),
  ).toEqual([
    ['T07', 'ratio', '>=', '70', 'district', 'year', '2'],
    ['T12', 'ratio', '==', '100', 'null', 'year', '5'],
    ['T15', 'growth', '>=', '3,5', 'null', 'year', '1'],
    ['T17', 'ratio', '==', '100', '991,992', '2025-12-31', '2'],
    ['T29', 'zero', '==', '0', 'null', 'year', '2'],
    ['T31', 'count', '>=', '3', '991', 'year', '2'],
    ['T04', 'exists', '>=', '1', 'null', 'year', '2'],
    ['T05', 'track', 'null', '', 'null', 'year', '2'],
  ])
})

test('a programme without a catalogue writes its indicators in full', () => {
  const own = change(PROGRAMME, 'extends: ../catalogue.yaml\n', '')
    .replace(/indicators: .*/, CATALOGUE.split('rules:')[0]?.split('indicators:')[1] ? 'indicators:' : '')
    .replace('indicators:', CATALOGUE.split('rules:')[0]?.trimEnd() ?? '')
    .replace('except: [toa-an]', 'except: [so-ldtbxh]')
    .replace(', { by: toa-an, about: district, as: check }', '')
  expect(catalogueOf(own)).toBeNull()
  expect(right(own, null).indicators.map((indicator) => indicator.code)).toEqual([
    'A01',
    'C01',
    'C02',
    'D01',
    'K01',
    'R01',
  ])
})

test('a body that the province does not have drops out of the catalogue in silence', () => {
  const programme = right(change(PROGRAMME, 'A01, C01', 'A01, C02, C01'))
  expect(collected(programme, 'C02').collect.map((entry) => entry.by)).toEqual(['commune'])
})

test('a body that the programme does not ask is taken out of “every body”', () => {
  const every = collected(right(PROGRAMME), 'A01').collect.at(-1)
  expect(every).toEqual({
    by: 'body',
    about: null,
    as: 'own',
    except: ['so-ldtbxh'],
    from: null,
    until: null,
  })
  const asked = change(PROGRAMME, '  cong-an: {', '  body: {')
  expect(collected(right(asked), 'A01').collect.at(-1)?.except).toEqual([])
  const none = PROGRAMME.replace(/ {2}cong-an.*\n/, '')
  expect(collected(right(none), 'A01').collect.map((entry) => entry.by)).toEqual(['commune'])
})

test('a typed total is the answer where the level below does not report', () => {
  expect(collected(right(PROGRAMME), 'C01').collect.map((entry) => entry.as)).toEqual(['own', 'total'])
  const districtsOnly = PROGRAMME.replace(/ {2}commune: .*\n/, '')
  expect(collected(right(districtsOnly), 'C01').collect).toEqual([
    { by: 'district', about: null, as: 'own', except: [], from: null, until: null },
  ])
})

test('where a level is not there, a body still speaks of the province', () => {
  const catalogue = change(
    CATALOGUE,
    '{ by: toa-an, about: district, as: check }',
    '{ by: cong-an, about: district, as: check }',
  )
  const flat = change(PROGRAMME, 'levels: [province, district, commune]', 'levels: [province, commune]')
    .replace(/ {2}district: .*\n/, '')
    .replace('[A01, C01', '[A01, C02, C01')
  const units = UNITS.replace(/^99[12],.*\n/gm, '').replace('commune,991', 'commune,99')
  expect(collected(right(flat, catalogue, units), 'C02').collect[1]).toMatchObject({
    by: 'cong-an',
    about: 'province',
  })
})

test('a rule of the catalogue about an indicator that is not used drops out in silence', () => {
  expect(right(PROGRAMME).rules.map((rule) => rule.code)).toEqual(['V2', 'M1'])
})

test('indicators are printed by group, and within a group as listed', () => {
  const programme = right(change(PROGRAMME, '[A01, C01, D01, K01, R01]', '[K01, D01, A01, C01, R01]'))
  expect(programme.indicators.map((indicator) => indicator.code)).toEqual(['A01', 'D01', 'C01', 'K01', 'R01'])
})

test('a “trong đó” line stands alone where the line above it is not used', () => {
  const without = PROGRAMME.replace('[A01, C01, D01', '[A01, C02, D01').replace(
    'rule: C01 >= 0',
    'rule: C02 >= 0',
  )
  expect(collected(right(without), 'C02').partOf).toBeNull()
  expect(collected(right(change(PROGRAMME, 'A01, C01', 'A01, C01, C02')), 'C02').partOf).toBe('C01')
})

test('the hash changes with any of the three texts', () => {
  const hashes = [
    right(PROGRAMME).hash,
    right(`${PROGRAMME}# x\n`).hash,
    right(PROGRAMME, `${CATALOGUE}# x\n`).hash,
    right(PROGRAMME, CATALOGUE, `${UNITS}\n`).hash,
  ]
  expect(new Set(hashes).size).toBe(4)
  expect(right(PROGRAMME).hash).toBe(hashes[0])
})

test.each(['\r\n', '\r'])(
  'lines that end in %j, and a mark before the text, make the same programme',
  (end) => {
    const text = PROGRAMME.replace('"C01 không âm"', '"C01 không\n      âm"')
    const asWindows = (one: string): string => `\ufeff${one.replaceAll('\n', end)}`
    const units = UNITS.replace('Xã Một,', '"Xã\nMột",')
    const here = right(text, CATALOGUE, units)
    expect(right(asWindows(text), asWindows(CATALOGUE), asWindows(units))).toEqual(here)
  },
)

/** What changes in the programme, and the one mistake that follows. */
const MISTAKES: readonly (readonly [from: string, to: string, message: string])[] = [
  ['title: {', '\ttitle: {', 'p.yaml:2:1: Không được lùi dòng bằng phím Tab; hãy dùng dấu cách.'],
  ['[half, year]', '[half, year', 'p.yaml:6:1: Thiếu dấu đóng ngoặc, dấu nháy hoặc dấu phẩy.'],
  ['[half, year]', '*kinds', 'p.yaml:5:7: Tên sau dấu * chưa được đặt bằng dấu & ở phía trên.'],
  [
    'extends:',
    'extend:',
    'p.yaml:3:1: Không có khóa “extend” ở đây. Có phải “extends” không? Các khóa được dùng: id, version, title, source, extends, valid, calendar, asks, levels, reporters, grace-days, scope, limits, checks, heading, groups, indicators, questions, rules, targets, phrases, reports.',
  ],
  [
    '    rule: C01 >= 0',
    '    rule: C01 >= 0\n    when_blank: skip',
    'p.yaml:16:5: Không có khóa “when_blank” ở đây. Có phải “when-blank” không? Các khóa được dùng: code, rule, level, severity, when-blank, explain, say.',
  ],
  ['id: mau\n', '', 'p.yaml:1:1: Thiếu “id”.'],
  [', signer: "GIÁM ĐỐC"', '', 'p.yaml:11:10: Thiếu “signer”.'],
  ['id: mau\n', 'id: mau\nid: mau\n', 'p.yaml:2:1: “id” đã có ở dòng 1; chỉ giữ lại một.'],
  [
    'asks: [half, year]',
    'asks: half',
    'p.yaml:5:7: “asks” phải là danh sách có ít nhất một loại kỳ, ví dụ [half, year], nhưng ở đây ghi “half”.',
  ],
  [
    'asks: [half, year]',
    'asks: [half, yaer]',
    'p.yaml:5:14: “asks” không nhận “yaer”. Có phải “year” không? Được dùng: quarter, half, nine-months, year, review.',
  ],
  [
    'until: 2026-01-01',
    'until: 2026-02-30',
    'p.yaml:4:35: “until” phải là một ngày có thật dạng năm-tháng-ngày, ví dụ 2024-06-14, nhưng ở đây ghi “2026-02-30”.',
  ],
  [
    'until: 2026-01-01',
    'until: 2020-01-01',
    'p.yaml:4:35: Ngày kết thúc 2020-01-01 phải sau ngày bắt đầu 2021-01-01.',
  ],
  [
    'asks: [half',
    'calendar: { year-starts: 15/12 }\nasks: [half',
    'p.yaml:5:26: “year-starts” phải là tháng-ngày trong dấu nháy, ngày từ 01 đến 28, ví dụ "12-15", nhưng ở đây ghi “15/12”.',
  ],
  [
    'deadline: 2,',
    'deadline: hai,',
    'p.yaml:8:24: “deadline” phải là số nguyên, từ 0 trở lên, nhưng ở đây ghi “hai”.',
  ],
  [
    'deadline: 2,',
    'deadline: 1.5,',
    'p.yaml:8:24: “deadline” phải là số nguyên, từ 0 trở lên, nhưng ở đây ghi “1.5”.',
  ],
  ['"Chương trình mẫu", en: "Sample" }', '"Chương trình mẫu" }', 'p.yaml:2:8: Thiếu “en”.'],
  [
    '{ vi: "Chương trình mẫu", en: "Sample" }',
    'Mẫu',
    'p.yaml:2:8: “title” phải là cả hai ngôn ngữ, ví dụ { vi: "…", en: "…" }, nhưng ở đây ghi “Mẫu”.',
  ],
  ['place: "Mẫu"', 'place: ""', 'p.yaml:11:63: “place” đang để trống, phải là chữ, không để trống.'],
  [
    'levels: [province, district, commune]',
    'levels: []',
    'p.yaml:6:9: “levels” phải là một danh sách có ít nhất một mục, ví dụ [province, commune], nhưng ở đây ghi “[]”.',
  ],
  [
    '[province, district, commune]',
    '[province, district, commune, district]',
    'p.yaml:6:39: Cấp “district” đã có ở dòng 6; chỉ giữ lại một.',
  ],
  ['  cong-an: {', '  cong-on: {', 'p.yaml:10:3: Không có nơi báo cáo “cong-on”. Có phải “cong-an” không?'],
  [
    'asks: [half',
    'scope: [991, 00005]\nasks: [half',
    'p.yaml:5:14: Không có đơn vị “00005”. Có phải “00004” không?',
  ],
  ['[A01, C01', '[A1, C01', 'p.yaml:12:14: Không có chỉ tiêu “A1”. Có phải “A01” không?'],
  ['[A01, C01', '[A01, A01, C01', 'p.yaml:12:19: Chỉ tiêu “A01” đã có ở dòng 12; chỉ giữ lại một.'],
  [
    'rule: C01 >= 0',
    'rule: C1 >= 0',
    'p.yaml:15:11: Biểu thức “C1 >= 0”: không có chỉ tiêu “C1”. Có phải “C01” không?',
  ],
  [
    'rule: C01 >= 0',
    'rule: "C01 >= 0 + C02"',
    'p.yaml:15:23: Biểu thức “C01 >= 0 + C02”: không có chỉ tiêu “C02”. Có phải “C01” không?',
  ],
  [
    'rule: C01 >= 0',
    'rule: C01 + 0',
    'p.yaml:15:11: Biểu thức “C01 + 0”: “C01 + 0” phải là một điều kiện đúng hoặc sai, ví dụ “C02 <= C01”.',
  ],
  [
    'rule: C01 >= 0',
    'rule: 0 <= D01 <= C01',
    'p.yaml:15:11: Biểu thức “0 <= D01 <= C01”: mỗi lần chỉ so sánh được hai vế; hãy viết “0 <= D01 && D01 <= C01”.',
  ],
  [
    'rule: C01 >= 0',
    "rule: C01 >= units('comune')",
    'p.yaml:15:25: Không có cấp “comune”. Có phải “commune” không?',
  ],
  [
    '    rule: C01 >= 0',
    '    rule: C01 >= 0\n    level: comune',
    'p.yaml:16:12: Không có cấp “comune”. Có phải “commune” không?',
  ],
  [
    'kind: ratio',
    'kind: rato',
    'p.yaml:19:11: “kind” không nhận “rato”. Có phải “ratio” không? Được dùng: ratio, count, zero, exists, growth, track.',
  ],
  [
    'of: [D01, K01]',
    'of: [D01]',
    'p.yaml:20:9: “of” phải là hai biểu thức: tử số và mẫu số, ví dụ [D01, K01], nhưng ở đây ghi “[D01]”.',
  ],
  [
    'threshold: 70',
    'threshold: 70%',
    'p.yaml:22:16: “threshold” phải là một số hoặc hai số, ví dụ 70 hoặc [3, 5], nhưng ở đây ghi “70%”.',
  ],
  [
    'threshold: 70',
    'threshold: 70\n    by: [991, 993]',
    'p.yaml:23:15: Không có đơn vị “993”. Có phải “99” không?',
  ],
  [
    'threshold: 70',
    'threshold: 70\n    by: distrct',
    'p.yaml:23:9: Không có cấp “distrct”. Có phải “district” không?',
  ],
  [
    'threshold: 70',
    'threshold: 70\n    due: cuối kỳ',
    'p.yaml:23:10: “due” phải là year (hằng năm) hoặc một ngày, ví dụ 2025-12-31, nhưng ở đây ghi “cuối kỳ”.',
  ],
  ['id: mau\n', '---\nid: mau\n---\n', 'p.yaml:3:1: Mỗi tệp chỉ được có một phần; hãy bỏ dòng “---” ở giữa.'],
  [
    'id: mau\n',
    ' id: mau\n',
    'p.yaml:2:1: Không đọc được từ đây; hãy xem lại chỗ lùi đầu dòng, dấu hai chấm, dấu phẩy và ngoặc.',
  ],
  [
    'id: mau\n',
    'id: "a" b\n',
    'p.yaml:1:9: Không đọc được từ đây; hãy xem lại chỗ lùi đầu dòng, dấu hai chấm, dấu phẩy và ngoặc.',
  ],
  [
    'id: mau\n',
    'id: @mau\n',
    'p.yaml:1:5: Dấu nháy hoặc ký tự đặc biệt đặt sai chỗ; hãy để cả đoạn chữ trong một cặp dấu nháy.',
  ],
  ['rule: C01 >= 0', 'rule: "C01 >= (0"', 'p.yaml:15:21: Biểu thức “C01 >= (0”: chưa viết hết.'],
  [
    'rule: C01 >= 0',
    'rule: C01 >= total(C01)',
    'p.yaml:15:11: Biểu thức “C01 >= total(C01)”: không có hàm “total”. Các hàm được dùng: sum, min, max, abs, count, units, months, lastYear, before, half1.',
  ],
  [
    'rule: C01 >= 0',
    'rule: C01 >= abs()',
    'p.yaml:15:11: Biểu thức “C01 >= abs()”: hàm “abs” phải viết là “abs(C02 - C03)”.',
  ],
  [
    'rule: C01 >= 0',
    'rule: C01 ≥ 0',
    'p.yaml:15:15: Biểu thức “C01 ≥ 0”: không đọc được từ “≥” (ký tự thứ 5).',
  ],
]

test.each(MISTAKES)('%j written as %j', (from, to, message) => {
  const { programme, mistakes } = parse(change(PROGRAMME, from, to))
  expect(programme).toBeNull()
  expect(mistakes.map((mistake) => sayMistake(mistake, 'vi'))).toEqual([message])
})

/** Likewise for an indicator that the programme writes in full; the line is 13, the list being in block style. */
const X =
  'code: X, name: { vi: x, en: x }, group: C, measure: { vi: m, en: m }, type: flow, collect: [commune]'
const INDICATOR_MISTAKES: readonly (readonly [from: string, to: string, message: string])[] = [
  [
    'type: flow',
    'acrosUnits: sum, type: flow',
    'p.yaml:13:77: Không có khóa “acrosUnits” ở đây. Có phải “acrossUnits” không? Các khóa được dùng: code, name, group, measure, decimals, partOf, type, required, min, max, allowX, collect, acrossUnits, acrossTime, jump, checks.',
  ],
  [
    'type: flow',
    'required: có, type: flow',
    'p.yaml:13:87: “required” phải là true (có) hoặc false (không), nhưng ở đây ghi “có”.',
  ],
  [
    'type: flow',
    'decimals: 9, type: flow',
    'p.yaml:13:87: “decimals” phải là số chữ số lẻ, từ 0 đến 6, nhưng ở đây ghi “9”.',
  ],
  [
    'type: flow',
    'min: "0", type: flow',
    'p.yaml:13:82: “min” phải là một số, phần lẻ sau dấu chấm, nhưng ở đây ghi “"0"”.',
  ],
  ['group: C', 'group: D', 'p.yaml:13:47: Không có nhóm chỉ tiêu “D”.'],
  ['type: flow', 'partOf: C2, type: flow', 'p.yaml:13:85: Không có chỉ tiêu “C2”.'],
  ['[commune]', '[comune]', 'p.yaml:13:99: Không có nơi báo cáo “comune”. Có phải “commune” không?'],
  ['[commune]', '[{ by: cong-an, about: huyen }]', 'p.yaml:13:121: Không có cấp “huyen”.'],
  ['[commune]', '[{ by: body, except: [toa-an] }]', 'p.yaml:13:120: Không có nơi báo cáo “toa-an”.'],
  [
    '[commune]',
    '[[commune]]',
    'p.yaml:13:99: “collect” phải là một cấp, mã một sở, ngành, hoặc { by: …, as: … }, nhưng ở đây ghi “[commune]”.',
  ],
  [
    '[commune]',
    '[{ by: cong-an, about: district }, district]',
    'p.yaml:13:98: Chỉ tiêu X có nhiều nơi cùng trả lời về cấp “district”; chỉ để một nơi là own, các nơi khác ghi as: check.',
  ],
  [
    'type: flow, collect: [commune]',
    'type: flag, collect: [commune, district]',
    'p.yaml:13:98: Chỉ tiêu có/không X được trả lời ở nhiều cấp (“commune”, “district”); mỗi cấp phải có chỉ tiêu riêng.',
  ],
  [
    'type: flow, collect: [commune]',
    'type: ratio, of: [R01, C01]',
    'p.yaml:13:94: Tỷ lệ X được tính từ R01, mà R01 cũng là tỷ lệ; tỷ lệ chỉ được tính từ số thu thập hoặc danh mục.',
  ],
  [
    'type: flow, collect: [commune]',
    'type: reference, value: "C01 > 0"',
    'p.yaml:13:101: Biểu thức “C01 > 0”: “C01 > 0” phải là một số, không phải một điều kiện.',
  ],
  [
    'code: X',
    'code: X Y',
    'p.yaml:13:13: “code” phải là một mã nhiều nhất 50 ký tự, không có dấu cách, dấu phẩy, gạch chéo, ngoặc vuông, ngoặc nhọn, dấu nháy, nhưng ở đây ghi “X Y”.',
  ],
]

test.each(INDICATOR_MISTAKES)('in an indicator, %j written as %j', (from, to, message) => {
  const list = `indicators:\n  - { ${change(X, from, to)} }\n  - A01\n  - C01\n  - D01\n  - K01\n  - R01`
  const { mistakes } = parse(change(PROGRAMME, 'indicators: [A01, C01, D01, K01, R01]', list))
  expect(mistakes.map((mistake) => sayMistake(mistake, 'vi'))).toEqual([message])
})

test('a ratio needs its parts in the programme', () => {
  const { mistakes } = parse(change(PROGRAMME, '[A01, C01, D01', '[A01, C01'))
  expect(mistakes.map((mistake) => sayMistake(mistake, 'vi'))[0]).toBe(
    'p.yaml:12:29: Chỉ tiêu R01 được tính từ D01, nhưng chương trình không dùng D01; hãy thêm D01 vào indicators.',
  )
})

test('an alias inside itself is refused, one of something above is followed', () => {
  const { mistakes } = parse(change(PROGRAMME, '[half, year]', '&kinds [*kinds]'))
  expect(mistakes.map((mistake) => sayMistake(mistake, 'vi'))).toEqual([
    'p.yaml:5:15: Tên sau dấu * chưa được đặt bằng dấu & ở phía trên.',
  ])
  const shared = change(PROGRAMME, '[half, year]', '&kinds [half, year]')
  expect(right(`${shared}    asks: *kinds\n`).targets[0]?.asks).toEqual(['half', 'year'])
})

test('a mistake of the catalogue is told with the catalogue’s name', () => {
  const { mistakes } = parse(PROGRAMME, change(CATALOGUE, 'rule: A01 >= D01', 'rule: A01 >= D02'))
  expect(mistakes.map((mistake) => sayMistake(mistake, 'vi'))).toEqual([
    'c.yaml:14:30: Biểu thức “A01 >= D02”: không có chỉ tiêu “D02”. Có phải “D01” không?',
  ])
})

test('a catalogue that is named must be given', () => {
  const { mistakes } = parse(PROGRAMME, null)
  expect(mistakes.map((mistake) => sayMistake(mistake, 'vi'))[0]).toBe(
    'p.yaml:3:10: Không có danh mục “../catalogue.yaml”.',
  )
})

test('all mistakes of all files are reported, in order of place', () => {
  const programme = PROGRAMME.replace('id: mau\n', '')
    .replace('threshold: 70', 'treshold: 70')
    .replace('rule: C01 >= 0', 'rule: C9 >= 0')
  const { mistakes } = parse(
    programme,
    `${CATALOGUE}extra: 1\n`,
    UNITS.replace('00004,Xã Một,commune', '00004,Xã Một,comune'),
  )
  expect(mistakes.map(({ file, line, fault }) => `${file}:${line} ${fault.code}`)).toEqual([
    'p.yaml:1 key-missing',
    'p.yaml:14 expression-wrong',
    'p.yaml:17 key-missing',
    'p.yaml:21 key-unknown',
    'c.yaml:15 key-unknown',
    'u.csv:5 choice-unknown',
  ])
})

test('the same mistake in English', () => {
  const { mistakes } = parse(change(PROGRAMME, '[A01, C01', '[A1, C01'))
  expect(mistakes.map((mistake) => sayMistake(mistake, 'en'))).toEqual([
    'p.yaml:12:14: There is no indicator “A1”. Did you mean “A01”?',
  ])
})

test('what a programme extends is known before it is checked', () => {
  expect(catalogueOf('extends: ../catalogue.yaml\nid: [')).toBe('../catalogue.yaml')
  expect(catalogueOf('id: x')).toBeNull()
  expect(catalogueOf('')).toBeNull()
})

test.each([
  ['programme: can-tho-2021-2025\n', { programme: 'can-tho-2021-2025', lang: null, period: null }, []],
  [
    'programme: ./rieng\nlang: en\nperiod: 2024-H1\n',
    { programme: './rieng', lang: 'en', period: '2024-H1' },
    [],
  ],
  [
    'program: x\n',
    null,
    [
      'a:1:1: Thiếu “programme”.',
      'a:1:1: Không có khóa “program” ở đây. Có phải “programme” không? Các khóa được dùng: programme, lang, period.',
    ],
  ],
  ['programme: x\nlang: fr\n', null, ['a:2:7: “lang” không nhận “fr”. Được dùng: vi, en.']],
  ['', null, ['a:1:1: Tệp chưa có nội dung.']],
  ['- x\n', null, ['a:1:1: Nội dung tệp phải là các cặp khóa: giá trị, nhưng ở đây ghi “- x”.']],
])('aggregate.yaml: %j', (text, workspace, messages) => {
  const parsed = parseWorkspace(text, 'a')
  expect(parsed.workspace).toEqual(workspace)
  expect(parsed.mistakes.map((mistake) => sayMistake(mistake, 'vi'))).toEqual(messages)
})

const OFFICIAL = `id: ma-so
title: { vi: "Mã số", en: "Codes" }
valid: { from: 2025-07-01, until: 2031-01-01 }
asks: [year]
levels: [province, commune]
reporters: { commune: { deadline: 3, form: B } }
heading: { parent: "UBND", agency: "SỞ", symbol: "BC", place: "Mẫu", signer: "GIÁM ĐỐC" }
groups: [{ code: A, name: { vi: a, en: a } }]
indicators:
`
const official = (code: string, keys = 'type: stock, collect: [commune]'): string =>
  `  - { code: ${code}, name: { vi: a, en: a }, group: A, measure: { vi: m, en: m }, ${keys} }\n`
const OFFICIAL_UNITS =
  'code,name,level,parent,from,until,into,of\n25,Tỉnh Mẫu,province,,2025-07-01,,,\n00001,Xã Một,commune,25,2025-07-01,,,\n'

/** Indicators with these codes, and a ratio of what `of` says. */
function ofCodes(codes: readonly string[], of: string, more = '') {
  const list = codes.map((code) => official(code)).join('')
  return parse(`${OFFICIAL}${list}${official('R', `type: ratio, of: ${of}`)}${more}`, null, OFFICIAL_UNITS)
}

describe('in "of" a code is that indicator, whatever YAML takes it for', () => {
  test.each([
    '02',
    '00004',
    '0o17',
    '1e3',
    '0x1F',
    '1_000',
    'yes',
    'no',
    'true',
    '2024-01-01',
    '.5',
    '0601.1',
    '1.10',
    'TE-01',
    '"null"',
    '+1',
    'Đ01',
    'sum',
  ])('%s, unquoted', (code) => {
    const { programme, mistakes } = ofCodes([code, 'X'], `[X, ${code}]`)
    expect(mistakes).toEqual([])
    const bare = code.replaceAll('"', '')
    expect(programme?.indicators.map((one) => one.code)).toEqual([bare, 'X', 'R'])
    expect(programme?.indicators[2]).toMatchObject({ of: [{ code: 'X' }, { kind: 'indicator', code: bare }] })
  })

  test('three numbers are three indicators, never 66.67 %', () => {
    const { programme } = ofCodes(['01', '02', '03'], '[02, 03]')
    expect(programme?.indicators[3]).toMatchObject({
      of: [
        { kind: 'indicator', code: '02' },
        { kind: 'indicator', code: '03' },
      ],
    })
  })

  test('a target may be of such codes too, and of a single one', () => {
    const target = (of: string): string =>
      `targets:\n  - { code: T, kind: count, of: ${of}, compare: ">=", threshold: 1 }\n`
    for (const of of ['01', '[01]', '"[01] + 1"'])
      expect(ofCodes(['01'], '[01, 01]', target(of)).mistakes).toEqual([])
    expect(ofCodes(['01'], '[01, 01]', target('"01 + 1"')).mistakes).toMatchObject([
      { fault: { problem: { code: 'code-unclear', indicator: '01', instead: '1.0' } } },
    ])
  })

  test.each([
    ['[X, 3]', '03', '3.0'],
    ['[X, 601.1]', '0601.1', '601.10'],
    ['["X + 0601.1", X]', '0601.1', '601.10'],
  ])('a number that has lost its zeros is named: %s', (of, indicator, instead) => {
    const { mistakes } = ofCodes(['03', '0601.1', 'X'], of)
    expect(mistakes).toMatchObject([{ fault: { problem: { code: 'code-unclear', indicator, instead } } }])
  })

  test('a number that is no code is the number', () => {
    expect(ofCodes(['03', 'X'], '[X, 100]').programme?.indicators[2]).toMatchObject({
      of: [{ code: 'X' }, { kind: 'number', value: 100 }],
    })
  })
})

describe('in a rule codes that are something else stand in brackets', () => {
  const rule = (text: string): string =>
    `rules: [{ code: V, rule: ${JSON.stringify(text)}, say: { vi: v, en: v } }]\n`
  const said = (text: string, codes: readonly string[]): readonly string[] =>
    ofCodes(codes, `[${codes[0]}, ${codes[1]}]`, rule(text)).mistakes.map((one) => sayMistake(one, 'vi'))

  test.each([
    ['[0601.1] <= [01] + 5', ['0601.1', '01']],
    ['[TE01-NU] <= TE01 - NU', ['TE01-NU', 'TE01', 'NU']],
  ])('%s is right', (text, codes) => {
    expect(said(text, codes)).toEqual([])
  })

  test.each([
    [
      'A06 <= 0601.1',
      ['0601.1', 'A06'],
      '“0601.1” có thể là chỉ tiêu 0601.1, có thể là một số; hãy viết “[0601.1]” nếu là chỉ tiêu, “601.10” nếu không phải.',
    ],
    [
      'TE01-NU <= TE01',
      ['TE01-NU', 'TE01', 'NU'],
      '“TE01-NU” có thể là chỉ tiêu TE01-NU, có thể là một phép tính; hãy viết “[TE01-NU]” nếu là chỉ tiêu, “TE01 - NU” nếu không phải.',
    ],
    ['TE-01 > 0', ['TE-01', 'A'], 'chỉ tiêu TE-01 phải viết trong ngoặc vuông: “[TE-01]”.'],
    ['TE01[F] > 0', ['TE01', 'F'], 'chỉ tiêu TE01 không được chia nhỏ như vậy, nên không có “TE01[F]”.'],
    [
      '[0601.1][F] > 0',
      ['0601.1', 'F'],
      'chỉ tiêu 0601.1 không được chia nhỏ như vậy, nên không có “0601.1[F]”.',
    ],
  ])('%s is not', (text, codes, sentence) => {
    expect(said(text, codes)).toEqual([expect.stringContaining(sentence)])
  })
})

test.each([
  ['"a b"', 'value-wrong'],
  ['"a/b"', 'value-wrong'],
  ['"a\\\\b"', 'value-wrong'],
  ['".."', 'value-wrong'],
  ['"a\\u0007"', 'value-wrong'],
  ['"a\\u200b"', 'value-wrong'],
  ['"a[F]"', 'value-wrong'],
  ['"{a}"', 'value-wrong'],
  ['"-"', 'value-wrong'],
  ['x', 'defined-twice'],
])('%s beside X is no code', (code, fault) => {
  expect(ofCodes(['X', code], '[X, X]').mistakes).toMatchObject([{ fault: { code: fault } }])
})

test('a question has no code that an indicator has', () => {
  const question = 'questions: [{ code: X, name: { vi: q, en: q }, collect: [commune] }]\n'
  expect(ofCodes(['X'], '[X, X]', question).mistakes).toMatchObject([
    { fault: { code: 'defined-twice', found: 'X' } },
  ])
})
