/** What the terminal says of an earlier result: read back from its workbook, compared, and said in a few lines. */

import { describe, expect, test } from 'vitest'
import type { Lang, Submission } from '../model.ts'
import { type Consolidated, consolidate, type FileRead, report } from '../pipeline.ts'
import { writeWorkbook } from '../spreadsheet/write.ts'
import { aContext, aFile, aProgramme, aSubmission, PERIOD, type Typed } from '../testing.ts'
import { type Changes, changesSince, printChanges } from './changes.ts'
import { type Previous, readPrevious } from './previous.ts'

const programme = aProgramme()

const sent = (
  reporter: string,
  values: Readonly<Record<string, Typed>>,
  more: Partial<Submission> = {},
): FileRead => aFile({ ...aSubmission(reporter, values, { programme }), ...more })

const result = (files: readonly FileRead[]): Consolidated => consolidate(files, aContext(programme))

const bytesOf = (of: Consolidated, lang: Lang = 'vi'): Promise<Uint8Array> =>
  writeWorkbook(report(of, lang, (file) => file))

async function previously(of: Consolidated, lang: Lang = 'vi'): Promise<Previous> {
  const previous = await readPrevious(await bytesOf(of, lang))
  if (previous === null) throw new Error('not read')
  return previous
}

async function changed(before: readonly FileRead[], now: readonly FileRead[]): Promise<Changes> {
  const changes = changesSince(await previously(result(before)), result(now))
  if (changes === null) throw new Error('not compared')
  return changes
}

const NOTHING: Changes = {
  isProgrammeChanged: false,
  areDecisionsChanged: false,
  added: [],
  replaced: [],
  moved: [],
  gone: [],
  arrived: [],
  dropped: [],
  figures: [],
}

const one = sent('99101', { A01: 1, C01: 10, D01: 1 })
const two = sent('99102', { C01: 5, D01: 0 })
const stranger: FileRead = {
  file: 'công văn.xlsx',
  sha256: 'sha256 of a letter',
  submission: null,
  findings: [],
}
const conflicting = sent('99102', { C01: 6, D01: 0 }, { file: 'again.xlsx', sha256: 'sha256 of again' })

describe('an earlier result', () => {
  test.each<Lang>(['vi', 'en'])('is read back from its workbook in %s', async (lang) => {
    const previous = await previously(result([one, two, stranger]), lang)
    expect(previous.programme).toBe(programme.id)
    expect(previous.period).toBe('2024-H1')
    expect(programme.hash.startsWith(previous.hash)).toBe(true)
    expect(previous.hash.length).toBeGreaterThan(7)
    expect(Object.fromEntries(previous.files)).toEqual({
      '99101.xlsx': 'sha256 of 99101',
      '99102.xlsx': 'sha256 of 99102',
      'công văn.xlsx': null,
    })
    expect([...previous.reported]).toEqual(['99101', '99102'])
    const figures = Object.fromEntries(previous.figures)
    expect(figures).toMatchObject({ A01: 1, C01: 15, D01: 1, G01: null, K01: 3, R01: 100 / 3 })
  })

  test.each<[string, () => Promise<Uint8Array>]>([
    ['what is no workbook', async () => new TextEncoder().encode('%PDF-1.4')],
    ['nothing', async () => new Uint8Array()],
    ['a damaged one', async () => (await bytesOf(result([one]))).subarray(0, 3000)],
    [
      'a workbook of someone else',
      () =>
        writeWorkbook({ title: 'a', pages: [{ name: 'Sheet1', state: 'visible', widths: [], rows: [] }] }),
    ],
    [
      'one of ours without its sheets',
      async () => {
        const { title, pages } = report(result([one]), 'vi', (file) => file)
        return writeWorkbook({ title, pages: pages.filter(({ name }) => ['Nguồn', '_meta'].includes(name)) })
      },
    ],
  ])('%s is none', async (_, bytes) => {
    expect(await readPrevious(await bytes())).toBeNull()
  })

  test('of another programme or period is passed over', async () => {
    const previous = await previously(result([one]))
    const now = result([one])
    expect(changesSince({ ...previous, programme: 'another' }, now)).toBeNull()
    expect(changesSince(previous, { ...now, period: { ...PERIOD, part: 2 } })).toBeNull()
    expect(changesSince(previous, now)).not.toBeNull()
  })
})

