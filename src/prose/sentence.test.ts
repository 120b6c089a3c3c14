/** One phrase in all its forms: one, many, none, unknown; up, down, the same, for the first time, not comparable; doubts. */
import { describe, expect, test } from 'vitest'
import { checkRules } from '../checks/rules.ts'
import { namesOf } from '../messages/index.ts'
import { reportWords } from '../messages/report.ts'
import { unitInside } from '../messages/written.ts'
import type { Programme } from '../model.ts'
import { sameLastYear } from '../period.ts'
import { type Consolidated, consolidate } from '../pipeline.ts'
import { figuresByKey } from '../rollup/figures.ts'
import {
  type Answers,
  AREAS,
  aContext,
  aFile,
  anIndicator,
  aProgramme,
  aRule,
  aSubmission,
  filesOf,
  PERIOD,
  type Typed,
} from '../testing.ts'
import { passage } from './passage.ts'
import { type Telling, tellingOf } from './telling.ts'

const indicators = [
  anIndicator('A01', 'flow', 'collect: [commune]'),
  anIndicator('A02', 'flow', 'collect: [commune]'),
  anIndicator('A03', 'flow', 'collect: [commune]'),
  anIndicator('M01', 'flow', 'decimals: 3, collect: [commune]'),
  anIndicator('D01', 'flag', 'collect: [commune]'),
  anIndicator('K01', 'reference', `value: "units('commune')"`),
  anIndicator('R01', 'ratio', 'of: [D01, K01], times: 100'),
]
const phrases = `phrases:
  - { code: A01, about: "số buổi", say: "Tổ chức {A01} buổi{A01 change}[, trong đó | {A02} buổi ở trường | {A03} buổi ở chợ].", none: "Trong {term} không tổ chức buổi nào{A01 change}." }
  - { code: A02, about: "số buổi ở trường", say: "Có {A02} buổi cho {A03} người." }
  - { code: M01, about: "kinh phí", say: "Kinh phí {M01} triệu đồng{M01 change}." }
  - { code: D01, about: "số xã", say: "Toàn {whole} có {D01/K01} {commune}, đạt {R01}%{D01 change}." }
`
const options = { indicators, reporters: ['commune'], units: AREAS }
const programme = aProgramme({ ...options, more: phrases })
/** The same, of a province that began anew between the two years. */
const enlarged = aProgramme({
  ...options,
  more: phrases,
  units: `${options.units.replace('99,Tỉnh Mẫu,province,,2010-01-01,,,', '99,Tỉnh Mẫu,province,,2010-01-01,2024-01-01,,\n99,Tỉnh Mẫu,province,,2024-01-01,,,')}`,
})

function made(answers: Answers, before: Answers | null, of: Programme): Consolidated {
  const period = sameLastYear(PERIOD)
  const lastYear =
    before === null ? null : consolidate(filesOf(before, of, period), { ...aContext(of), period })
  return consolidate(filesOf(answers, of), { ...aContext(of), lastYear })
}

const told = (
  code: string,
  answers: Answers,
  before: Answers | null = null,
  of: Programme = programme,
): string => tell(code, made(answers, before, of))

function tell(code: string, result: Consolidated): string {
  const of = result.programme
  const phrase = of.phrases.find((one) => one.code === code)
  if (phrase === undefined) throw new Error(code)
  return passage([phrase], tellingFor(result))
    .map(({ text, footnote }) => (footnote === undefined ? text : `${text} (*${footnote}*)`))
    .join('')
}

const tellingFor = (result: Consolidated): Telling =>
  tellingOf({
    ...result,
    lang: 'vi',
    names: namesOf(result.programme, 'vi', result.tree),
    words: reportWords.vi,
    figures: figuresByKey(result.figures),
    hashes: new Map(),
    linkTo: (file) => file,
  })

/** All three communes gave the same answers but the first. */
const all = (first: Readonly<Record<string, Typed>>, rest: Readonly<Record<string, Typed>> = {}): Answers => {
  const zeros = { A01: 0, A02: 0, A03: 0, M01: 0, D01: 0, ...rest }
  return { '99101': { ...zeros, ...first }, '99102': zeros, '99201': zeros }
}

