/** A consolidated workbook of ours as input: the reports in it, as if their files lay in the folder. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bookOf, type Changes } from '../../fixtures/book-of.ts'
import type { Book } from '../book.ts'
import { submissionChecks } from '../checks/index.ts'
import { applyWaivers } from '../checks/waivers.ts'
import { printCsv } from '../exports/csv.ts'
import { figuresTable, targetsTable } from '../exports/tables.ts'
import { namesOf, sentenceOf } from '../messages/index.ts'
import type { Decision, Finding, Lang, Period, Programme, Submission } from '../model.ts'
import { parsePeriod } from '../period.ts'
import {
  type Consolidated,
  consolidate,
  type FileRead,
  type PeriodFiles,
  readContained,
  report,
  withContained,
} from '../pipeline.ts'
import { parseProgramme } from '../programme.ts'
import {
  anAsked,
  anIndicator,
  aProgramme,
  aRule,
  aSubmission,
  COUNTED,
  EXAMPLE,
  PERIOD,
  type Typed,
  UNITS,
} from '../testing.ts'

const programme = aProgramme({
  indicators: [
    ...EXAMPLE,
    anIndicator('M01', 'flow', `decimals: 3, collect: ${COUNTED}`),
    anIndicator('V01', 'stock', 'acrossUnits: average, collect: [commune]'),
  ],
  rules: [aRule('V1', 'C01 >= D01')],
})
const AS_OF = '2024-06-25'

const period = (text: string): Period => {
  const parsed = parsePeriod(text)
  if (parsed === null) throw new Error(text)
  return parsed
}

/** A file as it is read, with the rules it breaks. */
function sent(submission: Submission, of: Programme = programme): FileRead {
  const findings = submissionChecks.flatMap((check) => check(submission, of))
  return { file: submission.file, sha256: submission.sha256, submission, findings }
}

type Options = Readonly<{
  decisions?: readonly Decision[]
  parts?: readonly PeriodFiles[]
  of?: Period
  from?: Programme
}>

const run = (
  files: readonly FileRead[],
  { decisions = [], parts = [], of = PERIOD, from = programme }: Options = {},
): Consolidated => consolidate(files, { programme: from, period: of, asOf: AS_OF, decisions, parts })

/** The workbook of a run, as it is read again. */
function workbook(result: Consolidated, changes: Changes = {}, lang: Lang = 'vi'): Book {
  const pages = report(result, lang, (file) => file)
  return { ...bookOf(pages, changes), names: pages.names ?? [] }
}

const opened = (book: Book, path = 'Huyện.xlsx', { of = PERIOD, from = programme }: Options = {}) =>
  readContained(book, from, of, { path, sha256: `sha256 of ${path}` })

/** Figures and targets as they are exported: all that a figure is. */
const exported = (result: Consolidated): string =>
  printCsv(figuresTable(result.figures, result.period, result.tree)) +
  printCsv(targetsTable(result.targets, result.period, result.programme.targets))

const codes = (findings: readonly Finding[]): readonly string[] => findings.map(({ fault }) => fault.code)
const findingsOf = (files: readonly FileRead[]): readonly Finding[] => files.flatMap((one) => one.findings)

/** Where the value of an answer stands in `Nguồn`: `E12` as `Nguồn!12:5`. */
function inSource(book: Book, reporter: string, indicator: string): string {
  const rows = book.sheets.find(({ name }) => name === 'Nguồn')?.rows ?? []
  const row = rows.find(({ cells }) => {
    const at = (column: number) => cells.find((cell) => cell.column === column)?.value
    return at(14) === reporter && at(4) === indicator
  })
  if (row === undefined) throw new Error(`${reporter} ${indicator}`)
  return `Nguồn!${row.number}:5`
}

const A = sent(
  aSubmission(
    '99101',
    { A01: 2, C01: 10, D01: 1, M01: 0.1, V01: 4 },
    { programme, revision: 2, received: '2024-06-17', notes: { C01: 'đã rà soát' } },
  ),
)
const B = sent(
  aSubmission('99102', { C01: 5, D01: 'x', A01: 'unreadable', M01: 0.2 }, { programme, received: null }),
)
const DISTRICT = sent(aSubmission('991', { A01: 3, 'C01 total': 16, G01: 5 }, { programme }))
const OTHER = sent(aSubmission('992', { A01: 1, 'C01 total': 8, G01: 2 }, { programme }))
const POLICE = sent(aSubmission('cong-an', { A01: 4, 'G01 99': 1, 'G01 991': 6 }, { programme }))
const ALL = [A, B, DISTRICT, OTHER, POLICE]

