/** The sentences in Vietnamese of mistakes in a programme’s files and in decisions.yaml. */

import { codeInSource } from '../../expression/infix.ts'
import { decisionWords, keyOf, verbsOf } from '../decision.ts'
import type { Words } from '../mistake.ts'
import { sayPhraseProblem } from '../phrase.ts'
import { didYouMean, quote, quoteAll, sentence, short } from '../saying.ts'

/** Keys of YAML and columns of CSV alike; without one it is the whole file. */
const item = (key: string) => (key === '' ? 'Nội dung tệp' : quote(key))

export const vi: Words = {
  faults: {
    syntax: (f) => vi.syntax[f.why],
    'key-unknown': (f) =>
      `Không có khóa ${quote(f.key)} ở đây.${didYouMean.vi(f.near)} Các khóa được dùng: ${f.allowed.join(', ')}.`,
    'key-missing': (f) => `Thiếu ${quote(f.key)}.`,
    'key-twice': (f) => `${quote(f.key)} đã có ở dòng ${f.firstLine}; chỉ giữ lại một.`,
    'cells-wrong': (f) => `Dòng này có ${f.found} ô, phải có ${f.wanted} ô như dòng tiêu đề.`,
    'value-wrong': (f) =>
      f.found === ''
        ? `${item(f.key)} đang để trống, phải là ${vi.wanted[f.wanted]}.`
        : `${item(f.key)} phải là ${vi.wanted[f.wanted]}, nhưng ở đây ghi ${quote(f.found)}.`,
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
    'nobody-answers': (f) =>
      f.isAsked
        ? `Không ai trả lời mục ${quote(f.by)} này: không có ngày nào của chương trình mà ${quote(f.by)} vừa có đơn vị vừa phải báo cáo.`
        : `Không ai trả lời mục ${quote(f.by)} này: reporters không có ${quote(f.by)}; hãy thêm vào reporters hoặc bỏ mục này.`,
    'indicator-unasked': (f) =>
      `Không ai trả lời chỉ tiêu ${f.indicator}: những nơi được hỏi không có trong reporters; hãy thêm nơi báo cáo hoặc bỏ ${f.indicator}.`,
    'reporter-idle': (f) =>
      `${quote(f.reporter)} không được hỏi chỉ tiêu nào nên không có biểu mẫu; hãy thêm vào collect của chỉ tiêu hoặc bỏ dòng này.`,
    'level-empty': (f) =>
      `Cấp ${quote(f.level)} không có đơn vị nào từ ${f.from} đến trước ${f.until}; hãy thêm đơn vị vào units.csv hoặc bỏ cấp này.`,
    'text-missing': (f) => `Còn phải điền ${quote(f.found)}.`,
    'text-borrowed': (f) => `${quote(f.found)} là của ${f.from}; hãy thay bằng nội dung của địa phương.`,
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
    'part-unknown': (p) => `chỉ tiêu ${p.whole} không được chia nhỏ như vậy, nên không có ${quote(p.found)}.`,
    'code-unclear': (p) =>
      p.instead === null
        ? `chỉ tiêu ${p.indicator} phải viết trong ngoặc vuông: ${quote(codeInSource(p.indicator))}.`
        : `${quote(p.found)} có thể là chỉ tiêu ${p.indicator}, có thể là ${/^[\d.]+$/.test(p.found) ? 'một số' : 'một phép tính'}; hãy viết ${quote(codeInSource(p.indicator))} nếu là chỉ tiêu, ${quote(p.instead)} nếu không phải.`,
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
    code: 'một mã nhiều nhất 50 ký tự, không có dấu cách, dấu phẩy, gạch chéo, ngoặc vuông, ngoặc nhọn, dấu nháy',
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
