/**
 * A form as a workbook to write: `Hướng dẫn`, `Số liệu`, `Thuyết minh`, `_meta`.
 *
 * Blank when it is sent out; with content when we fill it ourselves (moved into a fresh form, or a fixture).
 */

import { formWords } from '../messages/form.ts'
import { sayDay, sayPeriod } from '../messages/number.ts'
import type { Day, Lang, Period, Programme, Tree, Unit } from '../model.ts'
import { cell, type Page, type PageRow, type Pages, type Role } from '../page.ts'
import { firstDay, lastDay, printPeriod } from '../period.ts'
import { headingOn } from '../programme/dated.ts'
import { deadlineOf } from '../programme/deadline.ts'
import { type Asked, isBody } from '../slots.ts'
import { BLANK, dataPage, type FormContent } from './blank-data.ts'
import { GUIDE_SHEET, layoutOf, META_SHEET, TEXT_SHEET } from './layout.ts'
import type { FormFor } from './open-cells.ts'

/**
 * The form of one reporter for one period.
 *
 * @param content what stands in its open cells; nothing for a blank form
 */
export function formPages(
  asked: Asked,
  programme: Programme,
  tree: Tree,
  period: Period,
  lang: Lang = 'vi',
  content: FormContent = BLANK,
): Pages {
  const layout = layoutOf(asked, programme, tree)
  const parent = asked.unit.parent === null ? null : tree.unit(asked.unit.parent)
  const form: FormFor = {
    layout,
    programme,
    period,
    formCode: asked.duty.form,
    parent,
    receiver: receiverOf(asked.unit, parent, programme, tree.on, lang),
    lang,
  }
  return {
    title: `${asked.duty.form} - ${asked.unit.name} - ${printPeriod(period)}`,
    pages: [
      guidePage(form, asked),
      dataPage(form, content),
      ...(layout.questions.length > 0 ? [textPage(form, content)] : []),
      metaPage(form),
    ],
  }
}

/**
 * A reporter sends to the unit above it where that one reports too; else to the agency that consolidates. The agency's
 * own form stays in the house.
 */
function receiverOf(reporter: Unit, parent: Unit | null, programme: Programme, day: Day, lang: Lang): string {
  const { agency } = headingOn(day, programme)
  if (isBody(reporter) && reporter.name.toUpperCase() === agency.toUpperCase())
    return formWords[lang].ownDesk(reporter.name)
  const isReporter = parent !== null && programme.reporters[parent.level] !== undefined
  return isReporter ? `UBND ${inSentence(parent.name)}` : agency
}

/** "Huyện Cờ Đỏ" is written "huyện Cờ Đỏ" inside a sentence. */
const inSentence = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

function guidePage(form: FormFor, asked: Asked): Page {
  const { layout, programme, period, lang } = form
  const words = formWords[lang]
  const last = lastDay(period, programme.yearStarts)
  const deadline = deadlineOf(asked.duty, period, programme)
  const lines = words.guide({
    reporter: asked.unit.name,
    period: sayPeriod(period, lang),
    first: sayDay(firstDay(period, programme.yearStarts), lang),
    last: sayDay(last, lang),
    deadline: sayDay(deadline.day, lang),
    areHolidaysKnown: deadline.areHolidaysKnown,
    receiver: form.receiver,
    typesTotals: layout.columns.some((column) => column.role === 'total'),
    matrix: layout.columns.some((column) => column.role === 'about'),
    compares: layout.slots.some((slot) => slot.as === 'check'),
  })
  const legend: readonly (readonly [Role, string])[] = [
    ['input', words.legendInput],
    ['blank-mark', words.legendBlank],
    ['locked', words.legendLocked],
    ['error', words.legendWrong],
  ]
  const rows: PageRow[] = [
    { cells: [cell(words.guideTitle, 'title'), null] },
    { cells: [] },
    ...lines.map((line, index) => ({
      cells: [cell(index + 1, 'text-centred'), cell(line, 'text')],
    })),
    { cells: [] },
    { cells: [null, cell(words.legend, 'form-code')] },
    ...legend.map(([role, text]) => ({ cells: [cell(null, role), cell(text, 'plain')], height: 20 })),
  ]
  return {
    name: GUIDE_SHEET,
    state: 'visible',
    widths: [8, 96],
    rows,
    merges: ['A1:B1'],
    guarded: true,
    air: 6,
    print: { orientation: 'portrait', repeat: null, area: null, numbered: false },
  }
}

function textPage(form: FormFor, content: FormContent): Page {
  const { layout, lang } = form
  const words = formWords[lang]
  return {
    name: TEXT_SHEET,
    state: 'visible',
    widths: [6, 34, 90],
    rows: [
      { cells: [cell(words.questionsTitle, 'title'), null, null] },
      { cells: [cell(words.reporter(layout.reporter.name), 'subtitle'), null, null] },
      { cells: [] },
      { cells: ['Mã', words.question, words.answer].map((text) => cell(text, 'header')) },
      ...layout.questions.map((question) => ({
        cells: [
          cell(question.code, 'text-centred'),
          cell(question.name[lang], 'text'),
          cell(content.text(question.code), 'input-text'),
        ],
        height: 90,
      })),
    ],
    merges: ['A1:C1', 'A2:C2'],
    validations: [
      {
        range: `C5:C${4 + layout.questions.length}`,
        kind: 'custom',
        formula: 'LEN(C5)<=10000',
        promptTitle: words.answer,
        prompt: words.answerPrompt,
        errorTitle: words.errorTitle,
        error: words.errorText,
      },
    ],
    guarded: true,
    print: { orientation: 'landscape', repeat: '4:4', area: null, numbered: false },
  }
}

/** What the form says of itself, for the reader: never seen by the clerk. */
function metaPage(form: FormFor): Page {
  const { layout, programme, period } = form
  const kind = isBody(layout.reporter) ? 'body' : layout.reporter.level
  const entries: readonly (readonly [string, string])[] = [
    ['programme', programme.id],
    ['version', String(programme.version)],
    ['form', kind],
    ['unit', layout.reporter.code],
    ['period', printPeriod(period)],
    ['revision', '1'],
    ['layout', layout.hash],
  ]
  return {
    name: META_SHEET,
    state: 'very-hidden',
    widths: [14, 40],
    rows: entries.map(([key, value]) => ({ cells: [cell(key, 'plain'), cell(value, 'plain')] })),
    guarded: true,
  }
}