describe('the reports out of a container', () => {
  test.each<Lang>(['vi', 'en'])('are what they were, but for where they stand (%s)', (lang) => {
    const files = opened(workbook(run(ALL), {}, lang))
    expect(files).toHaveLength(ALL.length + 1)
    for (const { submission, sha256 } of ALL) {
      const read = files.find((one) => one.file === `Huyện.xlsx › ${submission?.file}`)
      if (submission === null || read === undefined) throw new Error(submission?.file)
      const { file, sheet, within, answers, ...facts } = read.submission as Submission
      const { file: _file, sheet: _sheet, answers: before, ...wanted } = submission
      expect([sheet, within, sha256]).toEqual(['Nguồn', 'Huyện.xlsx', read.sha256])
      expect(facts).toEqual(wanted)
      expect({ ...answers, cells: [] }).toEqual({ ...before, cells: [] })
      expect(answers.cells.every((cell) => /^E\d+$/.test(cell ?? ''))).toBe(true)
    }
  })

  test('give the figures of all their files, at any depth', () => {
    const wanted = exported(run(ALL))
    const once = opened(workbook(run([A, B, DISTRICT])))
    expect(exported(run([...once, OTHER, POLICE]))).toBe(wanted)
    const twice = opened(workbook(run([...once, POLICE])), 'Tỉnh.xlsx')
    expect(twice.map(({ file }) => file)).toContain('Tỉnh.xlsx › Huyện.xlsx › 99101.xlsx')
    expect(exported(run([...twice, OTHER]))).toBe(wanted)
  })

  test('give the figures of all their files, whatever was answered', () => {
    const typed: fc.Arbitrary<Typed> = fc.oneof(
      fc.integer({ min: 0, max: 50 }),
      fc.constantFrom<Typed>(null, 'x', 'unreadable', 0),
    )
    const ofReporter = (reporter: string) => {
      const keys = anAsked(reporter, programme).slots.map(({ indicator, about, as }) =>
        as === 'total' ? `${indicator} total` : about === reporter ? indicator : `${indicator} ${about}`,
      )
      // A form takes no other answer than these to a flag, nor to how many communes of a district have it.
      const isFlag = (key: string): boolean => key.startsWith('D01')
      const values = fc.record(
        Object.fromEntries(
          keys.map((key) => [key, isFlag(key) ? fc.constantFrom<Typed>(0, 1, null, 'x') : typed]),
        ),
      )
      const facts = fc.record({ revision: fc.integer({ min: 1, max: 3 }), isInside: fc.boolean() })
      return fc.tuple(values, facts).map(([answers, { revision, isInside }]) => ({
        isInside,
        file: sent(aSubmission(reporter, answers, { programme, revision })),
      }))
    }
    const province = fc.tuple(...['99101', '99102', '99201', '991', '992', 'cong-an'].map(ofReporter))
    fc.assert(
      fc.property(province, (offices) => {
        const inside = offices.filter((one) => one.isInside).map(({ file }) => file)
        const beside = offices.filter((one) => !one.isInside).map(({ file }) => file)
        const contained = opened(workbook(run(inside)))
        expect(codes(findingsOf(contained))).not.toContain('container-total-differs')
        expect(exported(run([...contained, ...beside]))).toBe(exported(run([...inside, ...beside])))
      }),
      { numRuns: 40 },
    )
  })

  test('have the findings that their values give, at the cells of the container', () => {
    const broken = sent(aSubmission('99101', { C01: 0, D01: 1 }, { programme }))
    const book = workbook(run([broken, B]))
    const [found] = findingsOf(opened(book)).filter(({ fault }) => fault.code === 'rule-broken')
    expect([found?.file, found?.sheet, found?.cell]).toEqual([
      'Huyện.xlsx › 99101.xlsx',
      'Nguồn',
      inSource(book, '99101', 'C01').replace(/Nguồn!(\d+):5/, 'E$1'),
    ])
    const unreadable = findingsOf(opened(book)).find(({ fault }) => fault.code === 'value-unreadable-below')
    expect([unreadable?.unit, unreadable?.indicator, unreadable?.fault]).toEqual([
      '99102',
      'A01',
      { code: 'value-unreadable-below', sheet: 'Số liệu', cell: expect.stringMatching(/^E\d+$/) },
    ])
  })

  test('waived below stay waived, at any depth; other decisions do not travel, and it says so', () => {
    const broken = sent(aSubmission('99101', { C01: 0, D01: 1 }, { programme }))
    const decisions: Decision[] = [
      { verb: 'waive', rule: 'V1', unit: '99101', why: 'đã kiểm tra', by: 'Lan' },
      { verb: 'adopt', indicator: 'G01', unit: '992', why: 'Công an chưa gửi', by: 'Lan' },
    ]
    const waived = { ...broken, findings: applyWaivers(broken.findings, decisions) }
    const once = opened(workbook(run([broken, OTHER], { decisions })))
    const twice = opened(workbook(run(once)), 'Tỉnh.xlsx')
    for (const files of [once, twice]) {
      expect(exported(run(files))).toBe(exported(run([waived, OTHER])))
      expect(run(files).findings.find(({ fault }) => fault.code === 'rule-broken')).toMatchObject({
        severity: 'info',
        waived: { why: 'đã kiểm tra', by: 'Lan' },
      })
    }
    expect(once[0]?.findings.map(({ fault }) => fault)).toMatchObject([
      { code: 'container-read', submissions: 2, hasDecisions: true, waivers: 1 },
    ])
  })

  test('keep the offices’ own words, each leading to its cell of the container', () => {
    const words = (submission: Submission): Submission => ({
      ...submission,
      texts: [{ question: 'Q1', text: 'Thiếu kinh phí.\nThiếu cán bộ', cell: 'C5' }],
    })
    const files = [A, DISTRICT].map(({ submission }) => sent(words(submission as Submission)))
    const once = run(opened(workbook(run(files))))
    const twice = run(opened(workbook(once), 'Tỉnh.xlsx'))
    for (const { texts } of [once, twice])
      expect(texts.map(({ reporter, question, text, cell }) => [reporter, question, text, cell])).toEqual([
        ['991', 'Q1', 'Thiếu kinh phí.\nThiếu cán bộ', 'F5'],
        ['99101', 'Q1', 'Thiếu kinh phí.\nThiếu cán bộ', 'F6'],
      ])
  })

  test('keep an answer that took several rows, and a note as long, at any depth', () => {
    const long = 'Cán bộ còn kiêm nhiệm;\nkinh phí cấp chậm. '.repeat(700).slice(0, 32_767).trim()
    const words = (submission: Submission): Submission => ({
      ...submission,
      notes: { C01: long },
      texts: [{ question: 'Q1', text: `${submission.reporter} ${long}`, cell: 'C5' }],
    })
    const files = [A, B].map(({ submission }) => sent(words(submission as Submission)))
    const once = opened(workbook(run(files)))
    const twice = opened(workbook(run(once)), 'Tỉnh.xlsx')
    for (const read of [once, twice]) {
      const submissions = read.flatMap(({ submission }) => submission ?? [])
      expect(submissions).toHaveLength(2)
      for (const { texts, notes, reporter } of submissions) {
        expect(texts.map(({ question, text }) => [question, text])).toEqual([['Q1', `${reporter} ${long}`]])
        expect(notes).toEqual({ C01: long })
      }
    }
  })

  test('of a unit that ended inside the period, or whose code was used again, are still that unit’s', () => {
    const units = UNITS.replace(
      '99101,Xã Một,commune,991,2010-01-01,,,\n99102,Xã Hai,commune,991,2010-01-01,,,',
      [
        '99101,Xã Một,commune,991,2010-01-01,2024-03-01,99102,',
        '99102,Xã Hai,commune,991,2010-01-01,2024-03-01,99102,',
        '99102,Xã Hai Mới,commune,991,2024-03-01,,,99101;99102',
      ].join('\n'),
    )
    const merging = aProgramme({ units })
    const old = (reporter: string, A01: number) =>
      sent(aSubmission(reporter, { A01 }, { programme: merging, since: '2010-01-01' }), merging)
    const files = [old('99101', 3), old('99102', 4)]
    const from = { from: merging }
    const read = opened(workbook(run(files, from)), 'Huyện.xlsx', from)
    expect(codes(findingsOf(read))).not.toContain('container-total-differs')
    expect(exported(run(read, from))).toBe(exported(run(files, from)))
    expect(run(read, from).figures.find((one) => one.unit === '991' && one.indicator === 'A01')?.value).toBe(
      7,
    )
  })

  test('that did not count below are named, and do not come in', () => {
    const [one, other] = ['1.xlsx', '2.xlsx'].map((file, C01) =>
      sent(aSubmission('99102', { C01 }, { programme, file, sha256: file })),
    )
    const files = opened(workbook(run([A, one, other] as FileRead[])))
    expect(files.map(({ file }) => file)).toEqual(['Huyện.xlsx', 'Huyện.xlsx › 99101.xlsx'])
    expect(files[0]?.findings[0]?.fault).toMatchObject({ leftOut: ['1.xlsx', '2.xlsx'] })
    expect(run(files).receipts.filter(({ file }) => file === 'Huyện.xlsx')).toEqual([])
  })
})

