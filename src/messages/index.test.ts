/** Every kind of finding can happen, is placed at the right cell, and has a sentence in both languages. */

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { bookOf, type Changes } from '../../fixtures/book-of.ts'
import { installedProgramme, LAST_YEAR, PERIOD } from '../../fixtures/can-tho.ts'
import { type Filled, inventProvince, inventYearBefore, slotKey } from '../../fixtures/province.ts'
import { filledPages } from '../../fixtures/workbooks.ts'
import type { Book, Sheet } from '../book.ts'
import { main } from '../cli/main.ts'
import { layoutOf } from '../form/layout.ts'
import type { Decision, Fault, Finding, Lang, Period } from '../model.ts'
import type { Pages } from '../page.ts'
import {
  type Consolidated,
  consolidate,
  type FileRead,
  readContained,
  readSubmission,
  report,
} from '../pipeline.ts'
import { treeAt } from '../slots.ts'
import { aContext, aFile, anIndicator, aProgramme, aSubmission } from '../testing.ts'
import { namesOf, sentenceOf } from './index.ts'
import { vi } from './vi.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const programme = installedProgramme('can-tho-2021-2025', root)
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

function file(
  changes: Changes,
  filled: Filled = commune,
  path = 'a.xlsx',
  sha256 = path,
  period: Period = PERIOD,
): FileRead {
  const book = bookOf(filledPages(filled, programme, period), changes)
  return { file: path, sha256, ...readSubmission(book, programme, { path, sha256 }) }
}

