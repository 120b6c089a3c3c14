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
  /** What the program says of itself in ten lines, when it is called with nothing. */
  briefly: string
  examples: string
  exitCodes: string
  command: Readonly<
    Record<
      | 'init'
      | 'validate'
      | 'template'
      | 'status'
      | 'explain'
      | 'inspect'
      | 'programme'
      | 'programmeList'
      | 'programmeCheck'
      | 'completion',
      string
    >
  >
  argument: Readonly<
    Record<'folder' | 'files' | 'file' | 'dir' | 'indicator' | 'workspace' | 'shell', string>
  >
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
      | 'province'
      | 'shell'
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
      | 'word'
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
      | 'messages'
      | 'watch'
      | 'watchProgramme'
      | 'model'
      | 'province'
      | 'formsPeriod'
      | 'sample',
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
    briefly: [
      'aggregate tổng hợp báo cáo Excel của xã, huyện, sở, ngành thành một biểu để ký.',
      '',
      '  aggregate init                          tạo thư mục làm việc, biểu mẫu trắng',
      '  aggregate validate "Phường Tân An.xlsx" kiểm tra báo cáo: ô nào sai, sửa sao',
      '  aggregate status reports/2024-H1        ai đã nộp, ai nộp chậm, ai chưa nộp',
      '  aggregate reports/2024-H1               tổng hợp thành biểu để ký',
      '  aggregate explain reports/2024-H1 C01   một con số từ đâu ra, đến từng ô',
      '',
      'Mọi lệnh và tùy chọn: aggregate --help. In English: aggregate --lang en.',
    ].join('\n'),
    examples: [
      'Ví dụ:',
      '  aggregate template --all --period 2024-H1 --out gui-di  tạo biểu mẫu để gửi',
      '  aggregate validate "Phường Tân An.xlsx"                 kiểm tra một báo cáo',
      '  aggregate reports/2024-H1                               tổng hợp thư mục',
    ].join('\n'),
    exitCodes: 'Mã kết thúc: 0 xong, không có lỗi; 1 xong, số liệu có lỗi; 2 không chạy được.',
    command: {
      init: 'tạo thư mục làm việc: chương trình để sửa, biểu mẫu trắng, chỗ để báo cáo',
      validate: 'kiểm tra từng tệp báo cáo: sai gì, ở ô nào, sửa thế nào',
      template: 'tạo biểu mẫu trắng cho các đơn vị, xếp theo thư mục huyện',
      status: 'đơn vị nào đã nộp, nộp chậm, chưa nộp; soạn tin nhắn cho từng đơn vị',
      explain: 'cho biết một con số từ đâu ra, đến từng ô',
      inspect: 'xem chương trình đọc được gì trong một bảng tính',
      programme: 'các chương trình báo cáo',
      programmeList: 'liệt kê các chương trình hiện có',
      programmeCheck: 'kiểm tra các tệp khai báo của một chương trình',
      completion: 'in đoạn lệnh để phím Tab điền nốt lệnh và tùy chọn',
    },
    argument: {
      folder: 'thư mục chứa báo cáo của một kỳ, ví dụ reports/2024-H1',
      workspace: 'thư mục làm việc sẽ tạo, mặc định là thư mục hiện tại',
      shell: 'bash, zsh hoặc powershell',
      files: 'một hoặc nhiều tệp báo cáo',
      file: 'tệp bảng tính',
      indicator: 'mã chỉ tiêu hoặc mục tiêu, ví dụ C01, T07',
      dir: 'thư mục chứa programme.yaml, mặc định là chương trình của thư mục làm việc',
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
      province: 'tỉnh',
      shell: 'tên-shell',
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
      word: 'soạn thêm dự thảo báo cáo bằng lời (tệp Word, theo Nghị định 30/2020/NĐ-CP), cạnh biểu tổng hợp',
      jobs: 'số luồng cùng đọc tệp, mặc định theo số nhân của máy; 1: chỉ một luồng',
      noCache: 'đọc lại mọi tệp; lần chạy nào cũng vậy, vì chương trình không lưu bản đọc cũ',
      strict: 'bỏ cả tệp nếu tệp có lỗi',
      json: 'in kết quả dạng JSON cho chương trình khác',
      lang: 'ngôn ngữ: vi hoặc en (mặc định: như lang trong aggregate.yaml, không có thì vi)',
      maxSize: 'đọc cả tệp lớn hơn mức thường (64 MB), kể cả sau khi giải nén, đến số MB này',
      quiet: 'chỉ in kết quả cuối cùng',
      noColor: 'không dùng màu',
      all: 'mọi đơn vị phải báo cáo trong kỳ',
      unit: 'mã đơn vị (dùng được nhiều lần)',
      body: 'mã sở, ngành (dùng được nhiều lần)',
      outDir: 'thư mục ghi biểu mẫu',
      explainUnit: 'mã đơn vị cần xem, mặc định là toàn bộ',
      messages: 'ghi tin nhắn soạn sẵn cho từng đơn vị vào thư mục này',
      watch: 'theo dõi thư mục: có tệp mới thì kiểm tra và cập nhật bảng',
      watchProgramme: 'kiểm tra lại mỗi khi lưu tệp',
      model: 'chương trình dùng làm mẫu: mã, hoặc thư mục chứa programme.yaml',
      province: 'tên tỉnh, thành phố, mặc định là của chương trình mẫu',
      formsPeriod: 'kỳ của biểu mẫu trắng, mặc định là kỳ hiện nay',
      sample: 'kèm báo cáo mẫu của một tỉnh để tập làm',
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
    briefly: [
      'aggregate consolidates reports of communes, districts and departments in Excel.',
      '',
      '  aggregate init                          make a workspace with blank forms',
      '  aggregate validate "Phường Tân An.xlsx" what is wrong in a report, and where',
      '  aggregate status reports/2024-H1        who is late, who is missing',
      '  aggregate reports/2024-H1               make the workbook to sign',
      '  aggregate explain reports/2024-H1 C01   the cells behind a figure',
      '',
      'All commands and options: aggregate --help --lang en. Tiếng Việt: aggregate.',
    ].join('\n'),
    examples: [
      'Examples:',
      '  aggregate template --all --period 2024-H1 --out to-send  blank forms to send',
      '  aggregate validate "Phường Tân An.xlsx"                  check one report',
      '  aggregate reports/2024-H1                                consolidate a folder',
    ].join('\n'),
    exitCodes: 'Exit codes: 0 done, no errors; 1 done, errors in the data; 2 could not run.',
    command: {
      init: 'make a workspace: a programme to adapt, blank forms, a place for reports',
      validate: 'check reports file by file: what is wrong, in which cell, how to mend it',
      template: 'make blank forms, in folders by district',
      status: 'who has reported, who is late, who is missing; a message to each',
      explain: 'show where a figure comes from, down to the cells',
      inspect: 'show what is read in any spreadsheet',
      programme: 'the reporting programmes',
      programmeList: 'list the programmes',
      programmeCheck: 'check the files of a programme',
      completion: 'print the script by which the Tab key completes commands and options',
    },
    argument: {
      folder: 'folder with the reports of one period, such as reports/2024-H1',
      workspace: 'folder of the workspace; this one if not given',
      shell: 'bash, zsh or powershell',
      files: 'one or more reports',
      file: 'a spreadsheet',
      indicator: 'code of an indicator or target, such as C01, T07',
      dir: 'folder with programme.yaml; that of the workspace if not given',
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
      province: 'province',
      shell: 'shell',
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
      word: 'also draft the written report in Vietnamese (a Word file, laid out by Decree 30/2020), beside the workbook',
      jobs: 'threads that read files, by default as many as the machine has cores; 1: only one',
      noCache: 'read every file again; so does every run, since none keeps what was read before',
      strict: 'leave a file out whole if it has an error',
      json: 'print the result as JSON for other programs',
      lang: 'language: vi or en (default: lang in aggregate.yaml, else vi)',
      maxSize: 'also read files larger than usual (64 MB), unpacked too, up to this many MB',
      quiet: 'print only the final result',
      noColor: 'no colours',
      all: 'every unit that is asked in the period',
      unit: 'code of a unit (may be repeated)',
      body: 'id of a department (may be repeated)',
      outDir: 'folder for the forms',
      explainUnit: 'code of the unit; the whole if not given',
      messages: 'write a message to each unit concerned into this folder',
      watch: 'watch the folder: check each file as it arrives and update the table',
      watchProgramme: 'check again at each save',
      model: 'the programme to start from: its id, or a folder with programme.yaml',
      province: 'name of the province; that of the programme if not given',
      formsPeriod: 'period of the blank forms; the current one if not given',
      sample: 'with sample reports of a province to try with',
    },
  },
}
