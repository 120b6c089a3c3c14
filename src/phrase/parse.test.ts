/** Phrases as a department writes them: the forms that are understood, and where one that is not goes wrong. */
import { expect, test } from 'vitest'
import { codesOf, mainOf, parsePhrase } from './parse.ts'

function parsed(text: string) {
  const result = parsePhrase(text)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result
}

test('figures, shares, changes and names stand in braces', () => {
  expect(parsed('Toàn {whole} có {D01/K01} xã{D01 change}, {A02X} kế hoạch.').template).toEqual([
    { kind: 'text', text: 'Toàn ' },
    { kind: 'name', name: 'whole' },
    { kind: 'text', text: ' có ' },
    { kind: 'share', code: 'D01', of: 'K01' },
    { kind: 'text', text: ' xã' },
    { kind: 'change', code: 'D01', measure: null },
    { kind: 'text', text: ', ' },
    { kind: 'value', code: 'A02X' },
    { kind: 'text', text: ' kế hoạch.' },
  ])
})

test('a change may say what it is counted in', () => {
  expect(parsed('{B10} tụ điểm{B10 change tụ điểm}.').template[2]).toEqual({
    kind: 'change',
    code: 'B10',
    measure: 'tụ điểm',
  })
  expect(parsePhrase('{B10}{B10 change }')).toMatchObject({ ok: false, problem: { code: 'place-unknown' } })
})

test('a part in square brackets is said as it stands, or item by item after its lead', () => {
  expect(parsed('{A01}[, với {A02} người]').template[1]).toEqual({
    kind: 'optional',
    lead: [],
    items: [
      [
        { kind: 'text', text: ', với ' },
        { kind: 'value', code: 'A02' },
        { kind: 'text', text: ' người' },
      ],
    ],
  })
  expect(parsed('{A01}[, gồm | {A02} nam | {A03} nữ ]').template[1]).toEqual({
    kind: 'optional',
    lead: [
      { kind: 'text', text: ', gồm' },
      { kind: 'text', text: ' ' },
    ],
    items: [
      [
        { kind: 'value', code: 'A02' },
        { kind: 'text', text: ' nam' },
      ],
      [
        { kind: 'value', code: 'A03' },
        { kind: 'text', text: ' nữ' },
      ],
    ],
  })
})

test('the first figure outside brackets decides, not a change and not what is optional', () => {
  const { template } = parsed('{A01 change}[ {A02}] {A03/A04}')
  expect(mainOf(template)).toBe('A03')
  expect(codesOf(template)).toEqual(['A01', 'A02', 'A03', 'A04'])
  expect(mainOf(parsed('không có số nào').template)).toBeNull()
})

test('codes and names come with their place, for messages', () => {
  const { codes, names } = parsed('{whole}: {D01/K01}')
  expect(codes).toEqual([
    { code: 'D01', at: 10 },
    { code: 'K01', at: 14 },
  ])
  expect(names).toEqual([{ code: 'whole', at: 1 }])
})

test.each([
  ['a {D01 b', { code: 'unclosed', found: '{', at: 2 }],
  ['a [b {D01}', { code: 'unclosed', found: '[', at: 2 }],
  ['a } b', { code: 'unopened', found: '}', at: 2 }],
  ['{D01} ]', { code: 'unopened', found: ']', at: 6 }],
  ['[{D01} [{D02}]]', { code: 'nested', at: 7 }],
  ['có {D01 chage} buổi', { code: 'place-unknown', found: 'D01 chage', at: 3 }],
  ['có {D01 / K01}', { code: 'place-unknown', found: 'D01 / K01', at: 3 }],
  ['{} buổi', { code: 'place-unknown', found: '', at: 0 }],
  ['{D01}[, không số]', { code: 'no-figure', found: '[, không số]', at: 5 }],
  ['{D01}[, gồm | {D02} nam | nữ]', { code: 'no-figure', found: '[, gồm | {D02} nam | nữ]', at: 5 }],
])('%s', (text, problem) => {
  expect(parsePhrase(text)).toEqual({ ok: false, problem })
})

test.each([
  ['có {0601.1} hộ', ['0601.1']],
  ['có {[0601.1]/[TE-01]} hộ{01 change}', ['0601.1', 'TE-01', '01']],
  ['có {TE-01/0601.1} hộ{TE-01 change tụ điểm}', ['TE-01', '0601.1', 'TE-01']],
  ['có {nu} nữ ở {commune}', ['nu']],
])('a code of any kind stands in braces as it is, or in brackets: %s', (text, codes) => {
  const parsed = parsePhrase(text, new Set(['nu', '0601.1', 'TE-01', '01']), new Set(['commune']))
  expect(parsed.ok && parsed.codes.map(({ code }) => code)).toEqual(codes)
  expect(parsed.ok && codesOf(parsed.template)).toEqual(codes)
})

test.each([
  ['{commune} xã', 'name-or-code', 'commune'],
  ['{TE01[F]} nữ', 'place-unknown', 'TE01[F]'],
])('%s is refused: %s', (text, code, found) => {
  const parsed = parsePhrase(text, new Set(['commune', 'TE01']), new Set(['commune']))
  expect(parsed).toMatchObject({ ok: false, problem: { code, found } })
})