function run(
  files: readonly FileRead[],
  decisions: readonly Decision[] = [],
  lastYear: Consolidated | null = null,
): readonly Finding[] {
  const context = { programme, period: PERIOD, asOf: '2024-06-25' }
  return consolidate(files, { ...context, decisions, lastYear }).findings
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

/** The commune, and another of its district with the same answers. */
function withCopy(): readonly FileRead[] {
  const other = province.find(({ asked: { unit } }) => unit.code === '31120') as Filled
  const answers = Object.fromEntries(
    Object.entries(commune.answers).map(([key, value]) => [key.replace('31117', '31120'), value]),
  )
  return [file({}), file({}, { ...other, answers }, 'b.xlsx')]
}

const police = province.find(({ asked }) => asked.unit.code === 'cong-an') as Filled

/** The district and the police, who speak of the same thing; `change` is what the police wrote otherwise. */
function withPolice(
  change: Filled['answers'] = {},
  answers: Readonly<Record<string, Filled['answers']>> = {},
): readonly FileRead[] {
  const changed = { ...police, answers: { ...police.answers, ...change } }
  return [...district(answers), file({}, changed, 'cong-an.xlsx')]
}

/** The files of the whole province, and what to change in some. */
function everyone(answers: Readonly<Record<string, Filled['answers']>>): readonly FileRead[] {
  return province.map((one) => {
    const changed = { ...one, answers: { ...one.answers, ...answers[one.asked.unit.code] } }
    return file({}, changed, `${one.asked.unit.code}.xlsx`)
  })
}

/** The commune beside its report of last year, in which group C had the same numbers. */
function besideLastYear(changes: Changes, more: readonly FileRead[] = []): readonly Finding[] {
  const kept = { '31117': 'C' }
  const before = inventYearBefore(programme, PERIOD, 7, { totals: 1, kept }).filter(
    ({ asked }) => asked.unit.code === '31117',
  )
  const context = { programme, period: LAST_YEAR, asOf: '2024-06-25' }
  const files = before.map((one) => file({}, one, 'a.xlsx', 'x', LAST_YEAR))
  return run([file(changes)], [], consolidate([...files, ...more], context))
}

/** The commune with other answers beside its report of last year, in which no group had the same numbers. */
function afterLastYear(changes: Changes, before: Changes): readonly Finding[] {
  const context = { programme, period: LAST_YEAR, asOf: '2024-06-25' }
  return run([file(changes)], [], consolidate([file(before, commune, 'a.xlsx', 'x', LAST_YEAR)], context))
}

const decided = { why: 'gửi nhầm', by: 'Phòng BTXH' }
const G01 = Number(police.answers['G01 916 own'])

const metaCell = (row: number, value: string): Changes => ({ [`_meta!${row}:2`]: { kind: 'text', value } })
const flagTotal = { '916': { 'D01 916 total': 99 } }

/** What makes each finding, the cell it must name, and the findings. */
const shown: readonly (readonly [Fault['code'], string | null, () => readonly Finding[]])[] = [
  ['form-unknown', null, () => [refusedWithoutMeta()]],
  ['form-sheet-missing', null, () => refusedWithoutSheet()],
  ['form-header-missing', null, () => read({ [`${SHEET}!15:5`]: { kind: 'text', value: 'Kỳ này' } })],
  ['form-row-missing', null, () => read({ [place('C01', 2)]: null })],
  ['form-row-twice', `B${rowOf('C02')}`, () => read({ [place('C02', 2)]: { kind: 'text', value: 'C01' } })],
  ['form-column-twice', 'G15', () => read({ [`${SHEET}!15:7`]: { value: 'Kỳ báo cáo' } })],
  ['form-name-changed', `C${rowOf('C02')}`, () => read({ [place('C02', 3)]: { value: 'Tổng số vụ' } })],
  ['form-measure-changed', `D${rowOf('I07')}`, () => read({ [place('I07', 4)]: { value: 'đồng' } })],
  [
    'form-check-overwritten',
    `H${rowOf('C02')}`,
    () => read({ [place('C02', 8)]: { kind: 'text', value: 'Đúng', formula: null } }),
  ],
  [
    'form-unprotected',
    null,
    () => readBook((book) => withSheets(book, (one) => ({ isProtected: one.name !== SHEET }))),
  ],
  [
    'form-sheet-extra',
    null,
    () =>
      readBook((book) => ({
        ...book,
        sheets: [...book.sheets, { ...withoutTable(sheetOf(book)), name: 'Nháp' }],
      })),
  ],
  [
    'form-hidden',
    `E${rowOf('C02')}`,
    () => readBook((book) => withSheets(book, () => ({ hiddenRows: new Set([rowOf('C02')]) }))),
  ],
  ['form-macros', null, () => readBook((book) => ({ ...book, hasMacros: true }))],
  ['form-links', null, () => readBook((book) => ({ ...book, externalLinks: ['so-lieu.xlsx'] }))],
  ['legacy-font', `C${rowOf('C02')}`, () => read({ [place('C02', 3)]: { value: 'Sè vô', font: '.VnTime' } })],
  [
    'legacy-font-suspected',
    `G${rowOf('C02')}`,
    () => read({ [place('C02', 7)]: { value: 'ch­a cã sè liÖu', font: 'Arial' } }),
  ],
  [
    'personal-data',
    `G${rowOf('C02')}`,
    () => read({ [place('C02', 7)]: { value: 'Nạn nhân có số 012345678901' } }),
  ],
  [
    'form-code-unknown',
    `B${rowOf('C02')}`,
    () => read({ [place('C02', 2)]: { kind: 'text', value: 'Z99' } }),
  ],
  ['form-version', null, () => read(metaCell(7, 'cũ'))],
  ['form-several', null, () => sheets(['Phường Cái Khế', 'Phường An Hòa'])],
  ['form-sheet-renamed', null, () => sheets(['Sheet1'])],
  ['form-sheets-ignored', null, () => sheets([SHEET, `${SHEET} (2)`])],
  ['form-guessed', null, () => read(metaCell(5, 'tháng 6'))],
  ['unit-unclear', null, () => sheets([SHEET], { [`${SHEET}!8:1`]: null, [`${SHEET}!2:1`]: null }, false)],
  ['unit-contradicted', 'A8', () => read({ [`${SHEET}!8:1`]: { value: 'Đơn vị báo cáo: Phường Tân An' } })],
  ['period-contradicted', 'A7', () => read({ [`${SHEET}!7:1`]: { value: 'Kỳ: 6 tháng cuối năm 2024' } })],
  ['period-unclear', null, () => sheets([SHEET], { [`${SHEET}!7:1`]: null }, false)],
  ['form-blank', null, () => read(allBlank())],
  ['form-consolidated', null, () => read(metaCell(3, 'consolidated'))],
  ['container-read', null, () => container({})],
  ['container-rows-unread', 'A4', () => container({ 'Nguồn!4:10': { value: 'lạ.xlsx' } })],
  ['container-total-differs', inReport('Tổng hợp', 'C01'), () => container(changed('Tổng hợp', 'C01'))],
  [
    'value-unreadable-below',
    inReport('Nguồn', 'C01', 4),
    () => container({}, file({ [place('C01')]: { value: 'ba' } })),
  ],
  ['form-column-renamed', 'F14', () => read({ [`${SHEET}!14:6`]: { value: 'Quận Ô Môn' } }, police)],
  ['form-row-uncoded', `E${rowOf('C02')}`, () => read({ [place('C02', 2)]: null })],
  ['meta-broken', null, () => read({ ...metaCell(5, 'tháng 6'), [`${SHEET}!7:1`]: null })],
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
  ['value-money-scale', `E${rowOf('I07')}`, () => read({ [place('I07')]: { value: 45_000_000 } })],
  ['value-formula', `E${rowOf('I07')}`, () => read({ [place('I07')]: { value: 45, formula: '20+25' } })],
  [
    'value-merged',
    `E${rowOf('C03')}`,
    () =>
      readBook((book) =>
        withSheets(book, () => ({
          merges: [{ top: rowOf('C02'), left: 5, bottom: rowOf('C03'), right: 5 }],
        })),
      ),
  ],
  ['value-far-away', 'C500', () => readBook((book) => withSheets(book, (one) => withCell(one, 500, 3)))],
  [
    'value-shown-otherwise',
    `E${rowOf('C06')}`,
    () => read({ [place('C06')]: { value: 278_000, format: '#,##0,' } }),
  ],
  ['text-outside-form', 'D8', () => read({ 'Thuyết minh!8:4': { value: 'Kiến nghị thêm kinh phí' } })],
  ['value-huge', `E${rowOf('C06')}`, () => read({ [place('C06')]: { value: 912_345_678 } })],
  ['value-x-unexplained', `E${rowOf('C06')}`, () => read({ [place('C06')]: { value: 'x' } })],
  ['value-outside-form', null, () => districtForm({ [`${SHEET}!${districtRow('C01')}:5`]: { value: 5 } })],
  ['rule-broken', `E${rowOf('C01')}`, () => read({ [place('C01')]: { value: 9999 } })],
  ['total-differs', null, () => run(district({ '916': { 'C01 916 total': 9999 } }))],
  ['total-below-count', null, () => run(district({ '916': { 'C01 916 total': 1 } }, '31117'))],
  ['check-differs', `E${districtRow('G01')}`, () => run(withPolice({ 'G01 916 own': G01 + 2 }))],
  [
    'check-incomplete',
    // At the first commune that did answer.
    `E${rowOf('F13')}`,
    () => run(withPolice({}, { '31117': { 'F13 31117 check': null } })),
  ],
  [
    'check-authority-absent',
    `E${districtRow('G01')}`,
    () => run(everyone({ 'cong-an': { 'G01 916 own': null } })),
  ],
  ['jump', `E${rowOf('D04')}`, () => besideLastYear({ [place('D04')]: { value: 99_999 } })],
  ['last-year-unread', null, () => besideLastYear({}, [file(metaCell(4, '99999'), commune, 'lạ.xlsx')])],
  [
    'zero-after',
    `E${rowOf('D04')}`,
    () => afterLastYear({ [place('D04')]: { value: 0 } }, { [place('D04')]: { value: 90 } }),
  ],
  ['copied-from-neighbour', null, () => run(withCopy())],
  ['outlier', `E${rowOf('D08')}`, () => run(district({ '31117': { 'D08 31117 own': 900_000 } }))],
  ['copied-from-last-year', `E${rowOf('C01')}`, () => besideLastYear({})],
  [
    'decision-void',
    null,
    () => run([file({})], [{ verb: 'exclude', file: 'a.xlsx', sha256: 'b'.repeat(64), ...decided }]),
  ],
  [
    'decision-unused',
    null,
    () => run([file({})], [{ verb: 'waive', rule: 'V01', unit: '31117', ...decided }]),
  ],
  [
    'submission-excluded',
    null,
    () => run([file({})], [{ verb: 'exclude', file: 'a.xlsx', sha256: 'a.xlsx', ...decided }]),
  ],
]

/**
 * Shown below: they are of files that are no forms, or of a programme whose ratio no rule guards; or shown where longer
 * periods are composed and units end, in `pipeline/consolidate.test.ts`.
 */
const BELOW: readonly Fault['code'][] = [
  'unit-ended',
  'unit-ended-unplaced',
  'parts-differ',
  'derived-negative',
  'not-composed',
  'territory-changed',
  'file-unreadable',
  'file-not-a-spreadsheet',
  'file-skipped',
  'ratio-above-whole',
  'programme-guessed',
  'programme-unclear',
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

test('a unit that ended goes by the name it had, though its code is another’s now', () => {
  const fault = { code: 'unit-ended', until: '2025-07-01', successor: '31120', isCovered: true } as const
  const place = { file: 'a.xlsx', sheet: null, cell: null, unit: '31120', indicator: null }
  const { what } = sentenceOf({ severity: 'info', fault, ...place }, namesOf(programme, 'vi'))
  expect(what).toContain('Phường An Hòa kết thúc ngày 1/7/2025, đã nhập vào Phường Cái Khế')
})

test('no kind of finding is left without an example', () => {
  const covered = new Set([...shown.map(([code]) => code), ...BELOW])
  expect(Object.keys(vi).filter((code) => !covered.has(code as Fault['code']))).toEqual([])
})

test('a ratio above its whole is found at the lowest unit that has it', () => {
  const indicators = [
    anIndicator('F03', 'flow'),
    anIndicator('C01', 'stock'),
    anIndicator('R02', 'ratio', 'of: [F03, C01], times: 100'),
  ]
  const own = aProgramme({ indicators })
  const answered = aSubmission('99101', { F03: 3, C01: 2 }, { programme: own })
  const { findings } = consolidate([aFile(answered)], aContext(own))
  const found = findings.filter((one) => one.fault.code === 'ratio-above-whole')
  expect(found.map(({ unit, indicator }) => [unit, indicator])).toEqual([['99101', 'R02']])
  expect(sentenceOf(found[0] as Finding, namesOf(own, 'vi')).what).toContain('150 %')
})

test('what is no form is named as a file, in both languages', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'aggregate-'))
  try {
    const folder = join(cwd, '2024-H1')
    mkdirSync(folder)
    const reports = join(root, 'fixtures/can-tho/reports/2024-H1/Sở, ngành')
    cpSync(join(reports, 'toa-an Tòa án nhân dân thành phố.xlsx'), join(folder, 'a.xlsx'))
    writeFileSync(join(folder, 'hỏng.xlsx'), 'PK\u0003\u0004 not a zip')
    writeFileSync(join(folder, 'công văn.pdf'), '%PDF-1.4\n%%EOF')
    writeFileSync(join(folder, '~$a.xlsx'), 'Can bo')
    for (const lang of ['vi', 'en']) {
      let out = ''
      const io = { err: () => {}, columns: null, isColoured: false, cwd, today: '2024-06-25' }
      const say = (text: string): void => {
        out += text
      }
      await main(['2024-H1', '--json', '--lang', lang], { ...io, out: say })
      const { findings } = JSON.parse(out) as {
        findings: readonly Readonly<{ code: string; file: string | null; message: string; fix: string }>[]
      }
      const ofFiles = findings.filter((one) => one.code.startsWith('file-'))
      expect(ofFiles.map(({ code, file: name }) => [code, name])).toEqual([
        ['file-unreadable', 'hỏng.xlsx'],
        ['file-not-a-spreadsheet', 'công văn.pdf'],
        ['file-skipped', '~$a.xlsx'],
      ])
      for (const { message, fix } of ofFiles)
        for (const sentence of [message, fix]) expect(sentence).toMatch(/^\p{Lu}.{5,}\.$/u)
    }
  } finally {
    rmSync(cwd, { recursive: true, force: true })
  }
})

