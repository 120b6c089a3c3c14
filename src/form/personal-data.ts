/**
 * Personal data in a text: an identity number, a phone number, or the head of a list of people.
 *
 * Goes by shapes, never by lists of names: numbers by their length and what stands around them, heads of
 * columns by their words. Amounts, dates, document numbers and long codes are no personal data.
 */

import type { PersonalKind } from '../model.ts'
import { cleanText, foldText } from './text.ts'

/** The kind of number a text holds; `null`: none that is personal. */
export function personalNumber(text: string): 'identity-number' | 'phone' | null {
  // Nine digits that stand close to each other: most texts end here.
  if (!/\p{Nd}/u.test(text) || !/\d(?:[^\d]{0,3}\d){8}/.test(text.normalize('NFKC'))) return null
  const plain = withoutDates(cleanText(text).normalize('NFKC').replace(/\s+/g, ' '))
  if (NAMED_IDENTITY.test(plain)) return 'identity-number'
  if (NAMED_PHONE.test(plain) || hasPhone(plain)) return 'phone'
  return hasIdentityNumber(plain) ? 'identity-number' : null
}

const GAP = '[ .\\-]?'
/** Not the tail of a code (`VB-0123`), of a decimal (`1.0123`) or of a longer number; nor the head of one. */
const BEFORE = '(?<![\\p{L}\\p{N}_]|\\p{Lu}[-/_]|\\p{N}[-/_.,])'
const AFTER = '(?![\\p{L}\\p{N}_]|[-/_.,]\\p{N}|[-/_]\\p{Lu}(?!\\p{Ll}))'
const MONEY = '\\s?(?:đồng|đ|vnđ|vnd|₫|usd|triệu|tỷ|tỉ|nghìn|ngàn)(?!\\p{L})'

/** Mobile and fixed lines: 0 or +84, then nine or ten digits however grouped; never the decimals of a number. */
const PHONE = new RegExp(
  `${BEFORE}(?!0\\.\\d{5})(?:\\(?(?:\\+ ?84|0)\\)?[ .\\-)]{0,2}[235789](?:[ .\\-()]{0,2}\\d){8,9}|84[235789]\\d{8}(?!${MONEY}))${AFTER}`,
  'giu',
)
const NAMED_PHONE =
  /(?<!\p{L})(?:điện thoại|đt|sđt|tel|phone|zalo|di động)\P{N}{0,12}(?:84|0)\)?(?:[ .\-()]{0,2}\d){8,10}(?!\d)/iu
const NAMED_IDENTITY = new RegExp(
  `(?<!\\p{L})(?:cccd|cmnd|cmt|cmtnd|căn cước|chứng minh (?:nhân dân|thư)|định danh)\\P{N}{0,30}(?:\\d${GAP}){8}(?:\\d|(?:\\d${GAP}){3}\\d)(?!\\d)`,
  'iu',
)
/** Twelve digits of a citizen begin with the 0 of a province, and then may be in groups. */
const IDENTITY = new RegExp(
  `${BEFORE}(?:0\\d{2}(?:${GAP}\\d{3}){3}|0\\d{3}(?:${GAP}\\d{4}){2}|\\d{12}|\\d{9}|\\d{3} \\d{3} \\d{3})${AFTER}`,
  'gu',
)
const MONEY_BEFORE =
  /(?<!\p{L})(?:kinh phí|số tiền|tổng|trị giá|ngân sách|chi|thu|mức|giá|vốn|tiền|hỗ trợ|phạt|quỹ|bằng|là)[ :]*$/iu
const COUNTED_AFTER = new RegExp(`^(?:${MONEY}|\\s?(?:người|lượt|kg|m2|ha)(?!\\p{L}))`, 'iu')

/** A single digit apart from the others is part of a fixed line once; more of them are a list of numbers. */
function hasPhone(text: string): boolean {
  return [...text.matchAll(PHONE)].some(([found]) => {
    const single = (found.match(/\d+/g) ?? []).filter((group, at) => at > 0 && group.length === 1)
    return single.length <= 1
  })
}

function hasIdentityNumber(text: string): boolean {
  return [...text.matchAll(IDENTITY)].some(({ 0: found, index }) => {
    if (found.startsWith('0')) return true
    const isCounted =
      MONEY_BEFORE.test(text.slice(Math.max(0, index - 24), index)) ||
      COUNTED_AFTER.test(text.slice(index + found.length))
    return !isCounted && !found.endsWith('000')
  })
}

/** Days and times become a mark, so that their digits do not join what follows into a phone number. */
function withoutDates(text: string): string {
  return text.replace(/(?<![\d])\d{1,2}[./-]\d{1,2}[./-]\d{4}(?![./-]?\d)/g, '|')
}

/**
 * Heads of columns (or labels) of personal data, with what may follow: `Họ và tên nạn nhân`, `Địa chỉ thường trú`.
 * "Địa chỉ tin cậy" is a place of shelter that programmes count, hence the list of what follows an address.
 */
const HEADS: readonly (readonly [PersonalKind, RegExp])[] = [
  ['name', /^(?:họ(?: và|,| &)? tên|họ tên|full name|tên nạn nhân|tên người)(?: |,|\/|\(|$)/u],
  [
    'identity-number',
    /^(?:số )?(?:thẻ )?(?:cccd|cmnd|cmt|cmtnd|căn cước|chứng minh (?:nhân dân|thư)|định danh(?: cá nhân)?|hộ chiếu)(?: |,|\/|\(|$)/u,
  ],
  [
    'address',
    /^(?:địa chỉ(?= *$|[ ,/(]+(?:thường|tạm|nhà|nơi|chỗ|hiện|liên|cư|của|người|nạn|đăng|gia|cụ|\())|nơi (?:ở|cư trú|thường trú|tạm trú)|(?:hộ khẩu|nơi đăng ký|đăng ký) (?:thường trú|hktt)|hktt)(?: |,|\/|\(|$)/u,
  ],
  [
    'phone',
    /^(?:số )?(?:điện thoại|đt|sđt|di động)(?: *$| (?:liên hệ|liên lạc|di động|nạn nhân|người|của)|[,/(])/u,
  ],
]

/** First letters of such heads, whatever stands before: most texts end here. */
const HEAD_BEGINS = /^[^\p{L}]*[hcđdntsf\uff21-\uff5a]/iu

/** The kind of data a column under this text would hold; `null`: it is no such head. */
export function personalHead(text: string): PersonalKind | null {
  // Anything longer is a sentence, and a head with numbers in it is a line of a list.
  if (text.length > 60 || !HEAD_BEGINS.test(text)) return null
  const folded = foldText(text.normalize('NFKC'))
    .replace(/^(?:stt|tt|\d+)[ .)]+/, '')
    .replace(/[ :*]+$/, '')
  return HEADS.find(([, shape]) => shape.test(folded))?.[0] ?? null
}

const LABELLED =
  /(?:^|[\n;,.(|-]) *(họ(?: và|,)? tên|họ tên|địa chỉ(?! tin cậy| tiếp nhận| email| thư| web| trang)|hktt|hộ khẩu thường trú|nơi cư trú|nơi ở)(?: [^:\n;]{0,25})? *: *[\p{L}\p{N}]/iu

/** A label with its content in one text: "Họ và tên: …". */
export function personalLabel(text: string): PersonalKind | null {
  if (!/[:：]/.test(text)) return null
  const label = LABELLED.exec(cleanText(text).normalize('NFKC'))?.[1]
  if (label === undefined) return null
  return /^họ(?! khẩu)/iu.test(label) ? 'name' : 'address'
}
