/**
 * Mistakes in a programme's files as sentences: what was found, what is allowed, and what was probably meant.
 */
import type {
  Defined,
  ExpressionProblem,
  Lang,
  Mistake,
  MistakeFault,
  Referred,
  SyntaxReason,
  WantedValue,
} from '../model.ts'
import { decisionWords } from './decision.ts'
import { sayPhraseProblem } from './phrase.ts'

type Sentences<Kind extends Readonly<{ code: string }>> = {
  readonly [Code in Kind['code']]: (fact: Extract<Kind, { code: Code }>) => string
}

/** Every sentence of one language. A kind of mistake without its sentence does not compile. */
type Words = Readonly<{
  faults: Sentences<MistakeFault>
  problems: Sentences<ExpressionProblem>
  syntax: Readonly<Record<SyntaxReason, string>>
  wanted: Readonly<Record<WantedValue, string>>
  referred: Readonly<Record<Referred, string>>
  defined: Readonly<Record<Defined, string>>
}>

/** One line: `file:line:column: …`. */
export function sayMistake(mistake: Mistake, lang: Lang): string {
  const { file, line, column, fault } = mistake
  return `${file}:${line}:${column}: ${sayFault(fault, WORDS[lang])}`
}

function sayFault(fault: MistakeFault, words: Words): string {
  return sentence(words.faults, fault)
}

function sentence<Kind extends Readonly<{ code: string }>>(sentences: Sentences<Kind>, fact: Kind): string {
  const say = sentences[fact.code as Kind['code']] as (fact: Kind) => string
  return say(fact)
}

/** A word as found. */
const quote = (text: string) => `“${text}”`
/** The beginning of a sentence is enough to find it. */
const short = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text)
const quoteAll = (texts: readonly string[]) => texts.map(quote).join(', ')

/** What was probably meant, with a space before it; nothing where that is not known. */
export const didYouMean: Readonly<Record<Lang, (near: string | null) => string>> = {
  vi: (near) => (near === null ? '' : ` Có phải ${quote(near)} không?`),
  en: (near) => (near === null ? '' : ` Did you mean ${quote(near)}?`),
}
/** Keys of YAML and columns of CSV alike; without one it is the whole file. */
const itemVi = (key: string) => (key === '' ? 'Nội dung tệp' : quote(key))
const itemEn = (key: string) => (key === '' ? 'The file' : quote(key))

/** What may be decided, each with what it is called: `exclude (bỏ tệp)`. */
function verbsOf(lang: Lang): string {
  const named = Object.entries(decisionWords[lang].verbs).map(([verb, name]) => `${verb} (${name})`)
  return `${lang === 'vi' ? 'Ghi một trong' : 'Write one of'}: ${named.join(', ')}`
}

/** What a key of a decision holds, in brackets. */
function keyOf(lang: Lang, key: string): string {
  const name = decisionWords[lang].keys[key]
  return name === undefined ? '' : ` (${name})`
}

