import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeLegacy, legacyEncoding } from './legacy-font.ts'
import { isSyllable } from './syllable.ts'

/** Vowels with every tone, as Unicode composes them: not from the table under test. */
const TONES = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323']
const vowels = [...'aăâeêioôơuưy'].flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize('NFC')))
const lower = [...vowels, 'đ'].filter((letter) => letter > '\u007f')

/** VNI as its own rules say: a vowel, then the mark of its shape and tone; those it has whole. */
function inVni(letter: string): string {
  const small = letter.toLowerCase()
  const [base = '', ...marks] = [...small.normalize('NFD')]
  const alone: Record<string, string> = {
    đ: 'ñ',
    ì: 'ì',
    í: 'í',
    ỉ: 'æ',
    ĩ: 'ó',
    ị: 'ò',
    ỵ: 'î',
    ơ: 'ô',
    ư: 'ö',
  }
  const tone = marks.find((mark) => TONES.includes(mark)) ?? ''
  const [shape = ''] = marks.filter((mark) => mark !== tone)
  const plain = { '': 'øùûõï', '\u0302': 'àáåãä', '\u0306': 'èéúüë', '\u031b': 'øùûõï' }[shape] ?? ''
  const bare = { '': '', '\u0302': 'â', '\u0306': 'ê', '\u031b': '' }[shape] ?? ''
  const vowel = shape === '\u031b' ? { o: 'ô', u: 'ö' }[base] : base
  const order = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323']
  const coded = alone[small] ?? `${vowel}${tone === '' ? bare : plain[order.indexOf(tone)]}`
  return letter === small ? coded : coded.toUpperCase()
}

test('there are 67 letters beyond ASCII in each case', () => {
  expect(new Set([...lower, ...lower.map((letter) => letter.toUpperCase())]).size).toBe(134)
})

test.each(lower.flatMap((letter) => [letter, letter.toUpperCase()]))('VNI has %s', (letter) => {
  expect(decodeLegacy(inVni(letter), 'VNI')).toBe(letter)
})

// The code points of TCVN 5712-2:1993, in the order of the alphabet and of the tones.
const TCVN3 =
  'b5 b8 b6 b7 b9 a8 bb be bc bd c6 a9 c7 ca c8 c9 cb cc d0 ce cf d1 aa d2 d5 d3 d4 d6 d7 dd d8 dc de df e3 e1 e2 e4 ab e5 e8 e6 e7 e9 ac ea ed eb ec ee ef f3 f1 f2 f4 ad f5 f8 f6 f7 f9 fa fd fb fc fe ae'.split(
    ' ',
  )

test.each(lower.map((letter, at) => [letter, TCVN3[at] ?? '']))('TCVN3 has %s at %s', (letter, code) => {
  const stored = String.fromCharCode(Number.parseInt(code, 16))
  expect(decodeLegacy(stored, 'TCVN3')).toBe(letter)
  expect(decodeLegacy(stored, 'TCVN3', '.VnTimeH')).toBe(letter.toUpperCase())
})

test('TCVN3 has capitals of its own for seven letters', () => {
  expect(decodeLegacy('¡¢§£¤¥¦', 'TCVN3')).toBe('ĂÂĐÊÔƠƯ')
})

test.each([
  ['TCVN3', 'TiÕng ViÖt rÊt hay', 'Tiếng Việt rất hay'],
  ['VNI', 'Tieáng Vieät raát hay', 'Tiếng Việt rất hay'],
  ['TCVN3', 'M· sè; Kú b¸o c¸o', 'Mã số; Kỳ báo cáo'],
  ['VNI', 'TÆNH ÑOÀNG THAÙP, tænh Ñoàng Thaùp', 'TỈNH ĐỒNG THÁP, tỉnh Đồng Tháp'],
  ['VNI', 'ngöôøi ñöôïc hoã trôï', 'người được hỗ trợ'],
  ['TCVN3', 'plain ASCII, 1.234', 'plain ASCII, 1.234'],
] as const)('%s “%s” says “%s”', (encoding, stored, text) => {
  expect(decodeLegacy(stored, encoding)).toBe(text)
})

const anyLetter = fc.constantFrom(...lower, ...'abcxyz 0123.,-')
const anyText = fc.array(anyLetter, { maxLength: 40 }).map((letters) => letters.join(''))

test('what is written in TCVN3 is read back', () => {
  const coded = new Map(
    lower.map((letter, at) => [letter, String.fromCharCode(Number.parseInt(TCVN3[at] ?? '', 16))]),
  )
  fc.assert(
    fc.property(anyText, (text) => {
      expect(decodeLegacy([...text].map((one) => coded.get(one) ?? one).join(''), 'TCVN3')).toBe(text)
    }),
  )
})

test('what is written in VNI is read back', () => {
  const coded = new Map(lower.flatMap((one) => [one, one.toUpperCase()]).map((one) => [one, inVni(one)]))
  const letters = fc.constantFrom(...coded.keys(), ...'bcx BC.,-01')
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 40 }), (all) => {
      expect(decodeLegacy(all.map((one) => coded.get(one) ?? one).join(''), 'VNI')).toBe(all.join(''))
    }),
  )
})

test.each([
  ['.VnTime', 'TCVN3'],
  ['.VNARIALH', 'TCVN3'],
  ['VNI-Times', 'VNI'],
  ['vni-helve', 'VNI'],
  ['Times New Roman', null],
  ['Vnbook', null],
  [null, null],
])('a font called %s is of %s', (font, encoding) => {
  expect(legacyEncoding(font)).toBe(encoding)
})

test.each(
  'nghiêng gì giữ quốc khuya quyết huỳnh đường rượu hoặc xoong thủy thuỷ yếu khuỷu ngoẵng'.split(' '),
)('%s is a syllable', (word) => {
  expect(isSyllable(word)).toBe(true)
})

test.each(['bỡnh', 'tiõng', 'cafộ', 'đđ', 'mừừ', 'viÖt'])('%s is none', (word) => {
  expect(isSyllable(word)).toBe(false)
})
