/** The whole program as properties: the worked example, the truth tables of one answer, and what never changes. */

import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { canThoFilled, installedProgramme } from '../fixtures/can-tho.ts'
import { type Filled, slotKey } from '../fixtures/province.ts'
import { randomFrom } from '../fixtures/random.ts'
import { filledPages } from '../fixtures/workbooks.ts'
import type { Figure, Programme, Slot, State, Submission } from './model.ts'
import { type Consolidated, consolidate, type FileRead, readSubmission, report } from './pipeline.ts'
import { isCollected } from './slots.ts'
import { openBook } from './spreadsheet/open.ts'
import { writeWorkbook } from './spreadsheet/write.ts'
import {
  aContext,
  aFile,
  anAsked,
  anIndicator,
  aProgramme,
  aSubmission,
  EXAMPLE,
  lineOf,
  PERIOD,
  type Typed,
  UNITS,
} from './testing.ts'

// Many provinces are drawn, written and read: seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const example = aProgramme()

/** What one office types; answers by `indicator`, `indicator total` or `indicator unit`. */
type Written = Readonly<Record<string, number | string>>

function aFilled(
  reporter: string,
  written: Written,
  notes: Readonly<Record<string, string>> = {},
  programme = example,
): Filled {
  const asked = anAsked(reporter, programme)
  const typed = ({ indicator, about, as }: Slot): number | string | null =>
    written[
      as === 'total' ? `${indicator} total` : about === reporter ? indicator : `${indicator} ${about}`
    ] ?? null
  const answers = Object.fromEntries(asked.slots.map((slot) => [slotKey(slot), typed(slot)]))
  const used = asked.slots.filter((slot) => typed(slot) !== null).length
  if (used !== Object.keys(written).length) throw new Error(`${reporter} has no slot for some of its answers`)
  return { asked, answers, notes, texts: {}, received: '2024-06-14', revision: 1 }
}

/** One office's workbook, written and read again. */
async function throughWorkbook(filled: Filled, programme: Programme = example): Promise<FileRead> {
  const opened = await openBook(await writeWorkbook(filledPages(filled, programme, PERIOD)))
  if (!opened.ok) throw new Error(opened.why)
  const file = { path: `${filled.asked.unit.code}.xlsx`, sha256: `sha256 of ${filled.asked.unit.code}` }
  return { file: file.path, sha256: file.sha256, ...readSubmission(opened.book, programme, file) }
}

async function consolidated(filled: readonly Filled[], programme = example): Promise<Consolidated> {
  const files = await Promise.all(filled.map((one) => throughWorkbook(one, programme)))
  return consolidate(files, aContext(programme))
}

const figureOf = (result: Consolidated, unit: string, indicator: string): string => {
  const figure = result.figures.find((one) => one.unit === unit && one.indicator === indicator)
  return figure === undefined ? 'no figure' : lineOf(figure)
}

