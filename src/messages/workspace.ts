/** Words of `aggregate init`: its questions, what it says, and the comments it writes into a workspace. */

import type { Lang, Period } from '../model.ts'
import { sayPeriod } from './number.ts'

/** What is said when a workspace is there. Paths are as they can be typed in it. */
export type Made = Readonly<{
  folder: string
  period: Period
  programme: string
  forms: string
  formCount: number
  reports: string
  /** Reports of the sample that were put there. */
  samples: number
  isAfterEnd: boolean
  isOtherProvince: boolean
}>

export type WorkspaceWords = Readonly<{
  askProgramme: string
  askProvince: string
  otherProvince: string
  askProvinceName: string
  /** The prompt of a numbered choice. */
  choose: (count: number) => string
  notAChoice: (typed: string, count: number) => string
  made: (made: Made) => readonly string[]
  /** Stands in units.csv until it is replaced. */
  exampleUnit: (level: string) => string
  next: string
  /** What each of the three commands does, in the order they are printed. */
  nextWords: readonly [check: string, status: string, run: string]
  workspaceFile: (programme: string, period: string) => string
  opening: string
  explained: Readonly<Record<string, string>>
}>

/** Names of units are Vietnamese in every language. */
const exampleUnit = (level: string): string =>
  ({ district: 'Huyện [… tên]', commune: 'Xã [… tên]' })[level] ?? `[… tên đơn vị cấp ${level}]`