describe('a file of its own beside a container', () => {
  const C01 = (result: Consolidated) =>
    result.figures.find((one) => one.unit === '99101' && one.indicator === 'C01')?.value
  const own = (value: number, revision: number) =>
    sent(aSubmission('99101', { C01: value }, { programme, revision, file: 'x.xlsx', sha256: 'other bytes' }))
  const held = opened(workbook(run([own(10, 2), B])))

  test.each<[string, FileRead, number | null, string]>([
    ['with the same answers is a copy', own(10, 2), 10, 'submission-copy'],
    ['of a later revision counts', own(12, 3), 12, 'submission-superseded'],
    ['of an earlier one does not', own(12, 1), 10, 'submission-superseded'],
    ['with other answers is a conflict', own(12, 2), null, 'submission-conflict'],
  ])('%s', (_, file, value, code) => {
    const result = run([...held, file])
    expect(C01(result)).toBe(value)
    expect(codes(result.findings)).toContain(code)
  })

  test('with the same SHA-256 and other answers is a conflict: what a container says of bytes is no proof', () => {
    const book = workbook(run([A, B]))
    const files = opened(workbook(run([A, B]), { [inSource(book, '99101', 'C01')]: { value: 99 } }))
    expect(codes(run([...files, A]).findings)).toContain('submission-conflict')
  })

  test('counts when a decision takes the container out', () => {
    const decision: Decision = {
      verb: 'exclude',
      file: 'Huyện.xlsx',
      sha256: 'sha256 of Huyện.xlsx',
      why: 'bản cũ',
      by: 'Lan',
    }
    const result = run([...held, own(12, 2)], { decisions: [decision] })
    expect(C01(result)).toBe(12)
    expect(codes(result.findings).filter((code) => code === 'submission-excluded')).toHaveLength(1)
    expect(result.figures.find((one) => one.unit === '99102' && one.indicator === 'C01')?.value).toBeNull()
  })

  test('twice the same container is once its reports, in any order', () => {
    const book = workbook(run([A, B, DISTRICT]))
    const both = [...opened(book), ...opened(book, 'Huyện (1).xlsx')]
    expect(exported(run(both))).toBe(exported(run([A, B, DISTRICT])))
    expect(exported(run([...both].reverse()))).toBe(exported(run(both)))
  })
})