describe('the worked example', () => {
  const answers = [
    aFilled('99101', { A01: 2, C01: 10, D01: 1 }),
    aFilled('99102', { C01: 5, D01: 'x' }, { D01: 'Chưa thành lập' }),
    aFilled('991', { A01: 3, 'C01 total': 16, G01: 5 }),
    aFilled('992', { A01: 1, 'C01 total': 8, G01: 2 }),
    aFilled('cong-an', { A01: 4, 'G01 99': 1, 'G01 991': 6 }),
    aFilled('so-ldtbxh', { A01: '-' }),
  ]

  const FIGURES = `
99 | A01 | 10 |  | 5 | 7 | provisional | computed
991 | A01 | 5 | 3 | 2 | 3 | provisional | computed
992 | A01 | 1 | 1 | 1 | 2 | provisional | computed
99101 | A01 | 2 | 2 | 1 | 1 | final | computed
99102 | A01 |  |  | 0 | 1 | provisional | computed
99201 | A01 |  |  | 0 | 1 | provisional | computed
cong-an | A01 | 4 | 4 | 1 | 1 | final | computed
so-ldtbxh | A01 | 0 | 0 | 1 | 1 | final | computed
99 | C01 | 23 |  | 2 | 3 | provisional | mixed
991 | C01 | 15 |  | 2 | 2 | final | computed
992 | C01 | 8 |  | 0 | 1 | provisional | declared
99101 | C01 | 10 | 10 | 1 | 1 | final | computed
99102 | C01 | 5 | 5 | 1 | 1 | final | computed
99201 | C01 |  |  | 0 | 1 | provisional | computed
99 | D01 | 1 |  | 1 | 2 | provisional | computed
991 | D01 | 1 |  | 1 | 1 | final | computed
992 | D01 |  |  | 0 | 1 | provisional | computed
99101 | D01 | 1 | 1 | 1 | 1 | final | computed
99102 | D01 |  |  | 0 | 0 | not-applicable | computed
99201 | D01 |  |  | 0 | 1 | provisional | computed
99 | G01 | 7 | 1 | 2 | 3 | provisional | computed
991 | G01 | 6 | 6 | 1 | 1 | final | computed
992 | G01 |  |  | 0 | 1 | provisional | computed
99 | R01 | 33.333333333333336 |  | 1 | 2 | provisional | computed
991 | R01 | 50 |  | 1 | 1 | final | computed
992 | R01 |  |  | 0 | 1 | provisional | computed
99 | K01 | 3 |  | 0 | 0 | final | computed
991 | K01 | 2 |  | 0 | 0 | final | computed
992 | K01 | 1 |  | 0 | 0 | final | computed`
    .trim()
    .split('\n')

  test('comes out figure by figure, and no other figure', async () => {
    const { figures } = await consolidated(answers)
    expect(figures.map(lineOf).sort()).toEqual([...FIGURES].sort())
  })

  test('brings its findings: the blank, who is missing, and the total that is not what was counted', async () => {
    const { findings } = await consolidated(answers)
    // What the police and the districts say of one another (G01) is held in example.test.ts, cell by cell.
    const found = findings
      .filter((one) => one.indicator !== 'G01')
      .map(({ severity, fault, unit, indicator }) => ({ severity, ...fault, unit, indicator }))
    const total = { code: 'total-differs', typed: 16, computed: 15, because: null }
    expect(found).toEqual([
      { severity: 'error', ...total, unit: '991', indicator: 'C01' },
      { severity: 'error', code: 'value-missing', unit: '99102', indicator: 'A01' },
      {
        severity: 'warning',
        code: 'submission-missing',
        deadline: '2024-06-18',
        unit: '99201',
        indicator: null,
      },
    ])
  })

  test('the last commune completes its district and the province does not fall', async () => {
    const result = await consolidated([...answers, aFilled('99201', { C01: 8 })])
    expect(figureOf(result, '992', 'C01')).toBe('992 | C01 | 8 |  | 1 | 1 | final | computed')
    expect(figureOf(result, '99', 'C01')).toBe('99 | C01 | 23 |  | 3 | 3 | final | computed')
  })
})

describe('one answer of one commune', () => {
  test.each([
    ['a number', 12, '', '12 | 12 | 1 | 1 | final'],
    ['0 is zero', 0, '', '0 | 0 | 1 | 1 | final'],
    ['"-" is zero', '-', '', '0 | 0 | 1 | 1 | final'],
    ['"không" is zero', 'không', '', '0 | 0 | 1 | 1 | final'],
    ['"không phát sinh" is zero', 'Không phát sinh', '', '0 | 0 | 1 | 1 | final'],
    ['blank is not zero', null, '', ' |  | 0 | 1 | provisional'],
    ['"x" with a note leaves expected too', 'x', 'Không có địa bàn', ' |  | 0 | 0 | not-applicable'],
    ['"x" without a note is blank', 'x', '', ' |  | 0 | 1 | provisional'],
    ['words are no number and count as blank', '12 cơ sở', '', ' |  | 0 | 1 | provisional'],
    ['an impossible number counts as blank', -3, '', ' |  | 0 | 1 | provisional'],
  ])('%s: %j, note %j', async (_, typed, note, expected) => {
    const written: Written = typed === null ? {} : { C01: typed }
    const result = await consolidated([aFilled('99201', written, note === '' ? {} : { C01: note })])
    expect(figureOf(result, '99201', 'C01')).toBe(`99201 | C01 | ${expected} | computed`)
    // Its district has nothing of its own: the same figure, but for the own part.
    const [value, , ...rest] = expected.split(' | ')
    expect(figureOf(result, '992', 'C01')).toBe(`992 | C01 | ${[value, '', ...rest].join(' | ')} | computed`)
  })
})

