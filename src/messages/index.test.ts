/** Every kind of finding can happen, is placed at the right cell, and has a sentence in both languages. */

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { CATALOGUES, catalogue } from '../../fixtures/catalogue.ts'
import { EXAMPLES } from '../../fixtures/every-finding.ts'
import { commune, place, programme, read } from '../../fixtures/one-thing-wrong.ts'
import { slotKey } from '../../fixtures/province.ts'
import { main } from '../cli/main.ts'
import type { Fault, Finding, Lang } from '../model.ts'
import { consolidate } from '../pipeline.ts'
import { aContext, aFile, anIndicator, aProgramme, aRule, aSubmission } from '../testing.ts'
import { namesOf, sentenceOf } from './index.ts'
import { KINDS, TOPICS } from './kinds.ts'
import { vi } from './vi.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

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
  'ratio-unpaired',
  'programme-guessed',
  'programme-unclear',
]

test.each(EXAMPLES)('%s is found at %s, once for its cause', (code, cell, findings) => {
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
  const fault = {
    code: 'unit-ended',
    until: '2025-07-01',
    successor: '31120',
    listed: ['A01'],
    isAdded: false,
  } as const
  const place = { file: 'a.xlsx', sheet: null, cell: null, unit: '31120', indicator: null }
  const { what } = sentenceOf({ severity: 'info', fault, ...place }, namesOf(programme, 'vi'))
  expect(what).toContain('Phường An Hòa kết thúc ngày 1/7/2025, đã nhập vào Phường Cái Khế')
})

test('no kind of finding is left without an example', () => {
  const covered = new Set([...EXAMPLES.map(([code]) => code), ...BELOW])
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

test('above 100 % because other units stand behind its parts is no error: the missing answers are named', () => {
  const indicators = [
    anIndicator('F03', 'flow'),
    anIndicator('C01', 'stock'),
    anIndicator('R02', 'ratio', 'of: [F03, C01], times: 100'),
  ]
  const own = aProgramme({ indicators, rules: [aRule('V1', 'F03 <= C01')] })
  const answers = { '99101': { F03: 1, C01: 2 }, '99102': { F03: 4 }, '99201': { C01: 1 } }
  const sent = Object.entries(answers).map(([unit, values]) => aSubmission(unit, values, { programme: own }))
  const { findings } = consolidate(sent.map(aFile), aContext(own))
  const found = findings.filter(({ indicator }) => indicator === 'R02')
  expect(found.map(({ severity, fault, unit }) => [severity, fault.code, unit])).toEqual([
    ['warning', 'ratio-unpaired', '991'],
  ])
  expect(sentenceOf(found[0] as Finding, namesOf(own, 'vi')).what).toMatch(
    /là 250 % vì tử số và mẫu số chưa cùng đơn vị; còn thiếu C01 của Xã Hai\.$/,
  )
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
  expect(read({}).findings).toEqual([])
})

test('the message about words in a number is exact', () => {
  const [finding] = read({ [place('C06')]: { value: '12 người' } }).findings
  expect(sentenceOf(finding as Finding, namesOf(programme, 'vi'))).toEqual({
    what: 'Chỉ tiêu C06 (Tổng số người lao động tại các cơ sở C01 (cuối kỳ)) phải là số, nhưng ô ghi “12 người”.',
    fix: 'Chỉ để lại số, bỏ chữ và đơn vị tính; nếu đúng là 12 thì ghi 12.',
  })
})

test('slots are named once', () => {
  const keys = commune.asked.slots.map(slotKey)
  expect(new Set(keys).size).toBe(keys.length)
})

test('every kind of finding stands in the catalogue once', () => {
  expect(TOPICS.flatMap(({ kinds }) => kinds).sort()).toEqual(Object.keys(KINDS).sort())
})

test.each(['vi', 'en'] as const)('the catalogue is up to date in %s: npm run catalogue', (lang) => {
  expect(readFileSync(join(root, CATALOGUES[lang]), 'utf8')).toBe(catalogue(lang))
})