describe('a container that a hand has changed', () => {
  const result = run([A, B, DISTRICT])
  const at = (indicator: string) => inSource(workbook(result), '99101', indicator)

  test('is input like any form, and its own totals disagree with it', () => {
    const files = opened(workbook(result, { [at('C01')]: { value: 11 } }))
    const [found] = findingsOf(files).filter(({ fault }) => fault.code === 'container-total-differs')
    expect(found).toMatchObject({
      severity: 'warning',
      file: 'Huyện.xlsx',
      sheet: 'Tổng hợp',
      indicator: 'C01',
      fault: { found: 15, computed: 16 },
    })
    for (const lang of ['vi', 'en'] as const)
      expect(sentenceOf(found as Finding, namesOf(programme, lang)).what).toMatch(
        /15.*C01.*16|C01.*15.*16|15.*16/,
      )
  })

  test('untouched says nothing of the kind', () => {
    expect(codes(findingsOf(opened(workbook(result))))).not.toContain('container-total-differs')
  })

  test.each<[string, Changes[string], number | null, string | null]>([
    ['a value taken out is blank', null, null, 'value-missing'],
    ['a number in words is unreadable', { value: '12 người' }, null, 'value-not-a-number'],
    ['a number below 0 is no answer', { value: -1 }, null, 'value-too-small'],
  ])('%s', (_, change, value, code) => {
    const files = opened(workbook(result, { [at('C01')]: change }))
    const { submission } = files.find(({ file }) => file.endsWith('99101.xlsx')) as FileRead
    const index = submission?.answers.slots.findIndex(({ indicator }) => indicator === 'C01') ?? -1
    expect(submission?.answers.values[index]).toBe(value)
    expect(codes(findingsOf(files))).toContain(code)
  })

  test('rows that are nobody’s are not read, and it says which', () => {
    const file = at('C01').replace(/:5$/, ':10')
    const files = opened(workbook(result, { [file]: { value: 'lạ.xlsx' } }))
    const found = findingsOf(files).find(({ fault }) => fault.code === 'container-rows-unread')
    expect(found?.fault).toEqual({
      code: 'container-rows-unread',
      cells: [file.replace(/Nguồn!(\d+):10/, 'A$1')],
    })
  })

  test('with personal data in it gives nothing of that report', () => {
    const note = at('C01').replace(/:5$/, ':15')
    const files = opened(workbook(result, { [note]: { value: 'CCCD 092188001234' } }))
    expect(files.find(({ file }) => file.endsWith('99101.xlsx'))?.submission).toBeNull()
    const found = findingsOf(files).filter(({ fault }) => fault.code === 'personal-data')
    expect(found.map(({ cell }) => cell)).toEqual([note.replace(/Nguồn!(\d+):15/, 'O$1')])
  })
})

