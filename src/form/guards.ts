/**
 * What a form says while it is filled in: what each cell takes, what the clerk is told there, and which cells turn
 * colour.
 */

import { rangesOf } from '../book.ts'
import { type FormWords, formWords } from '../messages/form.ts'
import type { Highlight, Validation } from '../page.ts'
import { columnWith, NOTE_HEADER, rangeBelow } from './layout.ts'
import { accepts, cellIsBroken, rulesAt, saysRight } from './live-check.ts'
import { checkedBy, type FormFor, type Open, openRows, requiredRanges } from './open-cells.ts'

/** Row of "Lần báo cáo", the first of the labelled cells; "Ngày báo cáo" is under it. */
const REVISION_ROW = 10

/** What the cells of a form take: the labelled ones on top, the answers, the notes. */
export function validations(form: FormFor, open: readonly Open[], words: FormWords): readonly Validation[] {
  return [...headValidations(words), ...numberValidations(form, open), ...noteValidations(form, words)]
}

function headValidations(words: FormWords): readonly Validation[] {
  const { errorTitle } = words
  return [
    {
      range: `D${REVISION_ROW}`,
      kind: 'custom',
      formula: `AND(ISNUMBER(D${REVISION_ROW}),D${REVISION_ROW}>=1,D${REVISION_ROW}=INT(D${REVISION_ROW}))`,
      promptTitle: words.revision,
      prompt: words.promptRevision,
      errorTitle,
      error: words.errorRevision,
    },
    {
      range: `D${REVISION_ROW + 1}`,
      kind: 'date',
      formula: '2010-01-01',
      promptTitle: words.received,
      prompt: words.promptDate,
      errorTitle,
      error: words.errorDate,
    },
  ]
}

/** One validation for each range of cells that take the same. */
function numberValidations(form: FormFor, open: readonly Open[]): readonly Validation[] {
  const kinds = new Map<string, Open[]>()
  for (const one of open) {
    const { type, decimals, min, max, measure } = one.typed
    const { as } = one.slot
    const key = [type === 'flag', decimals, min, max, measure.vi, as, one.isMatrix, one.column].join('|')
    kinds.set(key, [...(kinds.get(key) ?? []), one])
  }
  return [...kinds.values()].flatMap((same) => {
    const [first] = same as [Open]
    return rangesOf(
      same.map((one) => one.row),
      first.column,
    ).map((range) => numberValidation(range, first, form))
  })
}

function noteValidations({ layout }: FormFor, words: FormWords): readonly Validation[] {
  const rows = layout.rows.flatMap((row) => (row.kind === 'indicator' ? [row.row] : []))
  return rangesOf(rows, columnWith('note', layout)).map((range) => ({
    range,
    kind: 'custom',
    formula: `LEN(${firstIn(range)})<=1000`,
    promptTitle: NOTE_HEADER,
    prompt: words.promptNote,
    errorTitle: words.errorTitle,
    error: words.errorNote,
  }))
}

/** The first cell of a range, for which its formula is written. */
const firstIn = (range: string): string => range.split(':')[0] ?? range

/** What a range of equal cells accepts, and what the clerk is told on entering one. */
function numberValidation(
  range: string,
  { indicator, typed, slot, column, isMatrix }: Open,
  form: FormFor,
): Validation {
  const { layout, lang } = form
  const words = formWords[lang]
  const isTotal = slot.as === 'total'
  const isFlag = indicator.type === 'flag' && !isTotal
  const about = layout.columns.find((one) => one.column === column)?.about ?? null
  const measure = isFlag ? words.promptFlag : words.prompt(indicator.measure[lang], indicator.decimals)
  const prompt = [
    ...(isMatrix && about === null ? [words.promptProvince] : []),
    isTotal ? words.promptTotal : measure,
    ...(slot.as === 'check' ? [words.promptCheck] : []),
  ]
  return {
    range,
    kind: 'custom',
    formula: accepts(firstIn(range), typed),
    promptTitle: about?.name ?? (isMatrix ? words.provinceTitle : words.promptTitle),
    prompt: prompt.join(' '),
    errorTitle: words.errorTitle,
    error: isFlag ? words.errorFlag : words.error(indicator.decimals),
  }
}

/** Which cells turn colour: required ones still blank, wrong ones, and what the check column says. */
export function highlights(form: FormFor, open: readonly Open[], words: FormWords): readonly Highlight[] {
  const { layout } = form
  const blanks = requiredRanges(open, layout).map(
    (range): Highlight => ({ range, formula: `${firstIn(range)}=""`, mark: 'blank' }),
  )
  const range = rangeBelow('check', layout)
  const first = firstIn(range)
  const isRight = saysRight(first, words)
  return [
    ...brokenCells(form, open),
    ...blanks,
    { range, formula: `AND(${first}<>"",NOT(${isRight}))`, mark: 'wrong' },
    { range, formula: isRight, mark: 'right' },
  ]
}

/** In a row of many columns the check cannot say which one is wrong: the cell itself turns red. */
function brokenCells(form: FormFor, open: readonly Open[]): readonly Highlight[] {
  const { layout, programme } = form
  const matrix = new Set(open.filter((one) => one.isMatrix).map((one) => one.row))
  const rows = openRows(open)
  const by = checkedBy(form)
  return layout.rows.flatMap((row): readonly Highlight[] => {
    if (row.kind === 'group' || !matrix.has(row.row)) return []
    const rules = rulesAt(row.indicator, programme.rules)
    return (rows.get(row.row) ?? []).flatMap((one) => {
      const formula = cellIsBroken(one, rules, by)
      return formula === null ? [] : [{ range: one.cell, formula, mark: 'wrong' as const }]
    })
  })
}
