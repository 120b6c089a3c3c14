/** Every kind of finding can happen, is placed at the right cell, and has a sentence in both languages. */

import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { bookOf, type Changes } from '../../fixtures/book-of.ts'
import { installedProgramme, PERIOD } from '../../fixtures/can-tho.ts'
import { type Filled, inventProvince, slotKey } from '../../fixtures/province.ts'
import { filledPages } from '../../fixtures/workbooks.ts'
import { layoutOf } from '../form/layout.ts'
import type { Fault, Finding, Lang } from '../model.ts'
import { consolidate, type FileRead, readSubmission } from '../pipeline.ts'
import { treeAt } from '../slots.ts'
import { namesOf, sentenceOf } from './index.ts'
import { vi } from './vi.ts'

const programme = installedProgramme(
  'can-tho-2021-2025',
  join(dirname(fileURLToPath(import.meta.url)), '../..'),
)
const tree = treeAt(programme, PERIOD)
const province = inventProvince(programme, PERIOD, 7, { totals: 1 })
const commune = province.find(({ asked }) => asked.unit.code === '31117') as Filled
const layout = layoutOf(commune.asked, programme, tree)
const SHEET = 'Số liệu'

const rowOf = (code: string): number =>
  layout.rows.find((row) => row.kind === 'indicator' && row.indicator.code === code)?.row ?? 0
const place = (code: string, column = 5): string => `${SHEET}!${rowOf(code)}:${column}`

/** Findings of the commune's form with some cells changed. */
function read(changes: Changes, filled: Filled = commune): readonly Finding[] {
  return file(changes, filled).findings
}

function file(changes: Changes, filled: Filled = commune, path = 'a.xlsx', sha256 = path): FileRead {
  const book = bookOf(filledPages(filled, programme, PERIOD), changes)
  return { file: path, sha256, ...readSubmission(book, programme, { path, sha256 }) }
}

function run(files: readonly FileRead[]): readonly Finding[] {
  return consolidate(files, { programme, period: PERIOD, asOf: '2024-06-25' }).findings
}

/** The district above the commune, all its communes, and what to change in the files of some. */
function district(
  answers: Readonly<Record<string, Filled['answers']>> = {},
  without = '',
): readonly FileRead[] {
  return province
    .filter(({ asked: { unit } }) => (unit.parent === '916' || unit.code === '916') && unit.code !== without)
    .map((one) => {
      const changed = { ...one, answers: { ...one.answers, ...answers[one.asked.unit.code] } }
      return file({}, changed, `${one.asked.unit.code}.xlsx`)
    })
}

const metaCell = (row: number, value: string): Changes => ({ [`_meta!${row}:2`]: { kind: 'text', value } })
const flagTotal = { '916': { 'D01 916 total': 99 } }

/** What makes each finding, the cell it must name, and the findings. */
const shown: readonly (readonly [Fault['code'], string | null, () => readonly Finding[]])[] = [
  ['form-unknown', null, () => [refusedWithoutMeta()]],
  ['form-sheet-missing', null, () => refusedWithoutSheet()],
  ['form-header-missing', null, () => read({ [`${SHEET}!15:5`]: { kind: 'text', value: 'Kỳ này' } })],
  ['form-row-missing', null, () => read({ [place('C01', 2)]: null })],
  ['form-row-twice', `B${rowOf('C02')}`, () => read({ [place('C02', 2)]: { kind: 'text', value: 'C01' } })],
  [
    'form-code-unknown',
    `B${rowOf('C02')}`,
    () => read({ [place('C02', 2)]: { kind: 'text', value: 'Z99' } }),
  ],
  ['form-version', null, () => read(metaCell(7, 'cũ'))],
  ['form-blank', null, () => read(allBlank())],
  ['form-consolidated', null, () => read(metaCell(3, 'consolidated'))],
  ['form-row-uncoded', `E${rowOf('C02')}`, () => read({ [place('C02', 2)]: null })],
  ['meta-broken', null, () => read(metaCell(5, 'tháng 6'))],
  ['programme-other', null, () => read(metaCell(1, 'chuong-trinh-khac'))],
  ['period-other', null, () => run([otherPeriod()])],
  ['unit-unknown', null, () => read(metaCell(4, '99999'))],
  ['unit-not-in-force', null, () => read(metaCell(4, '31153'.replace('31153', endedUnit())))],
  ['unit-not-asked', null, () => read(metaCell(4, '92'))],
  ['submission-missing', null, () => run([])],
  ['submission-copy', null, () => run([file({}, commune, 'a.xlsx', 'x'), file({}, commune, 'b.xlsx', 'x')])],
  ['submission-superseded', null, () => run([file({}), file({}, { ...commune, revision: 2 }, 'b.xlsx')])],
  [
    'submission-conflict',
    null,
    () => run([file({}), file({ [place('A01')]: { value: 77 } }, commune, 'b.xlsx')]),
  ],
  ['received-unknown', null, () => run([file({}, { ...commune, received: null })])],
  ['received-unreadable', 'D11', () => read({ [`${SHEET}!11:4`]: { kind: 'text', value: 'giữa tháng 6' } })],
  ['received-outside', null, () => run([file({}, { ...commune, received: '2062-04-02' })])],
  ['revision-unreadable', 'D10', () => read({ [`${SHEET}!10:4`]: { kind: 'text', value: 'lần đầu' } })],
  ['value-missing', `E${rowOf('A01')}`, () => read({ [place('A01')]: null })],
  ['value-not-a-number', `E${rowOf('C06')}`, () => read({ [place('C06')]: { value: '12 người' } })],
  ['value-ambiguous', `E${rowOf('I07')}`, () => read({ [place('I07')]: { value: '1.234' } })],
  ['value-not-whole', `E${rowOf('C06')}`, () => read({ [place('C06')]: { value: 10.98 } })],
  ['value-too-small', `E${rowOf('C06')}`, () => read({ [place('C06')]: { value: -3 } })],
  ['value-too-large', null, () => district(flagTotal).flatMap((one) => one.findings)],
  ['value-not-flag', `E${rowOf('D01')}`, () => read({ [place('D01')]: { value: 3 } })],
  ['value-date', `E${rowOf('C06')}`, () => read({ [place('C06')]: { kind: 'date', value: 45444 } })],
  ['value-error', `E${rowOf('C06')}`, () => read({ [place('C06')]: { kind: 'error', value: '#REF!' } })],
  [
    'value-uncached',
    `E${rowOf('C06')}`,
    () => read({ [place('C06')]: { kind: 'uncached', formula: 'SUM(A1)' } }),
  ],
  ['value-converted', `E${rowOf('D04')}`, () => read({ [place('D04')]: { value: '1.234' } })],
  ['value-x-unexplained', `E${rowOf('C06')}`, () => read({ [place('C06')]: { value: 'x' } })],
  ['value-outside-form', null, () => districtForm({ [`${SHEET}!${districtRow('C01')}:5`]: { value: 5 } })],
  ['rule-broken', `E${rowOf('C01')}`, () => read({ [place('C01')]: { value: 9999 } })],
  ['total-differs', null, () => run(district({ '916': { 'C01 916 total': 9999 } }))],
  ['total-below-count', null, () => run(district({ '916': { 'C01 916 total': 1 } }, '31117'))],
]