describe('what changed', () => {
  test('nothing, where the inputs are the same', async () => {
    expect(await changed([one, two, stranger], [stranger, two, one])).toEqual(NOTHING)
  })

  test('a report that came, with the figures of the whole that it changed', async () => {
    expect(await changed([one], [one, two])).toEqual({
      ...NOTHING,
      added: ['99102.xlsx'],
      arrived: ['99102'],
      figures: [{ indicator: 'C01', before: 10, after: 15, mark: null }],
    })
  })

  test('a report that went, and a figure that is not known any more', async () => {
    expect(await changed([one, two], [two])).toEqual({
      ...NOTHING,
      gone: ['99101.xlsx'],
      dropped: ['99101'],
      figures: [
        { indicator: 'A01', before: 1, after: null, mark: null },
        { indicator: 'C01', before: 15, after: 5, mark: null },
        { indicator: 'D01', before: 1, after: 0, mark: null },
        { indicator: 'R01', before: 100 / 3, after: 0, mark: null },
      ],
    })
  })

  test('other bytes under the same path', async () => {
    const mended = sent('99101', { A01: 1, C01: 11, D01: 1 }, { sha256: 'sha256 of the mended one' })
    expect(await changed([one], [mended])).toEqual({
      ...NOTHING,
      replaced: ['99101.xlsx'],
      figures: [{ indicator: 'C01', before: 10, after: 11, mark: null }],
    })
  })

  test('the same bytes under another path are moved, neither new nor gone', async () => {
    const moved = sent('99101', { A01: 1, C01: 10, D01: 1 }, { file: 'Huyện Một/99101.xlsx' })
    expect(await changed([one], [moved])).toEqual({
      ...NOTHING,
      moved: [{ from: '99101.xlsx', to: 'Huyện Một/99101.xlsx' }],
    })
  })

  test('a second file in conflict with the first: the reporter has none that counts', async () => {
    expect(await changed([one, two], [one, two, conflicting])).toMatchObject({
      added: ['again.xlsx'],
      arrived: [],
      dropped: ['99102'],
    })
  })

  test('a file that never was a report', async () => {
    expect(await changed([one], [one, stranger])).toEqual({ ...NOTHING, added: ['công văn.xlsx'] })
    expect(await changed([one, stranger], [one])).toEqual({ ...NOTHING, gone: ['công văn.xlsx'] })
  })

  test('the programme', async () => {
    const previous = await previously(result([one]))
    const edited = { ...result([one]), programme: { ...programme, hash: 'another' } }
    expect(changesSince(previous, edited)).toEqual({ ...NOTHING, isProgrammeChanged: true })
  })
})

test('a decision that was taken, and the same one again', async () => {
  const decided = (decisions: Consolidated['decisions']): Consolidated => ({ ...result([one]), decisions })
  const waived = { verb: 'waive', rule: 'V01', unit: '99101', why: 'a', by: 'b' } as const
  const previous = await previously(decided([waived]))
  expect(changesSince(previous, decided([waived]))).toEqual(NOTHING)
  expect(changesSince(previous, decided([]))).toEqual({ ...NOTHING, areDecisionsChanged: true })
})

describe('the terminal', () => {
  function said(changes: Changes, lang: Lang = 'vi', more: { quiet?: boolean; json?: boolean } = {}): string {
    let text = ''
    const io = {
      out: (some: string) => {
        text += some
      },
      err: () => {},
      columns: null,
      isColoured: false,
      cwd: '',
      today: '',
    }
    printChanges(changes, result([one]), { lang, quiet: false, json: false, color: false, ...more }, io)
    return text
  }

  test('says nothing changed, in one line', () => {
    expect(said(NOTHING)).toBe('Không có gì thay đổi so với lần tổng hợp trước.\n\n')
    expect(said(NOTHING, 'en')).toBe('Nothing has changed since the last run.\n\n')
  })

  test('says each kind of change in one line, and only those there are', () => {
    const changes: Changes = {
      ...NOTHING,
      added: ['a.xlsx', 'b.xlsx'],
      moved: [{ from: 'c.xlsx', to: 'd/c.xlsx' }],
      arrived: ['99101'],
      figures: [
        { indicator: 'C01', before: 1234, after: 1300.5, mark: null },
        { indicator: 'R01', before: null, after: 100 / 3, mark: 'unpaired' },
      ],
    }
    expect(said(changes).trimEnd().split('\n')).toEqual([
      'Thay đổi so với lần tổng hợp trước',
      '  Tệp mới (2): a.xlsx; b.xlsx',
      '  Tệp đổi tên hoặc chuyển chỗ (1): c.xlsx → d/c.xlsx',
      '  Nay đã có báo cáo được tính (1): Xã Một (99101)',
      '  Số liệu của Tỉnh Mẫu thay đổi (2 chỉ tiêu): C01: 1.234 → 1.301; R01: trống → 33,3 (tử số và mẫu số chưa cùng đơn vị)',
    ])
    const rest: Changes = {
      ...NOTHING,
      isProgrammeChanged: true,
      areDecisionsChanged: true,
      replaced: ['a.xlsx'],
      gone: ['b.xlsx'],
      dropped: ['99102'],
    }
    expect(said(rest).trimEnd().split('\n')).toEqual([
      'Thay đổi so với lần tổng hợp trước',
      '  Chương trình (chỉ tiêu, quy tắc hoặc danh mục đơn vị) đã được sửa',
      '  Các quyết định trong decisions.yaml đã thay đổi (nay có 0)',
      '  Tệp đã đổi nội dung (1): a.xlsx',
      '  Tệp không còn (1): b.xlsx',
      '  Nay không còn báo cáo được tính (1): Xã Hai (99102)',
    ])
  })

  test('names ten of a kind and counts the rest', () => {
    const figures = Array.from({ length: 12 }, (_, index) => ({
      indicator: `Z${index}`,
      before: 0,
      after: 1,
      mark: null,
    }))
    expect(said({ ...NOTHING, figures })).toMatch(/\(12 chỉ tiêu\): .*Z9: 0 → 1; … và 2 chỉ tiêu khác\n/)
    const added = Array.from({ length: 10 }, (_, index) => `${index}.xlsx`)
    expect(said({ ...NOTHING, added })).toMatch(/\(10\): .*; 9\.xlsx\n/)
  })

  test('is silent under --quiet and --json', () => {
    expect(said(NOTHING, 'vi', { quiet: true }) + said(NOTHING, 'vi', { json: true })).toBe('')
  })
})