const vi: Words = {
  faults: {
    syntax: (f) => vi.syntax[f.why],
    'key-unknown': (f) =>
      `Không có khóa ${quote(f.key)} ở đây.${didYouMean.vi(f.near)} Các khóa được dùng: ${f.allowed.join(', ')}.`,
    'key-missing': (f) => `Thiếu ${quote(f.key)}.`,
    'key-twice': (f) => `${quote(f.key)} đã có ở dòng ${f.firstLine}; chỉ giữ lại một.`,
    'cells-wrong': (f) => `Dòng này có ${f.found} ô, phải có ${f.wanted} ô như dòng tiêu đề.`,
    'value-wrong': (f) =>
      f.found === ''
        ? `${itemVi(f.key)} đang để trống, phải là ${vi.wanted[f.wanted]}.`
        : `${itemVi(f.key)} phải là ${vi.wanted[f.wanted]}, nhưng ở đây ghi ${quote(f.found)}.`,
    'choice-unknown': (f) =>
      `${quote(f.key)} không nhận ${quote(f.found)}.${didYouMean.vi(f.near)} Được dùng: ${f.allowed.join(', ')}.`,
    'days-reversed': (f) => `Ngày kết thúc ${f.until} phải sau ngày bắt đầu ${f.from}.`,
    'days-overlap': (f) =>
      `${quote(f.key)}: ngày ${f.on} trùng với phần ở dòng ${f.firstLine}; mỗi ngày chỉ được theo một phần.`,
    'days-uncovered': (f) =>
      `${quote(f.key)} chưa có cho những ngày từ ${f.from} đến trước ${f.until}; chương trình ngày nào cũng phải có.`,
    'day-outside': (f) =>
      `${quote(f.key)}: ngày ${f.found} ngoài thời gian của chương trình (từ ${f.from} đến trước ${f.until}).`,
    'bounds-reversed': (f) => `Mức thấp nhất ${f.low} lớn hơn mức cao nhất ${f.high}.`,
    'reference-unknown': (f) => `Không có ${vi.referred[f.what]} ${quote(f.found)}.${didYouMean.vi(f.near)}`,
    'defined-twice': (f) =>
      `${vi.defined[f.what]} ${quote(f.found)} đã có ở dòng ${f.firstLine}; chỉ giữ lại một.`,
    'expression-wrong': (f) => `Biểu thức ${quote(f.text)}: ${sentence(vi.problems, f.problem)}`,
    'phrase-wrong': (f) => `Câu ${quote(short(f.text))}: ${sayPhraseProblem(f.problem, 'vi')}`,
    'expression-constant': (f) =>
      `Biểu thức ${quote(f.text)} không nhắc đến chỉ tiêu nào phải báo cáo, nên báo cáo nào cũng cho một kết quả.`,
    'never-in-force': (f) =>
      f.what === 'level'
        ? `Không có đơn vị nào thuộc cấp ${quote(f.found)} vào ngày nào từ ${f.from} đến trước ${f.until}.`
        : `Đơn vị ${quote(f.found)} không có hiệu lực vào ngày nào từ ${f.from} đến trước ${f.until}.`,
    'part-unused': (f) =>
      `Chỉ tiêu ${f.indicator} được tính từ ${f.part}, nhưng chương trình không dùng ${f.part}; hãy thêm ${f.part} vào indicators.`,
    'part-computed': (f) =>
      `Tỷ lệ ${f.indicator} được tính từ ${f.part}, mà ${f.part} cũng là tỷ lệ; tỷ lệ chỉ được tính từ số thu thập hoặc danh mục.`,
    'authority-twice': (f) =>
      `Chỉ tiêu ${f.indicator} có nhiều nơi cùng trả lời về cấp ${quote(f.about)}; chỉ để một nơi là own, các nơi khác ghi as: check.`,
    'flag-on-levels': (f) =>
      `Chỉ tiêu có/không ${f.indicator} được trả lời ở nhiều cấp (${quoteAll(f.levels)}); mỗi cấp phải có chỉ tiêu riêng.`,
    'spells-overlap': (f) =>
      `Thời gian hiệu lực của đơn vị ${quote(f.found)} trùng với dòng ${f.firstLine}; mỗi ngày một mã chỉ là một đơn vị.`,
    'parent-not-in-force': (f) =>
      `Đơn vị cấp trên ${quote(f.parent)} không còn hoặc chưa có hiệu lực vào ngày ${f.on}.`,
    'parent-not-above': (f) =>
      `Đơn vị cấp ${quote(f.level)} không thể trực thuộc ${quote(f.parent)}, là đơn vị cấp ${quote(f.above)}.`,
    'decision-unnamed': (f) =>
      f.found === null
        ? `Mục này chưa ghi quyết định gì. ${verbsOf('vi')}.`
        : `Không có quyết định ${quote(f.found)}.${didYouMean.vi(f.near)} ${verbsOf('vi')}.`,
    'decision-incomplete': (f) =>
      `Quyết định ${quote(decisionWords.vi.verbs[f.verb])} chưa ghi ${f.key}${keyOf('vi', f.key)}.`,
    'fingerprint-wrong': (f) =>
      `Mã SHA-256 phải đủ 64 ký tự (chữ số và chữ a đến f), nhưng ở đây ghi ${quote(f.found)}; chép lại cả mã từ trang “Nguồn”.`,
  },
  problems: {
    syntax: (p) =>
      p.found === '' ? 'chưa viết hết.' : `không đọc được từ ${quote(p.found)} (ký tự thứ ${p.at + 1}).`,
    'not-allowed': (p) => `không được dùng ${quote(p.found)}.`,
    'chained-comparison': (p) => `mỗi lần chỉ so sánh được hai vế; hãy viết ${quote(p.instead)}.`,
    'function-unknown': (p) =>
      `không có hàm ${quote(p.found)}.${didYouMean.vi(p.near)} Các hàm được dùng: ${p.allowed.join(', ')}.`,
    'arguments-wrong': (p) => `hàm ${quote(p.function)} phải viết là ${quote(p.wanted)}.`,
    'type-wrong': (p) =>
      p.wanted === 'truth'
        ? `${quote(p.found)} phải là một điều kiện đúng hoặc sai, ví dụ “C02 <= C01”.`
        : `${quote(p.found)} phải là một số, không phải một điều kiện.`,
    'indicator-unknown': (p) => `không có chỉ tiêu ${quote(p.found)}.${didYouMean.vi(p.near)}`,
  },
  syntax: {
    tab: 'Không được lùi dòng bằng phím Tab; hãy dùng dấu cách.',
    indent: 'Dòng này lùi vào chưa đúng; các khóa cùng cấp phải thẳng cột với nhau.',
    unclosed: 'Thiếu dấu đóng ngoặc, dấu nháy hoặc dấu phẩy.',
    quote: 'Dấu nháy hoặc ký tự đặc biệt đặt sai chỗ; hãy để cả đoạn chữ trong một cặp dấu nháy.',
    alias: 'Tên sau dấu * chưa được đặt bằng dấu & ở phía trên.',
    documents: 'Mỗi tệp chỉ được có một phần; hãy bỏ dòng “---” ở giữa.',
    unexpected: 'Không đọc được từ đây; hãy xem lại chỗ lùi đầu dòng, dấu hai chấm, dấu phẩy và ngoặc.',
    empty: 'Tệp chưa có nội dung.',
  },
  wanted: {
    text: 'chữ, không để trống',
    number: 'một số, phần lẻ sau dấu chấm',
    'whole-number': 'số nguyên, từ 0 trở lên',
    digits: 'số chữ số lẻ, từ 0 đến 6',
    share: 'một số từ 0 đến 1, ví dụ 0.9',
    truth: 'true (có) hoặc false (không)',
    list: 'một danh sách, ví dụ [A01, A02]',
    'list-not-empty': 'một danh sách có ít nhất một mục, ví dụ [province, commune]',
    mapping: 'các cặp khóa: giá trị',
    dated: 'các cặp khóa: giá trị, hoặc một danh sách, mỗi mục cho một thời gian (from, until)',
    day: 'một ngày có thật dạng năm-tháng-ngày, ví dụ 2024-06-14',
    'month-day': 'tháng-ngày trong dấu nháy, ngày từ 01 đến 28, ví dụ "12-15"',
    'year-or-day': 'year (hằng năm) hoặc một ngày, ví dụ 2025-12-31',
    code: 'một mã không có dấu cách, dấu phẩy, dấu chấm phẩy',
    'both-languages': 'cả hai ngôn ngữ, ví dụ { vi: "…", en: "…" }',
    expression: 'một biểu thức, ví dụ "C02 + C03"',
    'two-expressions': 'hai biểu thức: tử số và mẫu số, ví dụ [D01, K01]',
    'number-or-two': 'một số hoặc hai số, ví dụ 70 hoặc [3, 5]',
    indicator: 'mã một chỉ tiêu của danh mục, hoặc một chỉ tiêu viết đầy đủ',
    collect: 'một cấp, mã một sở, ngành, hoặc { by: …, as: … }',
    'level-or-units': 'một cấp hoặc danh sách mã đơn vị',
    scope: 'all (tất cả) hoặc danh sách mã đơn vị',
    asks: 'any (mọi kỳ) hoặc danh sách loại kỳ, ví dụ [half, year]',
    periods: 'danh sách có ít nhất một loại kỳ, ví dụ [half, year]',
    paragraph: 'mã một câu, hoặc danh sách mã các câu của một đoạn, ví dụ [D01, D03]',
    authority: 'quyền hạn ký, ví dụ "KT. GIÁM ĐỐC" (TM., KT., TL., TUQ. hoặc Q.)',
  },
  referred: {
    indicator: 'chỉ tiêu',
    unit: 'đơn vị',
    group: 'nhóm chỉ tiêu',
    level: 'cấp',
    reporter: 'nơi báo cáo',
    column: 'cột',
    catalogue: 'danh mục',
    phrase: 'câu có mã',
    question: 'câu hỏi',
  },
  defined: {
    indicator: 'Chỉ tiêu',
    unit: 'Đơn vị',
    group: 'Nhóm chỉ tiêu',
    level: 'Cấp',
    rule: 'Quy tắc',
    target: 'Mục tiêu',
    question: 'Câu hỏi',
    phrase: 'Câu',
  },
}