/** Shown elsewhere: by the command line on real files, and by a programme whose ratio no rule guards. */
const ELSEWHERE: readonly Fault['code'][] = [
  'file-unreadable',
  'file-not-a-spreadsheet',
  'file-skipped',
  'ratio-above-whole',
]

test.each(shown)('%s is found at %s, once for its cause', (code, cell, findings) => {
  const found = findings().filter((finding) => finding.fault.code === code)
  expect(found.length).toBeGreaterThan(0)
  if (cell !== null) expect(found.map((finding) => finding.cell)).toEqual([cell])
  for (const lang of ['vi', 'en'] as const satisfies Lang[]) {
    const { what, fix } = sentenceOf(found[0] as Finding, namesOf(programme, lang))
    expect(what).toMatch(/^[\p{Lu}“].*[.]$/u)
    expect(fix.length).toBeGreaterThan(5)
    expect(`${what} ${fix}`).not.toMatch(/undefined|null|NaN|\[object/)
  }
})

test('no kind of finding is left without an example', () => {
  const covered = new Set([...shown.map(([code]) => code), ...ELSEWHERE])
  expect(Object.keys(vi).filter((code) => !covered.has(code as Fault['code']))).toEqual([])
})

test('a form filled as its rules ask has no finding at all', () => {
  expect(read({})).toEqual([])
})

test('the message about words in a number is exact', () => {
  const [finding] = read({ [place('C06')]: { value: '12 người' } })
  expect(sentenceOf(finding as Finding, namesOf(programme, 'vi'))).toEqual({
    what: 'Chỉ tiêu C06 (Tổng số người lao động tại các cơ sở C01 (cuối kỳ)) phải là số, nhưng ô ghi “12 người”.',
    fix: 'Chỉ để lại số, bỏ chữ và đơn vị tính; nếu đúng là 12 thì ghi 12.',
  })
})

/** Every open cell of the form emptied. */
function allBlank(): Changes {
  const cells = commune.asked.slots.map((slot) => [place(slot.indicator), null] as const)
  const texts = [5, 6, 7, 8].map((row) => [`Thuyết minh!${row}:3`, null] as const)
  return Object.fromEntries([...cells, ...texts])
}

function refusedWithoutMeta(): Finding {
  const book = bookOf(filledPages(commune, programme, PERIOD))
  const { findings } = readSubmission({ sheets: book.sheets.slice(0, 2) }, programme, {
    path: 'a.xlsx',
    sha256: 'x',
  })
  return findings[0] as Finding
}

function refusedWithoutSheet(): readonly Finding[] {
  const book = bookOf(filledPages(commune, programme, PERIOD))
  const sheets = book.sheets.map((sheet) => (sheet.name === SHEET ? { ...sheet, name: 'Sheet1' } : sheet))
  return readSubmission({ sheets }, programme, { path: 'a.xlsx', sha256: 'x' }).findings
}

function otherPeriod(): FileRead {
  return file(metaCell(5, '2023-H2'))
}

/** A commune that exists in the list but no longer on the period's last day, or not yet. */
function endedUnit(): string {
  return programme.units.find((unit) => unit.level === 'commune' && tree.unit(unit.code) === null)?.code ?? ''
}

function districtForm(changes: Changes): readonly Finding[] {
  return read(changes, province.find(({ asked }) => asked.unit.code === '916') as Filled)
}

function districtRow(code: string): number {
  const asked = (province.find(({ asked: { unit } }) => unit.code === '916') as Filled).asked
  const row = layoutOf(asked, programme, tree).rows.find(
    (one) => one.kind === 'indicator' && one.indicator.code === code,
  )
  return row?.row ?? 0
}

test('slots are named once', () => {
  const keys = commune.asked.slots.map(slotKey)
  expect(new Set(keys).size).toBe(keys.length)
})
