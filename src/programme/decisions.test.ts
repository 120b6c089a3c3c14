/** decisions.yaml: what each entry becomes, and for each mistake its place and its sentence. */

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sayMistake } from '../messages/mistake.ts'
import type { Decision } from '../model.ts'
import { decisionsSchema, parseDecisions } from './decisions.ts'

const SHA = '0123456789abcdef'.repeat(4)
/** What may be decided, as a mistake lists it. */
const ONE_OF =
  'Ghi một trong: exclude (bỏ tệp), prefer (chọn tệp), waive (bỏ qua quy tắc), adopt (lấy số đối chiếu), received (ngày nhận), accept-late (chấp nhận nộp chậm).'

const messages = (text: string, lang: 'vi' | 'en' = 'vi'): readonly string[] =>
  parseDecisions(text, 'd.yaml').mistakes.map((mistake) => sayMistake(mistake, lang))

function right(text: string): readonly Decision[] {
  expect(messages(text)).toEqual([])
  return parseDecisions(text, 'd.yaml').decisions
}

test('every verb becomes a decision, in the order written', () => {
  const why = 'lý do'
  const by = 'Phòng BTXH'
  const text = `# của kỳ này
- { exclude: "Ninh Kiều/Tân An (1).xlsx", sha256: "${SHA}", why: "lý do", by: "Phòng BTXH" }
- { prefer: "Ninh Kiều/Tân An sửa.xlsx", sha256: ${SHA}, why: "lý do", by: "Phòng BTXH" }
- { waive: V05, unit: "31117", why: "lý do", by: "Phòng BTXH" }
- { adopt: G01, unit: "917", why: "lý do", by: "Phòng BTXH" }
- { received: 2024-06-19, reporter: "917", why: "lý do", by: "Phòng BTXH" }
- accept-late: "917"
  why: lý do
  by: Phòng BTXH
`
  expect(right(text)).toEqual([
    { verb: 'exclude', file: 'Ninh Kiều/Tân An (1).xlsx', sha256: SHA, why, by },
    { verb: 'prefer', file: 'Ninh Kiều/Tân An sửa.xlsx', sha256: SHA, why, by },
    { verb: 'waive', rule: 'V05', unit: '31117', why, by },
    { verb: 'adopt', indicator: 'G01', unit: '917', why, by },
    { verb: 'received', day: '2024-06-19', reporter: '917', why, by },
    { verb: 'accept-late', reporter: '917', why, by },
  ])
})

test.each(['', '\n', '# chưa có quyết định nào\n'])(
  'a file that says nothing decides nothing, which is no mistake: %j',
  (text) => {
    expect(right(text)).toEqual([])
  },
)

test.each([
  ['- { waive: V05, unit: 00004, why: a, by: b }', { unit: '00004' }],
  ['- { accept-late: 0917, why: a, by: b }', { reporter: '0917' }],
  ['- { received: 2024-06-19, reporter: 00917, why: a, by: 12 }', { reporter: '00917', by: '12' }],
])('codes keep their zeros, quoted or not: %s', (text, expected) => {
  expect(right(text)[0]).toMatchObject(expected)
})

test('a file is called as it is in the folder: in NFC, with /, from the top', () => {
  const written = '.\\Ninh Kiều\\Tân An.xlsx'.normalize('NFD')
  const [decision] = right(`- { exclude: '${written}', sha256: ${SHA.toUpperCase()}, why: a, by: b }`)
  expect(decision).toMatchObject({ file: 'Ninh Kiều/Tân An.xlsx'.normalize('NFC'), sha256: SHA })
})

test('a letter written in two parts by escapes is one letter', () => {
  const [decision] = right(`- { exclude: "a\\u0301.xlsx", sha256: ${SHA}, why: a, by: b }`)
  expect(decision).toMatchObject({ file: 'á.xlsx' })
})

const WAIVE = '- { waive: V05, unit: "31117", why: a, by: b }'

