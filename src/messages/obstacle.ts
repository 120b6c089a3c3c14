/** Why the program could not run, as one polite line that says what to do. Nothing was written then. */

import type { Lang, Mistake } from '../model.ts'
import { sayMistake } from './mistake.ts'
import { didYouMean } from './saying.ts'

/** Folders at hand that were perhaps meant, as they can be typed. */
type Nearby = readonly string[]

export type Obstacle =
  | Readonly<{ code: 'folder-missing'; path: string; near: string | null; nearby: Nearby }>
  | Readonly<{ code: 'folder-not-given'; command: string; nearby: Nearby }>
  | Readonly<{ code: 'folder-is-workspace'; path: string; nearby: Nearby }>
  | Readonly<{ code: 'programme-not-there'; path: string; nearby: Nearby }>
  | Readonly<{ code: 'not-a-folder'; path: string }>
  | Readonly<{ code: 'folder-empty'; path: string; skipped: number; nearby: Nearby }>
  | Readonly<{ code: 'is-a-folder'; path: string }>
  | Readonly<{ code: 'text-not-utf8'; path: string }>
  | Readonly<{ code: 'forms-exist'; path: string; count: number }>
  | Readonly<{ code: 'period-not-asked'; period: string; programme: string }>
  | Readonly<{ code: 'programme-elsewhere'; found: string }>
  | Readonly<{ code: 'no-spreadsheets'; path: string; others: number; nearby: Nearby }>
  | Readonly<{ code: 'file-missing'; path: string }>
  | Readonly<{ code: 'programme-unknown'; found: string; known: readonly string[]; near: string | null }>
  | Readonly<{ code: 'programme-unclear'; found: readonly string[] }>
  | Readonly<{ code: 'programme-not-chosen'; known: readonly string[] }>
  | Readonly<{ code: 'workspace-exists'; path: string }>
  | Readonly<{ code: 'programme-broken'; mistakes: readonly Mistake[] }>
  | Readonly<{ code: 'decisions-broken'; mistakes: readonly Mistake[] }>
  | Readonly<{ code: 'period-unclear'; found: readonly string[] }>
  | Readonly<{ code: 'period-wrong'; found: string }>
  | Readonly<{ code: 'period-outside'; period: string; programme: string; from: string; until: string }>
  | Readonly<{ code: 'day-wrong'; found: string }>
  | Readonly<{ code: 'unit-unknown'; found: string; near: string | null }>
  | Readonly<{ code: 'unit-not-asked'; found: string }>
  | Readonly<{ code: 'indicator-unknown'; found: string; near: string | null }>
  | Readonly<{ code: 'report-not-declared'; programme: string; period: string }>
  | Readonly<{ code: 'nobody-asked' }>
  | Readonly<{ code: 'output-is-folder'; path: string }>
  | Readonly<{ code: 'output-is-input'; path: string }>
  | Readonly<{ code: 'marked-is-input'; path: string }>
  | Readonly<{ code: 'file-busy'; path: string }>
  | Readonly<{ code: 'file-denied'; path: string }>
  | Readonly<{ code: 'name-too-long'; path: string }>
  | Readonly<{ code: 'stopped' }>
  | Readonly<{ code: 'disk-full'; path: string }>
  | Readonly<{ code: 'disk-trouble'; path: string; detail: string }>
  | Readonly<{ code: 'interrupted' }>
  | Readonly<{ code: 'lang-unknown'; found: string }>
  | Readonly<{ code: 'usage'; problem: UsageProblem; found: string; near: string | null }>

export type UsageProblem =
  | 'unknown-option'
  | 'unknown-command'
  | 'argument-missing'
  | 'option-argument-missing'
  | 'option-missing'
  | 'too-many-arguments'
  | 'value-wrong'

type Sentences = Readonly<{ [C in Obstacle['code']]: (obstacle: Extract<Obstacle, { code: C }>) => string }>

const usageVi: Readonly<Record<UsageProblem, (found: string) => string>> = {
  'unknown-option': (found) => `Không có tùy chọn “${found}”`,
  'unknown-command': (found) => `Không có lệnh hay thư mục “${found}”`,
  'argument-missing': (found) => `Thiếu tham số “${found}”`,
  'option-argument-missing': (found) => `Tùy chọn “${found}” thiếu giá trị`,
  'option-missing': (found) => `Thiếu tùy chọn bắt buộc “${found}”`,
  'too-many-arguments': () => 'Có thừa tham số',
  'value-wrong': (found) => `Giá trị không hợp lệ: “${found}”`,
}