describe('a typed total', () => {
  type Counts = readonly [number | null, number | null]
  test.each<[string, Counts, number | null, string, string | null]>([
    ['stands in while an answer is missing', [10, null], 16, '16 |  | 1 | 2 | provisional | declared', null],
    ['stands in where nothing is counted', [null, null], 16, '16 |  | 0 | 2 | provisional | declared', null],
    ['of zero is a total', [null, null], 0, '0 |  | 0 | 2 | provisional | declared', null],
    ['equal to the count stands in', [10, null], 10, '10 |  | 1 | 2 | provisional | declared', null],
    [
      'smaller than the count does not',
      [10, null],
      9,
      '10 |  | 1 | 2 | provisional | computed',
      'total-below-count',
    ],
    ['equal to a complete count says nothing', [10, 5], 15, '15 |  | 2 | 2 | final | computed', null],
    [
      'that differs from a complete count is an error',
      [10, 5],
      16,
      '15 |  | 2 | 2 | final | computed',
      'total-differs',
    ],
    ['that is blank changes nothing', [10, null], null, '10 |  | 1 | 2 | provisional | computed', null],
    [
      'that is blank over nothing leaves nothing',
      [null, null],
      null,
      ' |  | 0 | 2 | provisional | computed',
      null,
    ],
  ])('%s: %j, typed %j', (_, [first, second], typed, expected, finding) => {
    const files = [
      aSubmission('99101', { C01: first }),
      aSubmission('99102', { C01: second }),
      aSubmission('991', { 'C01 total': typed }),
    ]
    const result = consolidate(files.map(aFile), aContext())
    expect(figureOf(result, '991', 'C01')).toBe(`991 | C01 | ${expected}`)
    const about = result.findings.filter((one) => one.indicator === 'C01').map((one) => one.fault.code)
    expect(about).toEqual(finding === null ? [] : [finding])
  })

  test.each([
    ['all parts declared', 16, 8, 'declared'],
    ['some parts declared', null, 8, 'mixed'],
    ['no part declared', null, null, 'computed'],
  ])('above, %s is its own basis: %j and %j make %s', (_, one, other, basis) => {
    const files = [
      aSubmission('99101', { C01: 10 }),
      aSubmission('991', { 'C01 total': one }),
      aSubmission('992', { 'C01 total': other }),
    ]
    const { figures } = consolidate(files.map(aFile), aContext())
    expect(figures.find((figure) => figure.unit === '99' && figure.indicator === 'C01')?.basis).toBe(basis)
  })

  test('a file that arrives never makes a figure fall while others are still missing', () => {
    const communes = ['99101', '99102', '99103', '99104']
    const more = communes.slice(2).map((code) => `${code},Xã ${code},commune,991,2010-01-01,,,\n`)
    const programme = aProgramme({ units: UNITS + more.join('') })
    const answer = fc.option(fc.nat(20), { nil: null })
    fc.assert(
      fc.property(
        fc.tuple(answer, answer, answer, answer),
        fc.option(fc.nat(60), { nil: null }),
        (counts, typed) => {
          let before = Number.NEGATIVE_INFINITY
          for (let arrived = 0; arrived <= communes.length; arrived++) {
            const sent = communes.slice(0, arrived)
            const files = [
              aSubmission('991', { 'C01 total': typed }, { programme }),
              ...sent.map((code, index) => aSubmission(code, { C01: counts[index] ?? null }, { programme })),
            ]
            const { figures } = consolidate(files.map(aFile), aContext(programme))
            const now = figures.find((figure) => figure.unit === '991' && figure.indicator === 'C01')
            if (now === undefined || now.reported === now.expected) return
            expect(now.value ?? Number.NEGATIVE_INFINITY).toBeGreaterThanOrEqual(before)
            before = now.value ?? before
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('whatever was answered', () => {
  const programme = aProgramme({
    indicators: [...EXAMPLE, anIndicator('M01', 'flow', 'decimals: 3, collect: [commune, district]')],
  })
  const reporters = ['99101', '99102', '99201', '991', '992', 'cong-an', 'so-ldtbxh']

  /** Everything one reporter may have typed: any mixture of numbers, blanks, "x" and words. */
  const anySubmission = (reporter: string): fc.Arbitrary<Submission> => {
    const { slots } = anAsked(reporter, programme)
    const typedIn = (slot: Slot): fc.Arbitrary<Typed> => {
      const indicator = programme.indicators.find((one) => one.code === slot.indicator)
      const most = indicator?.type === 'flag' ? 1 : 40
      const thousandths = fc.nat(most * 1000).map((value) => value / 1000)
      const number = indicator?.code === 'M01' ? thousandths : fc.nat(most)
      return fc.oneof({ weight: 4, arbitrary: number }, fc.constantFrom<Typed>(null, 'x', 'unreadable'))
    }
    const keyOf = ({ indicator, about, as }: Slot): string =>
      as === 'total' ? `${indicator} total` : about === reporter ? indicator : `${indicator} ${about}`
    return fc
      .tuple(...slots.map(typedIn))
      .map((typed) => Object.fromEntries(slots.map((slot, index) => [keyOf(slot), typed[index] ?? null])))
      .map((values) => aSubmission(reporter, values, { programme }))
  }
  const anyProvince = fc
    .tuple(...reporters.map((reporter) => fc.option(anySubmission(reporter), { nil: null, freq: 5 })))
    .map((all) => all.filter((one) => one !== null))

  test('a parent is its own part plus its children, exactly, unless its typed total stands in', () => {
    fc.assert(
      fc.property(anyProvince, (submissions) => {
        const result = consolidate(submissions.map(aFile), aContext(programme))
        const figureAt = (unit: string, code: string): Figure | undefined =>
          result.figures.find((one) => one.unit === unit && one.indicator === code)
        let compared = 0
        for (const { code } of programme.indicators.filter(isCollected))
          for (const unit of result.tree.units) {
            const parent = figureAt(unit.code, code)
            const parts = result.tree
              .childrenOf(unit.code)
              .flatMap((child) => figureAt(child.code, code) ?? [])
            if (parent === undefined || parts.length === 0) continue
            const known = [parent.own, ...parts.map((part) => part.value)].filter((value) => value !== null)
            const sum = known.reduce((total, value) => total + Math.round(value * 1000), 0)
            const slotsOfItsOwn = parent.expected - parts.reduce((total, part) => total + part.expected, 0)
            const answeredItself = parent.reported - parts.reduce((total, part) => total + part.reported, 0)
            expect(answeredItself).toBe(parent.own === null ? 0 : 1)
            expect([answeredItself, 1]).toContain(slotsOfItsOwn)
            if (
              [...result.observations].some(
                (one) => one.counted && one.as === 'total' && isOf(one, unit.code, code),
              )
            )
              continue
            expect(parent.value).toBe(known.length === 0 ? null : sum / 1000)
            compared += 1
          }
        expect(compared).toBeGreaterThan(5)
      }),
      { numRuns: 200 },
    )
  })

  const isOf = (slot: Slot, unit: string, code: string): boolean =>
    slot.about === unit && slot.indicator === code

  test('no more is reported than expected, what lacks an answer is never final, and a final figure has a value', () => {
    fc.assert(
      fc.property(anyProvince, (submissions) => {
        const { figures } = consolidate(submissions.map(aFile), aContext(programme))
        // Those of the worked example, and M01 of the province, two districts and three communes.
        expect(figures).toHaveLength(29 + 6)
        for (const { value, reported, expected, status, indicator } of figures) {
          expect(reported).toBeLessThanOrEqual(expected)
          if (reported < expected) expect(['provisional', 'not-applicable']).toContain(status)
          if (status === 'final') expect(value).not.toBeNull()
          if (status === 'not-applicable' && indicator !== 'R01') expect([value, expected]).toEqual([null, 0])
        }
      }),
      { numRuns: 200 },
    )
  })

  test('the order of the files changes neither the result nor a byte of the workbook', async () => {
    const revised = (one: Submission, file: string, revision: number): Submission => ({
      ...one,
      file,
      sha256: `sha256 of ${file}`,
      revision,
    })
    await fc.assert(
      fc.asyncProperty(anyProvince, fc.infiniteStream(fc.nat()), async (submissions, draws) => {
        // With a copy, an earlier revision and a conflict, which is where order could matter.
        const [first, second, third] = submissions
        const files = [
          ...submissions,
          ...(first === undefined ? [] : [{ ...first, file: 'copy.xlsx' }]),
          ...(second === undefined ? [] : [revised(second, 'again.xlsx', 2)]),
          ...(third === undefined
            ? []
            : [revised(third, 'a rival.xlsx', 1), revised(third, 'rival.xlsx', 1)]),
        ].map(aFile)
        const order = new Map(files.map((file) => [file.file, draws.next().value]))
        const shuffled = [...files].sort((a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0))
        const [one, other] = [files, shuffled].map((some) => consolidate(some, aContext(programme)))
        if (one === undefined || other === undefined) throw new Error('two results')
        expect({ ...other, tree: null }).toEqual({ ...one, tree: null })
        const bytesOf = async (result: Consolidated): Promise<Buffer> =>
          Buffer.from(await writeWorkbook(report(result, 'vi', (file) => file)))
        const [left, right] = [await bytesOf(one), await bytesOf(other)]
        expect(left.equals(right)).toBe(true)
      }),
      { numRuns: 8 },
    )
  }, 30_000)
})

describe('a blank form that is filled gives back exactly what was filled', () => {
  const canTho = installedProgramme('can-tho-2021-2025', new URL('..', import.meta.url).pathname)
  const random = randomFrom(20240614)

  /** Something for every slot: possible numbers, words for none, "x" with a reason, or nothing. */
  function randomlyFilled(filled: Filled, programme: Programme): Filled {
    const notes: Record<string, string> = {}
    const answerTo = (slot: Slot): number | string | null => {
      const indicator = programme.indicators.find((one) => one.code === slot.indicator)
      if (indicator === undefined || !isCollected(indicator)) throw new Error(slot.indicator)
      if (random.chance(0.1)) return null
      if (random.chance(0.1)) return '-'
      if (random.chance(0.1)) {
        notes[slot.indicator] = `Lý do “${random.whole(1, 99)}” <&> ‘đặc biệt’`
        return 'x'
      }
      if (indicator.type === 'flag') return random.whole(0, 1)
      return random.whole(0, 10 ** 9) / 10 ** indicator.decimals
    }
    return {
      ...filled,
      answers: Object.fromEntries(filled.asked.slots.map((slot) => [slotKey(slot), answerTo(slot)])),
      notes,
      texts: {
        Q1: 'Dòng một\nDòng hai',
        ...(programme === canTho ? { Q4: '=1+1 không phải công thức' } : {}),
      },
      received: `2024-06-${random.whole(10, 28)}`,
      revision: random.whole(1, 4),
    }
  }

  const forms = canThoFilled(canTho)
  const one = (code: string): Filled => {
    const found = forms.find(({ asked }) => asked.unit.code === code)
    if (found === undefined) throw new Error(code)
    return found
  }
  test.each([
    ['a commune', one('31117'), canTho],
    ['another commune', one('31252'), canTho],
    ['a district with typed totals', one('916'), canTho],
    ['another district', one('927'), canTho],
    ['the police, with a column for each of nine districts', one('cong-an'), canTho],
    ['the department itself', one('so-ldtbxh'), canTho],
    ['a body that answers about districts', aFilled('cong-an', {}), example],
  ])('%s', async (_, form, programme) => {
    const filled = randomlyFilled(form, programme)
    const { submission, findings } = await throughWorkbook(filled, programme)
    const written = filled.asked.slots.map((slot) => filled.answers[slotKey(slot)] ?? null)
    const states = written.map((value): State => (value === null ? 'blank' : value === 'x' ? 'x' : 'value'))
    const values = written.map((value) => (value === '-' ? 0 : typeof value === 'number' ? value : null))
    expect(submission?.answers.slots).toEqual(filled.asked.slots)
    expect(submission?.answers.states).toEqual(states)
    expect(submission?.answers.values).toEqual(values)
    expect(submission?.answers.cells.every((cell) => cell !== null)).toBe(true)
    expect(submission?.notes).toEqual(filled.notes)
    const texts = submission?.texts.map(({ question, text }) => [question, text])
    expect(Object.fromEntries(texts ?? [])).toEqual(filled.texts)
    expect(submission?.reporter).toBe(filled.asked.unit.code)
    expect(submission?.period).toEqual(PERIOD)
    expect(submission?.revision).toBe(filled.revision)
    expect(submission?.received).toBe(filled.received)
    const kinds = new Set(findings.map(({ fault }) => fault.code))
    expect([...kinds].sort()).not.toContain('form-version')
    for (const kind of kinds) expect(['value-missing', 'rule-broken', 'value-huge']).toContain(kind)
  })
})

test('files of last year that do not count are named in one finding, those that do are not', () => {
  const earlier = { ...PERIOD, year: 2023, until: 2023 }
  const of2023 = (submission: Submission): FileRead => aFile({ ...submission, period: earlier })
  const counted = of2023(aSubmission('99101', { C01: 5 }))
  const stray = aFile(aSubmission('99102', { C01: 5 }, { file: 'năm nay.xlsx' }))
  const foreign: FileRead = {
    ...of2023(aSubmission('99201', {}, { file: 'lạ.xlsx' })),
    submission: null,
    findings: [
      {
        severity: 'error',
        fault: { code: 'form-unknown' },
        file: 'lạ.xlsx',
        sheet: null,
        cell: null,
        unit: null,
        indicator: null,
      },
    ],
  }
  const found = (files: readonly FileRead[]): readonly unknown[] => {
    const lastYear = consolidate(files, { ...aContext(), period: earlier })
    return consolidate([], { ...aContext(), lastYear }).findings.flatMap(({ fault }) =>
      fault.code === 'last-year-unread' ? fault.files : [],
    )
  }
  expect(found([counted])).toEqual([])
  expect(found([counted, stray, foreign])).toEqual(['lạ.xlsx', 'năm nay.xlsx'])
})