describe('a container that cannot be one', () => {
  const book = workbook(run([A]))
  const without = (name: string): Book => ({
    ...book,
    sheets: book.sheets.filter((one) => one.name !== name),
  })

  test.each<[string, readonly FileRead[], string]>([
    [
      'of another programme',
      opened(book, 'a.xlsx', { from: { ...programme, id: 'khac' } }),
      'programme-other',
    ],
    ['of another period', opened(book, 'a.xlsx', { of: period('2024-H2') }), 'period-other'],
    ['without its list of reports', opened(without('_reports')), 'form-consolidated'],
    ['without its sources', opened(without('Nguồn')), 'form-consolidated'],
  ])('%s is left out whole, with one finding', (_, files, code) => {
    expect(codes(findingsOf(files))).toEqual([code])
    expect(
      run(files.map((one) => one)).receipts.filter(({ standing }) => standing === 'left-out'),
    ).toHaveLength(1)
  })
})

test('a year’s container holds the reports of its halves too, each for its own half', () => {
  const [YEAR, H1, H2] = [period('2024'), period('2024-H1'), period('2024-H2')]
  const half = (of: Period, folder: string, A01: number): PeriodFiles => ({
    period: of,
    files: [sent(aSubmission('99101', { A01, C01: A01 }, { programme, period: of }))],
    decisions: [],
    folder,
    parts: [],
  })
  const parts = [half(H1, '../2024-H1', 3), half(H2, '../2024-H2', 4)]
  const direct = [sent(aSubmission('99102', { A01: 9 }, { programme, period: YEAR }))]
  const result = run(direct, { of: YEAR, parts })
  const files = opened(workbook(result), 'Tỉnh.xlsx', { of: YEAR })
  expect(codes(findingsOf(files))).not.toContain('container-total-differs')
  const read = withContained({ period: YEAR, files, decisions: [], folder: '', parts: [] }, '2024')
  expect(read.parts.map((part) => part.files.map(({ file }) => file))).toEqual([
    ['../2024/Tỉnh.xlsx › ../2024-H1/99101.xlsx'],
    ['../2024/Tỉnh.xlsx › ../2024-H2/99101.xlsx'],
  ])
  const again = run(read.files, { of: YEAR, parts: read.parts })
  expect(exported(again)).toBe(exported(result))
  expect(
    [...again.observations].find(
      (one) => one.period.part === 2 && one.indicator === 'A01' && one.reporter === '99101',
    ),
  ).toMatchObject({
    value: 4,
    file: '../2024/Tỉnh.xlsx › ../2024-H2/99101.xlsx',
  })
})