const en: Words = {
  faults: {
    syntax: (f) => en.syntax[f.why],
    'key-unknown': (f) =>
      `There is no key ${quote(f.key)} here.${didYouMean.en(f.near)} Allowed keys: ${f.allowed.join(', ')}.`,
    'key-missing': (f) => `${quote(f.key)} is missing.`,
    'key-twice': (f) => `${quote(f.key)} stands on line ${f.firstLine} already; keep only one.`,
    'cells-wrong': (f) => `This row has ${f.found} cells; it must have ${f.wanted}, as the header has.`,
    'value-wrong': (f) =>
      f.found === ''
        ? `${itemEn(f.key)} is empty; it must be ${en.wanted[f.wanted]}.`
        : `${itemEn(f.key)} must be ${en.wanted[f.wanted]}, but says ${quote(f.found)}.`,
    'choice-unknown': (f) =>
      `${quote(f.key)} does not take ${quote(f.found)}.${didYouMean.en(f.near)} Allowed: ${f.allowed.join(', ')}.`,
    'days-reversed': (f) => `The end ${f.until} must come after the start ${f.from}.`,
    'days-overlap': (f) =>
      `${quote(f.key)}: ${f.on} is a day of the part on line ${f.firstLine} too; a day has one of them only.`,
    'days-uncovered': (f) =>
      `${quote(f.key)} is missing from ${f.from} until before ${f.until}; every day of the programme needs one.`,
    'day-outside': (f) =>
      `${quote(f.key)}: ${f.found} is not a day of the programme (from ${f.from} until before ${f.until}).`,
    'bounds-reversed': (f) => `The lowest value ${f.low} is above the highest ${f.high}.`,
    'reference-unknown': (f) =>
      `There is no ${en.referred[f.what]} ${quote(f.found)}.${didYouMean.en(f.near)}`,
    'defined-twice': (f) =>
      `${en.defined[f.what]} ${quote(f.found)} stands on line ${f.firstLine} already; keep only one.`,
    'expression-wrong': (f) => `Expression ${quote(f.text)}: ${sentence(en.problems, f.problem)}`,
    'phrase-wrong': (f) => `Sentence ${quote(short(f.text))}: ${sayPhraseProblem(f.problem, 'en')}`,
    'expression-constant': (f) =>
      `Expression ${quote(f.text)} names no indicator that is reported, so that every report comes out alike.`,
    'never-in-force': (f) =>
      f.what === 'level'
        ? `There is no unit of level ${quote(f.found)} on any day from ${f.from} until before ${f.until}.`
        : `Unit ${quote(f.found)} is not in force on any day from ${f.from} until before ${f.until}.`,
    'part-unused': (f) =>
      `Indicator ${f.indicator} is computed from ${f.part}, which this programme does not use; add ${f.part} to indicators.`,
    'part-computed': (f) =>
      `Ratio ${f.indicator} is computed from ${f.part}, which is a ratio itself; ratios are computed from collected numbers or references.`,
    'authority-twice': (f) =>
      `Indicator ${f.indicator} has several authorities about level ${quote(f.about)}; let one be own, and write as: check at the others.`,
    'flag-on-levels': (f) =>
      `The yes/no indicator ${f.indicator} is answered on several levels (${quoteAll(f.levels)}); each level needs its own indicator.`,
    'spells-overlap': (f) =>
      `The spell of unit ${quote(f.found)} overlaps that on line ${f.firstLine}; a code means one unit on any day.`,
    'parent-not-in-force': (f) => `The parent unit ${quote(f.parent)} is not in force on ${f.on}.`,
    'parent-not-above': (f) =>
      `A unit of level ${quote(f.level)} cannot stand under ${quote(f.parent)}, which is of level ${quote(f.above)}.`,
    'decision-unnamed': (f) =>
      f.found === null
        ? `This entry decides nothing. ${verbsOf('en')}.`
        : `There is no decision ${quote(f.found)}.${didYouMean.en(f.near)} ${verbsOf('en')}.`,
    'decision-incomplete': (f) =>
      `The decision ${quote(decisionWords.en.verbs[f.verb])} lacks ${f.key}${keyOf('en', f.key)}.`,
    'fingerprint-wrong': (f) =>
      `A SHA-256 has 64 characters (digits and a to f), but here stands ${quote(f.found)}; copy the whole of it from “Nguồn”.`,
  },
  problems: {
    syntax: (p) =>
      p.found === '' ? 'ends too early.' : `cannot be read from ${quote(p.found)} (character ${p.at + 1}).`,
    'not-allowed': (p) => `${quote(p.found)} cannot be used.`,
    'chained-comparison': (p) => `compare two sides at a time; write ${quote(p.instead)}.`,
    'function-unknown': (p) =>
      `there is no function ${quote(p.found)}.${didYouMean.en(p.near)} Allowed functions: ${p.allowed.join(', ')}.`,
    'arguments-wrong': (p) => `the function ${quote(p.function)} is written ${quote(p.wanted)}.`,
    'type-wrong': (p) =>
      p.wanted === 'truth'
        ? `${quote(p.found)} must be a condition, true or false, such as “C02 <= C01”.`
        : `${quote(p.found)} must be a number, not a condition.`,
    'indicator-unknown': (p) => `there is no indicator ${quote(p.found)}.${didYouMean.en(p.near)}`,
  },
  syntax: {
    tab: 'Tabs cannot indent a line; use spaces.',
    indent: 'This line is not indented right; keys of one mapping must line up.',
    unclosed: 'A closing bracket, a quote or a comma is missing.',
    quote: 'A quote or special character is out of place; put the whole text between one pair of quotes.',
    alias: 'The name after * has not been given with & above.',
    documents: 'A file holds one document only; remove the “---” within.',
    unexpected: 'Cannot be read from here; look at the indentation, colons, commas and brackets.',
    empty: 'The file is empty.',
  },
  wanted: {
    text: 'text, not empty',
    number: 'a number, with a point for decimals',
    'whole-number': 'a whole number, 0 or more',
    digits: 'a number of decimals, from 0 to 6',
    share: 'a number from 0 to 1, such as 0.9',
    truth: 'true or false',
    list: 'a list, such as [A01, A02]',
    'list-not-empty': 'a list with at least one item, such as [province, commune]',
    mapping: 'key: value pairs',
    dated: 'key: value pairs, or a list with an item for each span of days (from, until)',
    day: 'a real day as year-month-day, such as 2024-06-14',
    'month-day': 'month-day in quotes, the day from 01 to 28, such as "12-15"',
    'year-or-day': 'year (each year) or a day, such as 2025-12-31',
    code: 'a code without spaces, commas or semicolons',
    'both-languages': 'in both languages, such as { vi: "…", en: "…" }',
    expression: 'an expression, such as "C02 + C03"',
    'two-expressions': 'two expressions, numerator and denominator, such as [D01, K01]',
    'number-or-two': 'one number or two, such as 70 or [3, 5]',
    indicator: 'the code of an indicator of the catalogue, or an indicator in full',
    collect: 'a level, the code of a body, or { by: …, as: … }',
    'level-or-units': 'a level or a list of unit codes',
    scope: 'all or a list of unit codes',
    asks: 'any or a list of kinds of period, such as [half, year]',
    periods: 'a list with at least one kind of period, such as [half, year]',
    paragraph: 'the code of a phrase, or a list of the codes of one paragraph, such as [D01, D03]',
    authority: 'on whose behalf it is signed, such as "KT. GIÁM ĐỐC" (TM., KT., TL., TUQ. or Q.)',
  },
  referred: {
    indicator: 'indicator',
    unit: 'unit',
    group: 'group of indicators',
    level: 'level',
    reporter: 'reporter',
    column: 'column',
    catalogue: 'catalogue',
    phrase: 'phrase',
    question: 'question',
  },
  defined: {
    indicator: 'Indicator',
    unit: 'Unit',
    group: 'Group',
    level: 'Level',
    rule: 'Rule',
    target: 'Target',
    question: 'Question',
    phrase: 'Phrase',
  },
}

const WORDS: Readonly<Record<Lang, Words>> = { vi, en }