test('a form that names no programme is checked by the one that suits, or says between which', () => {
  for (const lang of ['vi', 'en'] as const)
    for (const fault of [
      { code: 'programme-guessed', programme: 'mau' },
      { code: 'programme-unclear', candidates: ['mau', 'khac'] },
    ] as const) {
      const place = { file: 'a.xlsx', sheet: null, cell: null, unit: null, indicator: null }
      const { what, fix } = sentenceOf({ severity: 'warning', fault, ...place }, namesOf(programme, lang))
      expect(what).toMatch(/^\p{Lu}.*mau.*\.$/u)
      expect(fix).toContain('--programme')
    }
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

/** Findings of the commune's book with something else changed in it. */
function readBook(change: (book: Book) => Book): readonly Finding[] {
  const book = change(bookOf(filledPages(commune, programme, PERIOD)))
  return readSubmission(book, programme, { path: 'a.xlsx', sha256: 'x' }).findings
}

const withSheets = (book: Book, change: (sheet: Sheet) => Partial<Sheet>): Book => ({
  ...book,
  sheets: book.sheets.map((sheet) => ({
    ...sheet,
    ...(sheet.name === '_meta' ? { isProtected: true } : change(sheet)),
  })),
})

/** What stands above the table of a sheet, which makes it no form. */
const withoutTable = (sheet: Sheet): Sheet => ({ ...sheet, rows: sheet.rows.slice(0, 3) })

const sheetOf = (book: Book): Sheet => book.sheets.find(({ name }) => name === SHEET) as Sheet

function withCell(sheet: Sheet, row: number, column: number): Partial<Sheet> {
  if (sheet.name !== SHEET) return {}
  const cell = { row, column, kind: 'text', value: 'nháp', formula: null, format: null, font: null } as const
  return { rows: [...sheet.rows, { number: row, cells: [cell] }] }
}

/** The consolidated workbook of one file, as pages. */
function consolidatedPages(one: FileRead): Pages {
  return report(consolidate([one], { programme, period: PERIOD, asOf: '2024-06-25' }), 'vi', (path) => path)
}

/** What is found in the consolidated workbook of one file, with some of its cells changed. */
function container(changes: Changes, one: FileRead = file({})): readonly Finding[] {
  const pages = consolidatedPages(one)
  const book = { ...bookOf(pages, changes), names: pages.names ?? [] }
  return readContained(book, programme, PERIOD, { path: 'a.xlsx', sha256: 'x' }).flatMap(
    ({ findings }) => findings,
  )
}

/** Where a consolidated workbook shows the first number of an indicator; its code stands in `column`. */
function inReport(sheet: string, code: string, column = 2): string {
  const rows = bookOf(consolidatedPages(file({}))).sheets.find(({ name }) => name === sheet)?.rows ?? []
  const row = rows.find(({ cells }) => cells.some((cell) => cell.column === column && cell.value === code))
  return `E${row?.number ?? 0}`
}

const changed = (sheet: string, code: string): Changes => ({
  [`${sheet}!${inReport(sheet, code).slice(1)}:5`]: { value: -1 },
})

/** A workbook with nothing of ours on its sheets. */
function refusedWithoutMeta(): Finding {
  const book = { ...bookOf(filledPages(commune, programme, PERIOD)), sheets: [] }
  const { findings } = readSubmission(book, programme, { path: 'a.xlsx', sha256: 'x' })
  return findings[0] as Finding
}

function refusedWithoutSheet(): readonly Finding[] {
  return sheets([])
}

/** The commune's form with its sheet of numbers under these names instead, as often as they are many. */
function sheets(names: readonly string[], changes: Changes = {}, hasMeta = true): readonly Finding[] {
  const book = bookOf(filledPages(commune, programme, PERIOD), changes)
  const others = book.sheets.filter(({ name }) => name !== SHEET && (hasMeta || name !== '_meta'))
  const data = book.sheets.filter(({ name }) => name === SHEET)
  const copies = names.flatMap((name) => data.map((sheet) => ({ ...sheet, name })))
  const source = { path: 'a.xlsx', sha256: 'x' }
  return readSubmission({ ...book, sheets: [...copies, ...others] }, programme, source).findings
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