describe('a ministry’s programme, of which the provinces send workbooks', () => {
  const NATION = `
id: ca-nuoc
title: { vi: "Cả nước", en: "Nation" }
valid: { from: 2021-01-01, until: 2026-01-01 }
calendar: { year-starts: "12-15" }
asks: [half]
levels: [nation, province, commune]
reporters:
  commune: { deadline: 2, form: "01" }
  province: { deadline: 4, form: "02" }
heading: { parent: "CHÍNH PHỦ", agency: "BỘ", symbol: "BC", place: "Mẫu", signer: "BỘ TRƯỞNG" }
groups:
  - { code: A, name: { vi: "Nhóm A", en: "Group A" } }
indicators:
${anIndicator('A01', 'flow', 'collect: [commune, province]')}
${anIndicator('C01', 'stock', 'collect: [commune, { by: province, as: total }]')}
${anIndicator('D01', 'flag', 'collect: [commune]')}
${anIndicator('K01', 'reference', `value: "units('commune')"`)}
${anIndicator('R01', 'ratio', 'of: [D01, K01], times: 100')}
targets:
  - { code: T01, name: { vi: "t", en: "t" }, kind: ratio, of: [D01, K01], times: 100, compare: ">=", threshold: 50, by: province, due: year, source: s }
`
  const UNITS = `code,name,level,parent,from,until,into,of
VN,Cả nước,nation,,2010-01-01,,,
98,Tỉnh Tám,province,VN,2010-01-01,,,
99,Tỉnh Chín,province,VN,2010-01-01,,,
98001,Xã A,commune,98,2010-01-01,,,
98002,Xã B,commune,98,2010-01-01,,,
99001,Xã C,commune,99,2010-01-01,,,
99002,Xã D,commune,99,2010-01-01,,,
`
  const { programme: nation, mistakes } = parseProgramme({
    programme: { file: 'programme.yaml', text: NATION },
    catalogue: null,
    units: { file: 'units.csv', text: UNITS },
  })
  if (nation === null) throw new Error(JSON.stringify(mistakes))
  const of = (reporter: string, values: Readonly<Record<string, Typed>>): FileRead =>
    sent(aSubmission(reporter, values, { programme: nation }), nation)

  test('comes to what all their communes come to', () => {
    const eight = [
      of('98001', { A01: 1, C01: 4, D01: 1 }),
      of('98002', { A01: 2, C01: 5, D01: 'x' }),
      of('98', { A01: 7, 'C01 total': 9 }),
    ]
    const nine = [of('99001', { A01: 3, C01: 6, D01: 0 }), of('99', { A01: 0, 'C01 total': 20 })]
    const from = { from: nation }
    const wanted = run([...eight, ...nine], from)
    const files = [eight, nine].flatMap((province, at) =>
      opened(workbook(run(province, from)), `Tỉnh ${at}.xlsx`, from),
    )
    const result = run(files, from)
    expect(exported(result)).toBe(exported(wanted))
    expect(result.figures.find((one) => one.unit === 'VN' && one.indicator === 'C01')).toMatchObject({
      value: 29,
      reported: 3,
      expected: 4,
      basis: 'mixed',
    })
  })
})

describe('a report in a consolidated workbook that may be another office’s', () => {
  const own = sent(aSubmission('99101', { A01: 7, C01: 3 }, { programme, file: 'xã.xlsx' }))
  const standing = (files: readonly FileRead[]) => {
    const { receipts, findings } = run(files)
    return [
      receipts.filter(({ reporter }) => reporter === '99101').map((one) => one.standing),
      findings
        .filter(({ severity, fault }) => severity === 'error' && fault.code.startsWith('submission-'))
        .map(({ fault }) => fault.code),
    ]
  }

  test('displaces nobody: by the name of the workbook, which is another district’s', () => {
    const inside = opened(workbook(run([A])), 'Huyện Hai.xlsx')
    expect(codes(findingsOf(inside))).toContain('unit-contradicted')
    expect(standing([own, ...inside])).toEqual([['left-out', 'left-out', 'missing'], ['submission-doubtful']])
    expect(standing([own, ...opened(workbook(run([A])), 'Huyện Một.xlsx')])).toEqual([
      ['on-time', 'superseded'],
      [],
    ])
  })

  test('displaces nobody: the office that consolidated it doubted it, at any depth', () => {
    const doubt = { code: 'unit-contradicted', isByMeta: true, clues: [] } as const
    const place = { file: A.file, sheet: null, cell: null, unit: '99101', indicator: null }
    const doubted = {
      ...A,
      findings: [...A.findings, { severity: 'warning', fault: doubt, ...place } as const],
    }
    const once = opened(workbook(run([doubted])))
    const twice = opened(workbook(run(once)), 'Tỉnh.xlsx')
    for (const inside of [once, twice]) {
      expect(standing([own, ...inside])[1]).toEqual(['submission-doubtful'])
      const [told] = findingsOf(inside).filter(({ fault }) => fault.code === 'unit-contradicted')
      for (const lang of ['vi', 'en'] as const)
        expect(sentenceOf(told as Finding, namesOf(programme, lang)).what).toMatch(/^.{20,}\.xlsx” [^,]+\.$/u)
    }
  })
})