describe('a figure', () => {
  test.each([
    ['one', { A01: 1 }, 'Tổ chức 1 buổi.'],
    ['many, by thousands', { A01: 1234567 }, 'Tổ chức 1.234.567 buổi.'],
    ['with the parts that are not 0', { A01: 9, A03: 4 }, 'Tổ chức 9 buổi, trong đó 4 buổi ở chợ.'],
    [
      'with both parts',
      { A01: 9, A02: 5, A03: 4 },
      'Tổ chức 9 buổi, trong đó 5 buổi ở trường, 4 buổi ở chợ.',
    ],
    ['none', { A01: 0 }, 'Trong kỳ không tổ chức buổi nào.'],
  ])('%s', (_, answers, said) => {
    expect(told('A01', all(answers))).toBe(said)
  })

  test('none, where the programme has no words for it', () => {
    expect(told('M01', all({}))).toBe('Trong kỳ không phát sinh kinh phí.')
  })

  test('unknown', () => {
    expect(told('A01', { '99101': { A02: 1 } })).toMatch(/^Chưa có số liệu về số buổi\./)
  })

  test('with decimals', () => {
    expect(told('M01', all({ M01: 1234.5 }))).toBe('Kinh phí 1.234,5 triệu đồng.')
  })

  test('of units: how many of how many, in percent, by what they are called', () => {
    expect(told('D01', all({ D01: 1 }))).toBe('Toàn tỉnh có 1/3 xã, đạt 33,3%.')
  })

  test('a second figure that is not known is a marked gap, and the writer is told which', () => {
    const answers = all({ A02: 5 })
    const silent = Object.fromEntries(
      Object.entries(answers).map(([by, values]) => [by, { ...values, A03: null }]),
    )
    expect(told('A02', silent)).toBe('Có 5 buổi cho […] người. [… chưa có số liệu: chỉ tiêu A03]')
  })

  test('a part that is not known is not passed over in silence', () => {
    const silent = Object.fromEntries(
      Object.entries(all({ A01: 9, A02: 5 })).map(([by, values]) => [by, { ...values, A03: null }]),
    )
    expect(told('A01', silent)).toBe(
      'Tổ chức 9 buổi, trong đó 5 buổi ở trường. [… chưa có số liệu: chỉ tiêu A03]',
    )
  })
})

describe('against the same period last year', () => {
  test.each([
    ['up', { A01: 9 }, { A01: 5 }, 'Tổ chức 9 buổi, tăng 4 cái so với cùng kỳ năm trước.'],
    ['down', { A01: 5 }, { A01: 9 }, 'Tổ chức 5 buổi, giảm 4 cái so với cùng kỳ năm trước.'],
    ['unchanged', { A01: 5 }, { A01: 5 }, 'Tổ chức 5 buổi, bằng cùng kỳ năm trước.'],
    ['for the first time', { A01: 5 }, { A01: 0 }, 'Tổ chức 5 buổi, cùng kỳ năm trước không phát sinh.'],
    ['none any more', { A01: 0 }, { A01: 5 }, 'Trong kỳ không tổ chức buổi nào, cùng kỳ năm trước là 5 cái.'],
    ['none as before', { A01: 0 }, { A01: 0 }, 'Trong kỳ không tổ chức buổi nào, như cùng kỳ năm trước.'],
  ])('%s', (_, now, before, said) => {
    expect(told('A01', all(now), all(before))).toBe(said)
  })

  test('exactly: 0,3 less 0,1 is 0,2', () => {
    expect(told('M01', all({ M01: 0.3 }), all({ M01: 0.1 }))).toContain('tăng 0,2 cái so với')
  })

  test('not known last year', () => {
    expect(told('A01', all({ A01: 5 }), { '99101': { A02: 1 } })).toContain(
      ', cùng kỳ năm trước chưa có số liệu.',
    )
  })

  test('not at hand, or of another territory, nothing is said: the report says it once', () => {
    expect(told('A01', all({ A01: 5 }))).toBe('Tổ chức 5 buổi.')
    expect(told('A01', all({ A01: 5 }), all({ A01: 4 }), enlarged)).toBe('Tổ chức 5 buổi.')
  })
})

