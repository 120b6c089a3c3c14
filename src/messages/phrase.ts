/** What is wrong with a phrase of the written report, and how it is written. */

import type { Lang, PhraseProblem } from '../model.ts'
import { didYouMean } from './saying.ts'

type Sentences = Readonly<{
  [C in PhraseProblem['code']]: (problem: Extract<PhraseProblem, { code: C }>) => string
}>

const vi: Sentences = {
  unclosed: (p) => `dấu ${p.found} chưa có dấu đóng.`,
  unopened: (p) =>
    `dấu ${p.found} không có dấu mở. Số liệu viết trong {…}, phần chỉ nói khi có số viết trong […].`,
  nested: () => 'trong […] không được có […] khác.',
  'place-unknown': (p) =>
    `không hiểu {${p.found}}. Viết {D03} cho số liệu, {D01/K01} cho tử số và mẫu số, {D03 change} cho so với cùng kỳ, {whole} cho tỉnh hoặc thành phố, {commune} cho tên gọi các đơn vị của một cấp.`,
  'code-unknown': (p) => `không có {${p.found}}.${didYouMean.vi(p.near)}`,
  'name-or-code': (p) =>
    `{${p.found}} vừa là mã chỉ tiêu vừa là tên gọi; hãy viết {[${p.found}]} nếu là chỉ tiêu, đổi mã chỉ tiêu nếu là tên gọi.`,
  'no-figure': (p) =>
    `“${p.found}” không có số liệu nào, nên không biết khi nào thì nói. Thêm một số liệu, ví dụ {D03}.`,
  'figure-told': (p) => `câu này chỉ dùng khi ${p.found} không có số, nên không được có {${p.found}}.`,
}

const en: Sentences = {
  unclosed: (p) => `the ${p.found} is not closed.`,
  unopened: (p) =>
    `the ${p.found} closes nothing. Figures stand in {…}, what is said only of known figures in […].`,
  nested: () => 'there are no […] within […].',
  'place-unknown': (p) =>
    `{${p.found}} is not known. Write {D03} for a figure, {D01/K01} for a share, {D03 change} for the change since last year, {whole} for the province or city, {commune} for what units of a level are called.`,
  'code-unknown': (p) => `there is no {${p.found}}.${didYouMean.en(p.near)}`,
  'name-or-code': (p) =>
    `{${p.found}} is the code of an indicator and a name; write {[${p.found}]} for the indicator, or give it another code.`,
  'no-figure': (p) =>
    `“${p.found}” gives no figure, so it is not known when to say it. Add one, such as {D03}.`,
  'figure-told': (p) => `this form is for when ${p.found} has no number, so {${p.found}} cannot stand in it.`,
}

const WORDS: Readonly<Record<Lang, Sentences>> = { vi, en }

/** The second half of a sentence that quotes the phrase. */
export function sayPhraseProblem(problem: PhraseProblem, lang: Lang): string {
  const say = WORDS[lang][problem.code] as (problem: PhraseProblem) => string
  return say(problem)
}
