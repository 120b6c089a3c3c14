/** The words of `--help`, for every command and option, in both languages. */

import type { Lang } from '../model.ts'

export type HelpWords = Readonly<{
  usage: string
  arguments: string
  options: string
  globalOptions: string
  commands: string
  help: string
  version: string
  optionsPlaceholder: string
  commandPlaceholder: string
  about: string
  examples: string
  exitCodes: string
  command: Readonly<
    Record<
      | 'validate'
      | 'template'
      | 'status'
      | 'explain'
      | 'inspect'
      | 'programme'
      | 'programmeList'
      | 'programmeCheck',
      string
    >
  >
  argument: Readonly<Record<'folder' | 'files' | 'file' | 'dir' | 'indicator', string>>
  placeholder: Readonly<
    Record<
      | 'folder'
      | 'file'
      | 'dir'
      | 'period'
      | 'day'
      | 'path'
      | 'code'
      | 'lang'
      | 'programme'
      | 'indicator'
      | 'count',
      string
    >
  >
  option: Readonly<
    Record<
      | 'programme'
      | 'period'
      | 'asOf'
      | 'out'
      | 'export'
      | 'excelCsv'
      | 'strict'
      | 'marked'
      | 'return'
      | 'jobs'
      | 'noCache'
      | 'json'
      | 'lang'
      | 'maxSize'
      | 'quiet'
      | 'noColor'
      | 'all'
      | 'unit'
      | 'body'
      | 'outDir'
      | 'explainUnit'
      | 'messages',
      string
    >
  >
}>