describe('a paragraph', () => {
  const paragraph = (now: Answers, before: Answers | null): string => {
    const result = made(now, before, programme)
    return passage(
      programme.phrases.filter(({ code }) => code !== 'D01'),
      tellingFor(result),
    )
      .map(({ text }) => text)
      .join('')
  }

  test('names last year once', () => {
    expect(paragraph(all({ A01: 9, A02: 3, A03: 1, M01: 2 }), all({ A01: 5, A02: 3, A03: 1, M01: 0 }))).toBe(
      'Tổ chức 9 buổi, tăng 4 cái so với cùng kỳ năm trước, trong đó 3 buổi ở trường, 1 buổi ở chợ. Có 3 buổi cho 1 người. Kinh phí 2 triệu đồng (cùng kỳ không phát sinh).',
    )
  })

  test('says once that all figures are as they were', () => {
    const year = all({ A01: 9, A02: 3, A03: 1, M01: 2 })
    expect(paragraph(year, year)).toBe(
      'Tổ chức 9 buổi, trong đó 3 buổi ở trường, 1 buổi ở chợ. Có 3 buổi cho 1 người. Kinh phí 2 triệu đồng. Các số liệu trên đều bằng cùng kỳ năm trước.',
    )
  })

  test('does not say it of all where one that is given without comparison has changed', () => {
    const said = paragraph(all({ A01: 9, A02: 4, A03: 1, M01: 2 }), all({ A01: 9, A02: 3, A03: 1, M01: 2 }))
    expect(said).toBe(
      'Tổ chức 9 buổi, bằng cùng kỳ năm trước, trong đó 4 buổi ở trường, 1 buổi ở chợ. Có 4 buổi cho 1 người. Kinh phí 2 triệu đồng (bằng cùng kỳ).',
    )
  })

  test('says once that what is 0 is only so far', () => {
    expect(paragraph({ '99101': { A01: 0, A02: 0, A03: 0, M01: 0 } }, null)).toBe(
      'Theo số liệu đã có, trong kỳ không tổ chức buổi nào. Trong kỳ không phát sinh số buổi ở trường. Trong kỳ không phát sinh kinh phí.',
    )
  })

  test('lists once what nobody knows', () => {
    expect(paragraph({ '99101': { D01: 1 } }, null)).toBe(
      'Chưa có số liệu về: số buổi; số buổi ở trường; kinh phí.',
    )
  })
})

test('a change is counted in what the phrase says', () => {
  const of = aProgramme({ ...options, more: phrases.replace('{M01 change}', '{M01 change triệu đồng}') })
  expect(told('M01', all({ M01: 5 }), all({ M01: 3 }), of)).toBe(
    'Kinh phí 5 triệu đồng, tăng 2 triệu đồng so với cùng kỳ năm trước.',
  )
})

test.each([
  ['Phường Trúc Bạch', 'phường Trúc Bạch'],
  ['Phường 1', 'Phường 1'],
  ['Thành phố Hồ Chí Minh', 'Thành phố Hồ Chí Minh'],
  ['Sở Y tế', 'Sở Y tế'],
])('%s inside a sentence is %s', (name, inside) => {
  expect(unitInside(name)).toBe(inside)
})

describe('what a reader must know', () => {
  const two = { '99101': { A01: 5, A02: 0, A03: 0 }, '99102': { A01: 1, A02: 0, A03: 0 } }

  test('a provisional figure says how many units it lacks, and so does last year’s', () => {
    expect(told('A01', two, { '99101': { A01: 6 } })).toBe(
      'Tổ chức 6 buổi, bằng cùng kỳ năm trước. (*Số tạm tính, còn thiếu số liệu của 1/3 đơn vị; số liệu cùng kỳ năm trước cũng là số tạm tính, còn thiếu số liệu của 2/3 đơn vị.*)',
    )
  })

  test('none so far is only what has been answered', () => {
    const none = { '99101': { A01: 0 } }
    expect(told('A01', none)).toBe(
      'Theo số liệu đã có, trong kỳ không tổ chức buổi nào. (*Số tạm tính, còn thiếu số liệu của 2/3 đơn vị.*)',
    )
  })

  test('a disputed figure is marked for the writer', () => {
    const ruled = aProgramme({ ...options, more: phrases, rules: [aRule('V1', 'A02 <= A01')] })
    const files = Object.entries(all({ A02: 5, A03: 1 })).map(([reporter, values]) => {
      const submission = aSubmission(reporter, values, { programme: ruled })
      return { ...aFile(submission), findings: checkRules(submission, ruled) }
    })
    expect(tell('A02', consolidate(files, aContext(ruled)))).toBe(
      'Có 5 buổi cho 1 người. [… kiểm tra lại trước khi trình ký: số liệu A02 có chỗ chưa khớp, xem trang Phát hiện của biểu tổng hợp]',
    )
  })
})