export const workspaceWords: Readonly<Record<Lang, WorkspaceWords>> = {
  vi: {
    askProgramme: 'Dùng chương trình nào làm mẫu?',
    askProvince: 'Tỉnh, thành phố nào?',
    otherProvince: 'Tỉnh, thành phố khác',
    askProvinceName: 'Tên tỉnh, thành phố (ví dụ: Tỉnh Vĩnh Long): ',
    choose: (count) => `Gõ số từ 1 đến ${count} rồi bấm Enter (mặc định là 1): `,
    notAChoice: (typed, count) => `“${typed}” không phải số từ 1 đến ${count}.`,
    made: (m) => [
      `Đã tạo thư mục làm việc: ${m.folder}`,
      `  chương trình   ${m.programme} (sửa cho đúng kế hoạch của địa phương)`,
      `  biểu mẫu       ${m.forms} (${m.formCount} biểu mẫu trắng ${sayPeriod(m.period, 'vi')}, gửi cho các đơn vị)`,
      `  báo cáo        ${m.reports} ${m.samples === 0 ? '(chép các tệp nhận được vào đây)' : `(${m.samples} báo cáo mẫu để tập làm)`}`,
      ...(m.isOtherProvince
        ? [
            'Cần kiểm tra, sửa danh sách đơn vị trong chuong-trinh/units.csv rồi tạo lại biểu mẫu trước khi gửi.',
            'Kế hoạch, người ký, nơi nhận của địa phương còn để trống [… như thế này]; aggregate programme check chỉ ra từng chỗ.',
          ]
        : []),
      ...(m.isAfterEnd
        ? [
            'Chương trình mẫu đã hết thời gian nên lấy kỳ cuối cùng; sửa valid trong programme.yaml nếu kéo dài.',
          ]
        : []),
    ],
    exampleUnit,
    next: 'Ba lệnh tiếp theo:',
    nextWords: [
      'kiểm tra chương trình sau khi sửa',
      'xem ai đã nộp, ai chưa nộp',
      'tổng hợp khi báo cáo đã về',
    ],
    workspaceFile: (programme, period) =>
      [
        '# yaml-language-server: $schema=workspace.schema.json',
        '# Thư mục làm việc: mọi lệnh aggregate chạy trong thư mục này dùng các mục dưới đây.',
        '',
        '# programme: thư mục chứa programme.yaml, hoặc mã của một chương trình có sẵn.',
        `programme: ${programme}`,
        '',
        '# period: kỳ của biểu mẫu mới khi không ghi --period. Sang kỳ mới thì sửa ở đây.',
        `period: ${period}`,
        '',
        '# lang: ngôn ngữ khi không ghi --lang: vi (tiếng Việt) hoặc en (tiếng Anh).',
        'lang: vi',
        '',
      ].join('\n'),
    opening: [
      '',
      'Chương trình báo cáo: sửa tệp này cho đúng kế hoạch của địa phương, rồi kiểm tra bằng',
      '  aggregate programme check',
      'Dòng bắt đầu bằng # là lời giải thích. Thụt đầu dòng bằng dấu cách, không dùng phím Tab.',
      'Ví dụ của từng loại chỉ tiêu, quy tắc, mục tiêu ở tệp vi-du.yaml bên cạnh.',
    ].join('\n'),
    explained: {
      id: 'id: mã của chương trình, ghi trong mọi biểu mẫu; không dấu, không dấu cách. Đã gửi biểu mẫu thì không đổi nữa.',
      version: 'version: sửa chỉ tiêu sau khi đã gửi biểu mẫu thì tăng lên 1.',
      title: 'title: tên chương trình in trên biểu mẫu và báo cáo, tiếng Việt (vi) và tiếng Anh (en).',
      source: 'source: số, ngày của kế hoạch.',
      extends: 'extends: tệp danh mục chỉ tiêu dùng chung, ở cùng thư mục này.',
      valid: 'valid: thời gian của chương trình, từ ngày (from) đến trước ngày (until).',
      calendar:
        'calendar: ngày bắt đầu năm báo cáo (tháng-ngày): "12-15" theo Nghị định 09/2019/NĐ-CP, "01-01" theo năm lịch.\ndays-off, days-worked: ngày nghỉ, ngày làm bù riêng của tỉnh; ngày lễ theo luật đã có sẵn.',
      asks: 'asks: các kỳ phải báo cáo: quarter (quý), half (6 tháng), nine-months (9 tháng), year (năm), review (cả giai đoạn).',
      levels: 'levels: các cấp đơn vị, từ trên xuống: province (tỉnh), district (huyện), commune (xã).',
      reporters:
        'reporters: ai báo cáo. Theo cấp, hoặc theo mã sở, ngành trong units.csv; body là mọi sở, ngành còn lại.\ndeadline: hạn nộp, số ngày làm việc sau khi hết kỳ. form: tên biểu in ở góc.',
      'grace-days': 'grace-days: số ngày được nộp chậm mà chưa coi là chậm.',
      scope: 'scope: all là mọi đơn vị; hoặc danh sách mã đơn vị nếu kế hoạch chỉ làm ở một số nơi.',
      limits:
        'limits: các ngưỡng khi kiểm tra. jump: thay đổi quá số phần trăm này so với cùng kỳ, và khác hẳn các đơn vị khác, thì hỏi lại.\nminCoverage: phần đơn vị đã trả lời, từ mức này thì xét mục tiêu.',
      checks: 'checks: off (không xét), warning (luôn nhắc), explain (có ghi chú là đủ).',
      heading:
        'heading: tên cơ quan, ký hiệu văn bản, nơi lập, chức vụ và quyền hạn (authority) của người ký, nơi nhận.',
      groups: 'groups: các nhóm chỉ tiêu, mỗi nhóm một đề mục trên biểu.',
      indicators:
        'indicators: các chỉ tiêu phải hỏi: mã trong catalogue.yaml, hoặc chỉ tiêu riêng (xem vi-du.yaml). Bỏ mã nào thì thôi hỏi chỉ tiêu đó.',
      questions: 'questions: câu hỏi trả lời bằng lời, ở trang Thuyết minh.',
      reports:
        'reports: báo cáo Word (--word): trích yếu (title), căn cứ (basis), đề cương riêng nếu có (outline).',
      phrases: 'phrases: câu của báo cáo Word, thay cho câu cùng mã trong catalogue.yaml.',
      rules: 'rules: quan hệ mà số liệu phải thỏa mãn, ngoài các quy tắc trong catalogue.yaml.',
      targets:
        'targets: mục tiêu của kế hoạch: công thức (of), so sánh (compare), mức phải đạt (threshold), hạn (due).',
    },
  },
  en: {
    askProgramme: 'Which programme shall be the model?',
    askProvince: 'Which province?',
    otherProvince: 'Another province',
    askProvinceName: 'Name of the province (such as: Tỉnh Vĩnh Long): ',
    choose: (count) => `Type a number from 1 to ${count} and press Enter (1 if none): `,
    notAChoice: (typed, count) => `“${typed}” is not a number from 1 to ${count}.`,
    made: (m) => [
      `Workspace made: ${m.folder}`,
      `  programme   ${m.programme} (adapt it to your plan)`,
      `  forms       ${m.forms} (${m.formCount} blank forms for the ${sayPeriod(m.period, 'en')}, to be sent out)`,
      `  reports     ${m.reports} ${m.samples === 0 ? '(copy what you receive into it)' : `(${m.samples} sample reports to try with)`}`,
      ...(m.isOtherProvince
        ? [
            'Check and mend the units in chuong-trinh/units.csv, then make the forms again, before they are sent.',
            'Plan, signer and recipients are left open [… like this]; aggregate programme check names each place.',
          ]
        : []),
      ...(m.isAfterEnd
        ? [
            'The model programme has ended, so its last period is taken; change valid in programme.yaml if it goes on.',
          ]
        : []),
    ],
    exampleUnit,
    next: 'The next three commands:',
    nextWords: [
      'check the programme after changing it',
      'see who has reported and who has not',
      'consolidate once reports are in',
    ],
    workspaceFile: (programme, period) =>
      [
        '# yaml-language-server: $schema=workspace.schema.json',
        '# A workspace: every aggregate command that runs in this folder uses what stands below.',
        '',
        '# programme: a folder with programme.yaml, or the id of an installed programme.',
        `programme: ${programme}`,
        '',
        '# period: that of new forms where --period is not given. Change it when a new period begins.',
        `period: ${period}`,
        '',
        '# lang: the language where --lang is not given: vi (Vietnamese) or en (English).',
        'lang: en',
        '',
      ].join('\n'),
    opening: [
      '',
      'A reporting programme: adapt this file to your plan, then check it with',
      '  aggregate programme check',
      'Lines that begin with # explain. Indent with blanks, never with the Tab key.',
      'An example of each kind of indicator, rule and target is in vi-du.yaml beside this file.',
    ].join('\n'),
    explained: {
      id: 'id: of the programme, in every form; plain letters, no blanks. Once forms are out it no longer changes.',
      version: 'version: add 1 when indicators change after forms are out.',
      title: 'title: printed on forms and report, in Vietnamese (vi) and English (en).',
      source: 'source: number and date of the plan.',
      extends: 'extends: the catalogue of shared indicators, in this folder.',
      valid: 'valid: the days of the programme, from the one (from) to before the other (until).',
      calendar:
        'calendar: the day on which the reporting year starts (month-day): "12-15" by decree 09/2019/NĐ-CP, "01-01" for calendar years.\ndays-off, days-worked: days off and days worked of the province alone; holidays by law are known.',
      asks: 'asks: the periods to be reported: quarter, half, nine-months, year, review (several years).',
      levels: 'levels: of units, from the top: province, district, commune.',
      reporters:
        'reporters: who reports. By level, or by the code of a department in units.csv; body is every other department.\ndeadline: working days after the period. form: the name printed in the corner.',
      'grace-days': 'grace-days: how many days late are not yet late.',
      scope: 'scope: all units, or a list of codes where the plan is carried out in some places only.',
      limits:
        'limits: thresholds of the checks. jump: a change of more than so many percent against last year, and unlike that of other units, is asked about.\nminCoverage: the share of units that answered from which targets are judged.',
      checks: 'checks: off, warning (always), explain (a note is enough).',
      heading:
        'heading: agency, symbol, place, signer and on whose behalf (authority), recipients of the report.',
      groups: 'groups: of indicators, each a heading on the form.',
      indicators:
        'indicators: what is asked: codes of catalogue.yaml, or indicators of your own (see vi-du.yaml). A code left out is no longer asked.',
      questions: 'questions: to be answered in words, on the sheet Thuyết minh.',
      reports:
        'reports: the Word report (--word): its title, the document it rests on (basis), an outline of its own.',
      phrases: 'phrases: sentences of the Word report, in place of those of the same code in catalogue.yaml.',
      rules: 'rules: relations that numbers must satisfy, beside those of catalogue.yaml.',
      targets:
        'targets: of the plan: formula (of), comparison (compare), level to reach (threshold), when (due).',
    },
  },
}
