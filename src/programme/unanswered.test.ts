/** What a programme asks of nobody: named, and in nobody's way. */

import { expect, test } from 'vitest'
import { sayMistake } from '../messages/mistake.ts'
import { parseProgramme } from '../programme.ts'
import { anIndicator, UNITS } from '../testing.ts'

const LEVELS = 'province, district, commune'
const ALL =
  'commune: { deadline: 2, form: B }, district: { deadline: 4, form: C }, cong-an: { deadline: 4, form: D }'

/** The remarks upon a programme of 2025 and 2026, without the file's name. */
function remarks(
  indicators: readonly string[],
  { reporters = ALL, levels = LEVELS, units = UNITS, more = '' } = {},
): readonly string[] {
  const text = `id: mau
title: { vi: "Mẫu", en: "Sample" }
valid: { from: 2025-01-01, until: 2027-01-01 }
asks: [half, year]
levels: [${levels}]
reporters: { ${reporters} }
heading: { parent: "UBND", agency: "SỞ", symbol: "BC", place: "Mẫu", signer: "GIÁM ĐỐC" }
groups: [{ code: A, name: { vi: a, en: a } }]
indicators:
${indicators.join('\n')}
${more}`
  const read = parseProgramme({
    programme: { file: 'p', text },
    catalogue: null,
    units: { file: 'u', text: units },
  })
  expect(read.mistakes).toEqual([])
  expect(read.programme).not.toBeNull()
  return read.remarks.map((one) => sayMistake(one, 'vi'))
}

const asked = anIndicator('A01', 'flow', 'collect: [commune, { by: district, as: total }, cong-an]')

test('who is asked and reports is not spoken of', () => {
  expect(remarks([asked])).toEqual([])
})

test('an entry of collect whose reporter is not among reporters is named, each time', () => {
  const reporters = 'commune: { deadline: 2, form: B }, cong-an: { deadline: 4, form: D }'
  const other = anIndicator('A02', 'flow', 'collect: [district]')
  expect(remarks([asked, other], { reporters })).toEqual([
    'p:10:150: Không ai trả lời mục “district” này: reporters không có “district”; hãy thêm vào reporters hoặc bỏ mục này.',
    'p:11:135: Không ai trả lời mục “district” này: reporters không có “district”; hãy thêm vào reporters hoặc bỏ mục này.',
  ])
})

test.each([
  ['the units are gone', { units: UNITS.replace(/^(99\d,.*,district,99,2010-01-01),/gm, '$1,2025-01-01') }],
  [
    'the duty is over',
    { reporters: ALL.replace('{ deadline: 4, form: C }', '{ deadline: 4, form: C, until: 2025-01-01 }') },
  ],
])('an entry is named where on no day %s', (_, options) => {
  const units = (options as { units?: string }).units?.replace(/,commune,99\d,/g, ',commune,99,')
  expect(remarks([asked], { ...options, ...(units === undefined ? {} : { units }) })).toEqual(
    expect.arrayContaining([expect.stringContaining('không có ngày nào của chương trình mà “district”')]),
  )
})

test('an entry for days on which nobody is there is named; one for some of the days is not', () => {
  const dated = (days: string): string => anIndicator('A02', 'flow', `collect: [{ by: commune, ${days} }]`)
  expect(remarks([asked, dated('until: 2025-01-01')])).toHaveLength(1)
  expect(remarks([asked, dated('until: 2025-07-01')])).toEqual([])
})

test('an indicator with nobody to ask, a reporter without an indicator, a level without units are named', () => {
  const none = anIndicator('A02', 'flow', 'collect: []')
  expect(remarks([asked, none])).toEqual([
    'p:11:5: Không ai trả lời chỉ tiêu A02: những nơi được hỏi không có trong reporters; hãy thêm nơi báo cáo hoặc bỏ A02.',
  ])
  const reporters = `${ALL}, so-ldtbxh: { deadline: 4, form: E }`
  const question = 'questions: [{ code: Q, name: { vi: q, en: q }, collect: [so-ldtbxh] }]'
  expect(remarks([asked], { reporters, more: question })).toEqual([
    expect.stringMatching(/^p:6:\d+: “so-ldtbxh” không được hỏi chỉ tiêu nào/),
  ])
  expect(remarks([asked], { levels: `${LEVELS}, village` })).toEqual([
    'p:5:39: Cấp “village” không có đơn vị nào từ 2025-01-01 đến trước 2027-01-01; hãy thêm đơn vị vào units.csv hoặc bỏ cấp này.',
  ])
})
