/** How a form was recognised, in words: what names its unit, and what its period was taken from. */

import type { Clue, Fault, Lang } from '../model.ts'
import type { Names } from './index.ts'

type Sources = Readonly<Record<Clue['by'], (found: string) => string>>

const VI: Sources = {
  meta: (found) => `thông tin nhận dạng ghi mã đơn vị “${found}”`,
  code: (found) => `tên tệp có mã “${found}”`,
  heading: (found) => `dòng “Đơn vị báo cáo” ghi “${found}”`,
  office: (found) => `đầu biểu ghi “${found}”`,
  file: (found) => `tên tệp là “${found}”`,
  folder: (found) => `thư mục là “${found}”`,
  sheet: (found) => `tên trang là “${found}”`,
  container: (found) => `biểu tổng hợp “${found}” đã ghi là chưa rõ của đơn vị nào`,
}

const EN: Sources = {
  meta: (found) => `it holds the unit code “${found}”`,
  code: (found) => `the file name holds the code “${found}”`,
  heading: (found) => `the line “Đơn vị báo cáo” says “${found}”`,
  office: (found) => `its top says “${found}”`,
  file: (found) => `the file is called “${found}”`,
  folder: (found) => `the folder is called “${found}”`,
  sheet: (found) => `the sheet is called “${found}”`,
  container: (found) => `the consolidated workbook “${found}” says that whose it is is not clear`,
}

export const clueVi = ({ by, found }: Clue): string => VI[by](found)
export const clueEn = ({ by, found }: Clue): string => EN[by](found)

type PeriodSources = Readonly<
  Record<Extract<Fault, { code: 'form-guessed' }>['periodBy']['by'], (found: string) => string>
>

export const periodByVi: PeriodSources = {
  line: (found) => `dòng kỳ ghi “${found}”`,
  run: () => 'kỳ lấy theo thư mục hoặc tùy chọn --period',
  meta: () => 'kỳ lấy theo thông tin nhận dạng',
}

export const periodByEn: PeriodSources = {
  line: (found) => `the line of the period says “${found}”`,
  run: () => 'the period is that of the folder or of --period',
  meta: () => 'the period is what the form says of itself',
}

/** What of the form's own information is missing or unreadable. */
export const broken: Readonly<
  Record<Lang, (part: Extract<Fault, { code: 'form-guessed' }>['broken']) => string>
> = {
  vi: (part) =>
    part === null
      ? 'Tệp không có thông tin nhận dạng biểu mẫu.'
      : `Thông tin nhận dạng của biểu không đủ: ${part.key} ${part.found === '' ? 'để trống' : `là “${part.found}”`}.`,
  en: (part) =>
    part === null
      ? 'The file does not say what form it is.'
      : `What the form says of itself is not complete: ${part.key} is ${part.found === '' ? 'blank' : `“${part.found}”`}.`,
}

/** What a clue says, and the units it names; an office below that doubted it names none. */
export function clueSaid(clue: Clue, names: Names, lang: Lang): string {
  const said = { vi: VI, en: EN }[lang][clue.by](clue.found)
  return clue.by === 'container' ? said : `${said}, ${meant(clue, names, lang)}`
}

/** The units a clue may mean, each with where it lies: units of one name are told apart by that. */
function meant({ units }: Clue, names: Names, lang: Lang): string {
  const words = {
    vi: ['không có trong danh mục đơn vị', 'là', 'hoặc'],
    en: ['not in the list of units', 'that is', 'or'],
  }
  const [nobody = '', is = '', or = ''] = words[lang]
  if (units.length === 0) return nobody
  const shown = units.slice(0, 4).map(({ code, within }) => {
    const place = within === null ? '' : `, ${names.unit(within)}`
    return `${names.unit(code)} (${code}${place})`
  })
  return `${is} ${shown.join(` ${or} `)}${units.length > 4 ? ' …' : ''}`
}