test.each<[what: string, text: string, message: string]>([
  [
    'an unknown verb, with the one it is near to',
    '- { exlude: a.xlsx, sha256: x, why: a, by: b }',
    `d.yaml:1:5: Không có quyết định “exlude”. Có phải “exclude” không? ${ONE_OF}`,
  ],
  [
    'an unknown verb, though another key is wrong too: that one waits',
    '- { sha: x, perfer: a.xlsx, why: a, by: b }',
    `d.yaml:1:13: Không có quyết định “perfer”. Có phải “prefer” không? ${ONE_OF}`,
  ],
  [
    'no verb at all',
    `${WAIVE}\n- { unit: "31117", why: a, by: b }`,
    `d.yaml:2:3: Mục này chưa ghi quyết định gì. ${ONE_OF}`,
  ],
  [
    'several verbs in one entry: its first says what belongs to it',
    `- { exclude: a.xlsx, prefer: b.xlsx, sha256: ${SHA}, why: a, by: b }`,
    'd.yaml:1:22: Không có khóa “prefer” ở đây. Các khóa được dùng: exclude, sha256, why, by.',
  ],
  [
    'a key that belongs to another verb',
    '- { accept-late: "917", unit: "917", why: a, by: b }',
    'd.yaml:1:25: Không có khóa “unit” ở đây. Các khóa được dùng: accept-late, why, by.',
  ],
  [
    'a key written wrong',
    '- { accept-late: "917", whi: a, why: a, by: b }',
    'd.yaml:1:25: Không có khóa “whi” ở đây. Có phải “why” không? Các khóa được dùng: accept-late, why, by.',
  ],
  [
    'no reason',
    '- { waive: V05, unit: "31117", by: b }',
    'd.yaml:1:3: Quyết định “bỏ qua quy tắc” chưa ghi why (lý do).',
  ],
  [
    'nobody who decided',
    '- waive: V05\n  unit: "31117"\n  why: a\n',
    'd.yaml:1:3: Quyết định “bỏ qua quy tắc” chưa ghi by (người quyết định).',
  ],
  [
    'a reason of blanks',
    '- { waive: V05, unit: "31117", why: "  ", by: b }',
    'd.yaml:1:37: “why” phải là chữ, không để trống, nhưng ở đây ghi “" "”.',
  ],
  [
    'an empty name',
    '- { waive: V05, unit: "31117", why: a, by: "" }',
    'd.yaml:1:44: “by” đang để trống, phải là chữ, không để trống.',
  ],
  [
    'a file without its SHA-256',
    '- { exclude: a.xlsx, why: a, by: b }',
    'd.yaml:1:3: Quyết định “bỏ tệp” chưa ghi sha256 (mã SHA-256 của tệp, chép ở trang “Nguồn”).',
  ],
  [
    'a SHA-256 cut short',
    `- { prefer: a.xlsx, sha256: "${SHA.slice(0, 12)}…", why: a, by: b }`,
    'd.yaml:1:29: Mã SHA-256 phải đủ 64 ký tự (chữ số và chữ a đến f), nhưng ở đây ghi “"0123456789ab…"”; chép lại cả mã từ trang “Nguồn”.',
  ],
  [
    'a day that is none',
    '- { received: 2024-06-31, reporter: "917", why: a, by: b }',
    'd.yaml:1:15: “received” phải là một ngày có thật dạng năm-tháng-ngày, ví dụ 2024-06-14, nhưng ở đây ghi “2024-06-31”.',
  ],
  [
    'a day in the order of speech',
    '- { received: 19/6/2024, reporter: "917", why: a, by: b }',
    'd.yaml:1:15: “received” phải là một ngày có thật dạng năm-tháng-ngày, ví dụ 2024-06-14, nhưng ở đây ghi “19/6/2024”.',
  ],
  [
    'a code with a blank in it',
    '- { waive: V05, unit: "31 117", why: a, by: b }',
    'd.yaml:1:23: “unit” phải là một mã nhiều nhất 50 ký tự, không có dấu cách, dấu phẩy, gạch chéo, ngoặc vuông, ngoặc nhọn, dấu nháy, nhưng ở đây ghi “"31 117"”.',
  ],
  [
    'the same said twice',
    `${WAIVE}\n- { accept-late: "917", why: a, by: b }\n${WAIVE}`,
    'd.yaml:3:5: “waive: V05 31117” đã có ở dòng 1; chỉ giữ lại một.',
  ],
  [
    'two days for one reporter',
    '- { received: 2024-06-19, reporter: "917", why: a, by: b }\n- { received: 2024-06-20, reporter: "917", why: a, by: b }',
    'd.yaml:2:5: “received: 917” đã có ở dòng 1; chỉ giữ lại một.',
  ],
  [
    'a key that stands twice in one entry',
    '- waive: V05\n  unit: "31117"\n  why: a\n  why: c\n  by: b\n',
    'd.yaml:4:3: “why” đã có ở dòng 3; chỉ giữ lại một.',
  ],
  [
    'an entry that is no mapping',
    `${WAIVE}\n- exclude a.xlsx`,
    'd.yaml:2:3: “-” phải là các cặp khóa: giá trị, nhưng ở đây ghi “exclude a.xlsx”.',
  ],
  [
    'a file that is no list',
    'waive: V05\n',
    'd.yaml:1:1: Nội dung tệp phải là một danh sách, ví dụ [A01, A02], nhưng ở đây ghi “waive: V05”.',
  ],
  [
    'text that is no YAML',
    `${WAIVE}\n- { waive: V06`,
    'd.yaml:2:15: Thiếu dấu đóng ngoặc, dấu nháy hoặc dấu phẩy.',
  ],
])('%s', (_, text, message) => {
  expect(messages(text)).toEqual([message])
  expect(parseDecisions(text, 'd.yaml').decisions).toEqual([])
})

test('all mistakes come back, in order of place, and the same in English', () => {
  const text = `- { waive: V05, unit: "31117", by: b }
- { exclude: a.xlsx, sha256: x, why: a, by: b }
- { recieved: 2024-06-19, reporter: "917", why: a, by: b }
- { accept-late: "917", why: a, why: c, by: b }
- { waive: V05, unit: "31117", why: a, by: }
`
  expect(messages(text, 'en')).toEqual([
    'd.yaml:1:3: The decision “waive rule” lacks why (the reason).',
    'd.yaml:2:30: A SHA-256 has 64 characters (digits and a to f), but here stands “x”; copy the whole of it from “Nguồn”.',
    'd.yaml:3:5: There is no decision “recieved”. Did you mean “received”? Write one of: exclude (exclude file), prefer (prefer file), waive (waive rule), adopt (adopt check value), received (day received), accept-late (accept late report).',
    'd.yaml:4:33: “why” stands on line 4 already; keep only one.',
    'd.yaml:5:44: “by” is empty; it must be text, not empty.',
  ])
})

test('a file decided on again after it changed is no repetition: the older decision is void by itself', () => {
  const other = SHA.replace('0', 'f')
  const text = [SHA, other].map((sha) => `- { exclude: a.xlsx, sha256: "${sha}", why: a, by: b }\n`).join('')
  expect(right(text)).toHaveLength(2)
})

test('decisions.schema.json is fresh; npm run schema writes it', () => {
  const file = new URL('../../templates/decisions.schema.json', import.meta.url)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(decisionsSchema())
})