const usageEn: Readonly<Record<UsageProblem, (found: string) => string>> = {
  'unknown-option': (found) => `There is no option “${found}”`,
  'unknown-command': (found) => `There is no command or folder “${found}”`,
  'argument-missing': (found) => `The argument “${found}” is missing`,
  'option-argument-missing': (found) => `The option “${found}” lacks its value`,
  'option-missing': (found) => `The option “${found}” is required`,
  'too-many-arguments': () => 'There are too many arguments',
  'value-wrong': (found) => `Not a valid value: “${found}”`,
}

/** A path as it can be typed. */
const quoted = (path: string): string => (/[\s"]/.test(path) ? `"${path}"` : path)

/** A whole command with a folder at hand. */
function example({ command, nearby }: Extract<Obstacle, { code: 'folder-not-given' }>): string {
  const folder = quoted(nearby[0] ?? 'reports/2024-H1')
  return ['aggregate', command, folder, ...(command === 'explain' ? ['C01'] : [])].join(' ')
}

const listed = (title: string) => (nearby: Nearby) =>
  nearby.length === 0 ? '' : ` ${title}: ${nearby.map(quoted).join(', ')}.`

const atHand = { vi: listed('Thư mục báo cáo ở đây'), en: listed('Folders of reports here') }
const atHandProgrammes = { vi: listed('Chương trình ở đây'), en: listed('Programmes here') }

const vi: Sentences = {
  'folder-missing': (o) =>
    `Không tìm thấy thư mục “${o.path}”.${didYouMean.vi(o.near)}${atHand.vi(o.nearby)} Kiểm tra lại đường dẫn rồi chạy lại.`,
  'folder-not-given': (o) => `Chưa nêu thư mục báo cáo.${atHand.vi(o.nearby)} Ví dụ: ${example(o)}`,
  'folder-is-workspace': (o) =>
    `“${o.path}” là thư mục làm việc chung, không phải thư mục báo cáo của một kỳ.${atHand.vi(o.nearby)} Ghi rõ thư mục của kỳ rồi chạy lại.`,
  'programme-not-there': (o) =>
    `Không có programme.yaml trong “${o.path}”.${atHandProgrammes.vi(o.nearby)} Ghi thư mục chứa programme.yaml rồi chạy lại.`,
  'not-a-folder': (o) =>
    `“${o.path}” là một tệp, không phải thư mục. Để kiểm tra một tệp, dùng: aggregate validate "${o.path}".`,
  'folder-empty': (o) =>
    o.skipped > 0
      ? `Thư mục “${o.path}” không có báo cáo nào của kỳ này (đã bỏ qua ${o.skipped} tệp, thư mục: tệp tạm, tệp ẩn, kỳ khác hoặc kết quả tổng hợp).${atHand.vi(o.nearby)} Kiểm tra lại thư mục hoặc kỳ báo cáo.`
      : `Thư mục “${o.path}” chưa có tệp nào.${atHand.vi(o.nearby)} Chép báo cáo của các đơn vị vào đó rồi chạy lại.`,
  'is-a-folder': (o) =>
    `“${o.path}” là một thư mục, không phải tệp. Ghi tên tệp trong đó; nếu là thư mục của cả kỳ thì tổng hợp bằng: aggregate "${o.path}".`,
  'text-not-utf8': (o) =>
    `Tệp “${o.path}” không phải dạng UTF-8 nên chữ tiếng Việt không đọc được. Lưu lại tệp dạng UTF-8 rồi chạy lại.`,
  'forms-exist': (o) =>
    `Không ghi đè lên ${o.count} tệp đã có (ví dụ “${o.path}”), vì có thể đã có số liệu. Chọn thư mục khác cho --out.`,
  'period-not-asked': (o) =>
    `Chương trình “${o.programme}” không yêu cầu đơn vị nào báo cáo kỳ ${o.period}. Kiểm tra lại kỳ báo cáo, hoặc mục asks trong programme.yaml.`,
  'programme-elsewhere': (o) =>
    `Biểu mẫu thuộc chương trình “${o.found}”, chưa có trong máy này. Thêm --programme với thư mục chứa programme.yaml của chương trình đó.`,
  'no-spreadsheets': (o) =>
    `Thư mục “${o.path}” có ${o.others} tệp nhưng không có bảng tính nào.${atHand.vi(o.nearby)} Chép các tệp Excel vào đó rồi chạy lại.`,
  'file-missing': (o) => `Không tìm thấy tệp “${o.path}”. Kiểm tra lại tên và đường dẫn rồi chạy lại.`,
  'programme-unknown': (o) =>
    `Không có chương trình “${o.found}”.${didYouMean.vi(o.near)} Các chương trình hiện có: ${o.known.join(', ')}.`,
  'programme-unclear': (o) =>
    o.found.length === 0
      ? 'Không biết dùng chương trình nào vì chưa đọc được biểu mẫu nào. Thêm tùy chọn --programme.'
      : `Các tệp thuộc nhiều chương trình khác nhau (${o.found.join(', ')}). Thêm tùy chọn --programme để chọn một.`,
  'programme-not-chosen': (o) =>
    `Chưa chọn chương trình. Thêm --programme với một trong các mã: ${o.known.join(', ')}.`,
  'workspace-exists': (o) =>
    `Không ghi đè lên “${o.path}” đã có. Chọn thư mục khác, ví dụ: aggregate init bao-cao.`,
  'programme-broken': (o) => brokenProgramme(o.mistakes, 'vi'),
  'decisions-broken': (o) => brokenDecisions(o.mistakes, 'vi'),
  'period-unclear': (o) =>
    o.found.length === 0
      ? 'Không biết kỳ báo cáo. Thêm tùy chọn --period, ví dụ --period 2024-H1, hoặc đặt tên thư mục theo kỳ.'
      : `Các tệp thuộc nhiều kỳ khác nhau (${o.found.join(', ')}). Thêm tùy chọn --period để chọn một.`,
  'period-wrong': (o) =>
    `“${o.found}” không phải kỳ báo cáo. Ghi 2024-H1 (6 tháng đầu năm), 2024-H2 (6 tháng cuối năm), 2024-Q1 (quý I), 2024-9M (9 tháng), 2024 (cả năm) hoặc 2016..2020 (cả giai đoạn).`,
  'period-outside': (o) =>
    `Kỳ ${o.period} nằm ngoài thời gian của chương trình “${o.programme}” (từ ${o.from} đến trước ${o.until}). Kiểm tra lại kỳ hoặc chương trình.`,
  'day-wrong': (o) => `“${o.found}” không phải một ngày. Ghi theo dạng năm-tháng-ngày, ví dụ 2024-06-20.`,
  'unit-unknown': (o) =>
    `Không có đơn vị “${o.found}” trong kỳ này.${didYouMean.vi(o.near)} Xem mã đơn vị trong units.csv.`,
  'unit-not-asked': (o) =>
    `Đơn vị “${o.found}” không phải báo cáo trong kỳ này. Kiểm tra lại kỳ hoặc mã đơn vị.`,
  'indicator-unknown': (o) =>
    `Không có chỉ tiêu hay mục tiêu “${o.found}” trong chương trình.${didYouMean.vi(o.near)} Xem mã số trên biểu mẫu.`,
  'report-not-declared': (o) =>
    `Chương trình “${o.programme}” chưa khai báo báo cáo bằng lời cho kỳ ${o.period}. Thêm mục reports vào programme.yaml, hoặc chạy lại không có --word.`,
  'nobody-asked': () => 'Chưa chọn đơn vị nào. Thêm --all cho mọi đơn vị, hoặc --unit MÃ cho từng đơn vị.',
  'output-is-folder': (o) =>
    `Không ghi được kết quả vì “${o.path}” đang là một thư mục. Chọn tên khác cho --out.`,
  'output-is-input': (o) =>
    `Không ghi kết quả vào “${o.path}” vì đó là nơi chứa báo cáo gửi lên. Chọn nơi khác cho --out hoặc --export.`,
  'marked-is-input': (o) =>
    `Không ghi bản đánh dấu đè lên báo cáo “${o.path}”. Chọn tên hoặc thư mục khác cho --marked.`,
  'file-busy': (o) => `Tệp “${o.path}” đang mở trong Excel, hãy đóng lại rồi chạy lại.`,
  'name-too-long': (o) =>
    `Tên hoặc đường dẫn “${o.path}” quá dài. Đặt thư mục làm việc ở nơi có đường dẫn ngắn hơn rồi chạy lại.`,
  'file-denied': (o) =>
    `Không có quyền đọc hoặc ghi “${o.path}”. Kiểm tra quyền truy cập, hoặc chọn nơi khác bằng --out.`,
  stopped: () => 'Đã dừng, chưa ghi gì.',
  'disk-full': (o) => `Ổ đĩa đã đầy nên không ghi được “${o.path}”. Giải phóng dung lượng rồi chạy lại.`,
  'disk-trouble': (o) => `Không đọc hoặc ghi được “${o.path}” (${o.detail}). Kiểm tra ổ đĩa rồi chạy lại.`,
  interrupted: () => 'Đã dừng, không ghi gì.',
  'lang-unknown': (o) => `Không có ngôn ngữ “${o.found}”. Dùng --lang vi hoặc --lang en.`,
  usage: (o) => `${usageVi[o.problem](o.found)}.${didYouMean.vi(o.near)} Xem hướng dẫn: aggregate --help.`,
}

const en: Sentences = {
  'folder-missing': (o) =>
    `There is no folder “${o.path}”.${didYouMean.en(o.near)}${atHand.en(o.nearby)} Check the path and run again.`,
  'folder-not-given': (o) => `The folder of reports is missing.${atHand.en(o.nearby)} Such as: ${example(o)}`,
  'folder-is-workspace': (o) =>
    `“${o.path}” is the workspace around all periods, not the folder of one.${atHand.en(o.nearby)} Name the period’s folder and run again.`,
  'programme-not-there': (o) =>
    `There is no programme.yaml in “${o.path}”.${atHandProgrammes.en(o.nearby)} Name the folder with programme.yaml and run again.`,
  'not-a-folder': (o) =>
    `“${o.path}” is a file, not a folder. To check one file: aggregate validate "${o.path}".`,
  'folder-empty': (o) =>
    o.skipped > 0
      ? `The folder “${o.path}” holds no report of this period (${o.skipped} files and folders are skipped: temporary, hidden, of other periods, or results).${atHand.en(o.nearby)} Check the folder or the period.`
      : `The folder “${o.path}” holds no file yet.${atHand.en(o.nearby)} Copy the reports into it and run again.`,
  'is-a-folder': (o) =>
    `“${o.path}” is a folder, not a file. Name a file in it; to consolidate the folder of a period: aggregate "${o.path}".`,
  'text-not-utf8': (o) => `The file “${o.path}” is not UTF-8. Save it as UTF-8 and run again.`,
  'forms-exist': (o) =>
    `${o.count} files exist already (such as “${o.path}”) and may have been filled in; they are not overwritten. Choose another --out.`,
  'period-not-asked': (o) =>
    `The programme “${o.programme}” asks nobody for ${o.period}. Check the period, or asks in programme.yaml.`,
  'programme-elsewhere': (o) =>
    `The forms belong to the programme “${o.found}”, which is not installed here. Add --programme with the folder of its programme.yaml.`,
  'no-spreadsheets': (o) =>
    `The folder “${o.path}” holds ${o.others} files but no spreadsheet.${atHand.en(o.nearby)} Copy the Excel files into it and run again.`,
  'file-missing': (o) => `There is no file “${o.path}”. Check its name and path and run again.`,
  'programme-unknown': (o) =>
    `There is no programme “${o.found}”.${didYouMean.en(o.near)} Programmes: ${o.known.join(', ')}.`,
  'programme-unclear': (o) =>
    o.found.length === 0
      ? 'It is not known which programme to use, since no form could be read. Add --programme.'
      : `The files belong to several programmes (${o.found.join(', ')}). Add --programme to choose one.`,
  'programme-not-chosen': (o) =>
    `No programme is chosen. Add --programme with one of: ${o.known.join(', ')}.`,
  'workspace-exists': (o) =>
    `“${o.path}” is there already and is not overwritten. Choose another folder, such as: aggregate init work.`,
  'programme-broken': (o) => brokenProgramme(o.mistakes, 'en'),
  'decisions-broken': (o) => brokenDecisions(o.mistakes, 'en'),
  'period-unclear': (o) =>
    o.found.length === 0
      ? 'The period is not known. Add --period, such as --period 2024-H1, or name the folder by the period.'
      : `The files belong to several periods (${o.found.join(', ')}). Add --period to choose one.`,
  'period-wrong': (o) =>
    `“${o.found}” is not a period. Write 2024-H1 (first half), 2024-H2 (second half), 2024-Q1 (first quarter), 2024-9M (nine months), 2024 (the year) or 2016..2020 (several years).`,
  'period-outside': (o) =>
    `${o.period} is outside the programme “${o.programme}” (from ${o.from}, before ${o.until}). Check the period or the programme.`,
  'day-wrong': (o) => `“${o.found}” is not a day. Write year-month-day, such as 2024-06-20.`,
  'unit-unknown': (o) =>
    `There is no unit “${o.found}” in this period.${didYouMean.en(o.near)} Codes are in units.csv.`,
  'unit-not-asked': (o) => `The unit “${o.found}” is not asked in this period. Check the period or the code.`,
  'indicator-unknown': (o) =>
    `The programme has no indicator or target “${o.found}”.${didYouMean.en(o.near)} Codes are on the form.`,
  'report-not-declared': (o) =>
    `The programme “${o.programme}” declares no written report for the period ${o.period}. Add reports to programme.yaml, or run without --word.`,
  'nobody-asked': () => 'No unit is chosen. Add --all for every unit, or --unit CODE for single ones.',
  'output-is-folder': (o) =>
    `The result cannot be written because “${o.path}” is a folder. Choose another --out.`,
  'output-is-input': (o) =>
    `The result is not written to “${o.path}”, where the submissions are. Choose another --out or --export.`,
  'marked-is-input': (o) =>
    `The marked copy is not written over the report “${o.path}”. Choose another --marked.`,
  'file-busy': (o) => `The file “${o.path}” is open in Excel, close it and run again.`,
  'name-too-long': (o) =>
    `The name or path “${o.path}” is too long. Put the folder where its path is shorter and run again.`,
  'file-denied': (o) =>
    `There is no permission for “${o.path}”. Check its permissions, or choose another place with --out.`,
  stopped: () => 'Stopped; nothing was written.',
  'disk-full': (o) => `The disk is full and “${o.path}” cannot be written. Make room and run again.`,
  'disk-trouble': (o) => `“${o.path}” cannot be read or written (${o.detail}). Check the disk and run again.`,
  interrupted: () => 'Stopped; nothing was written.',
  'lang-unknown': (o) => `There is no language “${o.found}”. Use --lang vi or --lang en.`,
  usage: (o) => `${usageEn[o.problem](o.found)}.${didYouMean.en(o.near)} See: aggregate --help.`,
}

/** One line: the first mistake, and how many more `programme check` will show. */
function brokenProgramme(mistakes: readonly Mistake[], lang: Lang): string {
  const [first] = mistakes
  if (first === undefined) return lang === 'vi' ? 'Chương trình có lỗi.' : 'The programme has mistakes.'
  const more = mistakes.length - 1
  const command = `aggregate programme check`
  const rest =
    lang === 'vi'
      ? ` (còn ${more} lỗi khác; xem tất cả bằng: ${command})`
      : ` (${more} more; see all: ${command})`
  return `${sayMistake(first, lang)}${more > 0 ? rest : ''}`
}

/** One line: the first mistake of decisions.yaml, and how many more there are. */
function brokenDecisions(mistakes: readonly Mistake[], lang: Lang): string {
  const [first] = mistakes
  if (first === undefined) return lang === 'vi' ? 'decisions.yaml có lỗi.' : 'decisions.yaml has mistakes.'
  const more = mistakes.length - 1
  const rest = lang === 'vi' ? ` (còn ${more} lỗi khác trong tệp này)` : ` (${more} more in this file)`
  return `${sayMistake(first, lang)}${more > 0 ? rest : ''}`
}

/** The obstacle in one line. */
export function sayObstacle(obstacle: Obstacle, lang: Lang): string {
  const say = (lang === 'vi' ? vi : en)[obstacle.code] as (obstacle: Obstacle) => string
  return say(obstacle)
}