export const helpWords: Readonly<Record<Lang, HelpWords>> = {
  vi: {
    usage: 'Cách dùng:',
    arguments: 'Tham số:',
    options: 'Tùy chọn:',
    globalOptions: 'Tùy chọn chung:',
    commands: 'Lệnh:',
    help: 'xem hướng dẫn này',
    version: 'xem phiên bản',
    optionsPlaceholder: '[tùy chọn]',
    commandPlaceholder: '[lệnh]',
    about:
      'Tổng hợp báo cáo Excel của xã, huyện, sở, ngành thành một biểu tổng hợp,\ntrong đó mỗi con số đều dẫn về ô gốc.',
    examples: [
      'Ví dụ:',
      '  aggregate template --all --period 2024-H1 --out gui-di   tạo biểu mẫu trắng để gửi',
      '  aggregate validate "Phường Tân An.xlsx"                  kiểm tra một báo cáo',
      '  aggregate reports/2024-H1                                tổng hợp cả thư mục',
    ].join('\n'),
    exitCodes: 'Mã kết thúc: 0 xong, không có lỗi; 1 xong, có lỗi trong số liệu; 2 không chạy được.',
    command: {
      validate: 'kiểm tra từng tệp báo cáo: sai gì, ở ô nào, sửa thế nào',
      template: 'tạo biểu mẫu trắng cho các đơn vị, xếp theo thư mục huyện',
      status: 'đơn vị nào đã nộp, nộp chậm, chưa nộp; soạn tin nhắn cho từng đơn vị',
      explain: 'cho biết một con số từ đâu ra, đến từng ô',
      inspect: 'xem chương trình đọc được gì trong một bảng tính',
      programme: 'các chương trình báo cáo',
      programmeList: 'liệt kê các chương trình hiện có',
      programmeCheck: 'kiểm tra các tệp khai báo của một chương trình',
    },
    argument: {
      folder: 'thư mục chứa báo cáo của một kỳ, ví dụ reports/2024-H1',
      files: 'một hoặc nhiều tệp báo cáo',
      file: 'tệp bảng tính',
      indicator: 'mã chỉ tiêu hoặc mục tiêu, ví dụ C01, T07',
      dir: 'thư mục chứa programme.yaml',
    },
    placeholder: {
      folder: 'thư-mục',
      file: 'tệp',
      dir: 'thư-mục',
      period: 'kỳ',
      day: 'ngày',
      path: 'đường-dẫn',
      code: 'mã',
      lang: 'vi|en',
      programme: 'chương-trình',
      indicator: 'mã-số',
      count: 'số',
    },
    option: {
      programme: 'mã chương trình, hoặc thư mục chứa programme.yaml',
      period: 'kỳ báo cáo: 2024-Q1, 2024-H1, 2024-9M, 2024, 2016..2020',
      asOf: 'ngày lập (năm-tháng-ngày), mặc định là hôm nay',
      out: 'tệp hoặc thư mục ghi kết quả, mặc định cạnh thư mục báo cáo',
      export: 'ghi thêm các bảng CSV và Parquet vào thư mục này',
      excelCsv: 'CSV để mở bằng Excel (có dấu nhận dạng UTF-8)',
      marked: 'ghi bản sao có đánh dấu các ô cần sửa (tệp .xlsx, hoặc thư mục)',
      return: 'ghi bản đánh dấu của mọi tệp có lỗi vào thư mục tra-lai để gửi lại đơn vị',
      jobs: 'số luồng cùng đọc tệp, mặc định theo số nhân của máy; 1: chỉ một luồng',
      noCache: 'đọc lại mọi tệp; lần chạy nào cũng vậy, vì chương trình không lưu bản đọc cũ',
      strict: 'bỏ cả tệp nếu tệp có lỗi',
      json: 'in kết quả dạng JSON cho chương trình khác',
      lang: 'ngôn ngữ: vi (mặc định) hoặc en',
      maxSize: 'đọc cả tệp lớn hơn mức thường (64 MB), kể cả sau khi giải nén, đến số MB này',
      quiet: 'chỉ in kết quả cuối cùng',
      noColor: 'không dùng màu',
      all: 'mọi đơn vị phải báo cáo trong kỳ',
      unit: 'mã đơn vị (dùng được nhiều lần)',
      body: 'mã sở, ngành (dùng được nhiều lần)',
      outDir: 'thư mục ghi biểu mẫu',
      explainUnit: 'mã đơn vị cần xem, mặc định là toàn bộ',
      messages: 'ghi tin nhắn soạn sẵn cho từng đơn vị vào thư mục này',
    },
  },
  en: {
    usage: 'Usage:',
    arguments: 'Arguments:',
    options: 'Options:',
    globalOptions: 'Global options:',
    commands: 'Commands:',
    help: 'show this help',
    version: 'show the version',
    optionsPlaceholder: '[options]',
    commandPlaceholder: '[command]',
    about:
      'Consolidates Excel reports of communes, districts and departments into one workbook\nin which every figure leads back to its cell.',
    examples: [
      'Examples:',
      '  aggregate template --all --period 2024-H1 --out to-send   blank forms to send out',
      '  aggregate validate "Phường Tân An.xlsx"                   check one report',
      '  aggregate reports/2024-H1                                 consolidate a folder',
    ].join('\n'),
    exitCodes: 'Exit codes: 0 done, no errors; 1 done, with errors in the data; 2 could not run.',
    command: {
      validate: 'check reports file by file: what is wrong, in which cell, how to mend it',
      template: 'make blank forms, in folders by district',
      status: 'who has reported, who is late, who is missing; a message to each',
      explain: 'show where a figure comes from, down to the cells',
      inspect: 'show what is read in any spreadsheet',
      programme: 'the reporting programmes',
      programmeList: 'list the programmes',
      programmeCheck: 'check the files of a programme',
    },
    argument: {
      folder: 'folder with the reports of one period, such as reports/2024-H1',
      files: 'one or more reports',
      file: 'a spreadsheet',
      indicator: 'code of an indicator or target, such as C01, T07',
      dir: 'folder with programme.yaml',
    },
    placeholder: {
      folder: 'folder',
      file: 'file',
      dir: 'dir',
      period: 'period',
      day: 'day',
      path: 'path',
      code: 'code',
      lang: 'vi|en',
      programme: 'programme',
      indicator: 'indicator',
      count: 'number',
    },
    option: {
      programme: 'a programme’s id, or a folder with programme.yaml',
      period: 'period: 2024-Q1, 2024-H1, 2024-9M, 2024, 2016..2020',
      asOf: 'day of the run (year-month-day); today if not given',
      out: 'file or folder for the result; beside the folder of reports if not given',
      export: 'also write CSV and Parquet tables to this folder',
      excelCsv: 'CSV to be opened in Excel (with a UTF-8 mark)',
      marked: 'write a copy with the cells to mend marked (an .xlsx file, or a folder)',
      return: 'write marked copies of all files with findings into the folder tra-lai',
      jobs: 'threads that read files, by default as many as the machine has cores; 1: only one',
      noCache: 'read every file again; so does every run, since none keeps what was read before',
      strict: 'leave a file out whole if it has an error',
      json: 'print the result as JSON for other programs',
      lang: 'language: vi (default) or en',
      maxSize: 'also read files larger than usual (64 MB), unpacked too, up to this many MB',
      quiet: 'print only the final result',
      noColor: 'no colours',
      all: 'every unit that is asked in the period',
      unit: 'code of a unit (may be repeated)',
      body: 'id of a department (may be repeated)',
      outDir: 'folder for the forms',
      explainUnit: 'code of the unit; the whole if not given',
      messages: 'write a message to each unit concerned into this folder',
    },
  },
}
