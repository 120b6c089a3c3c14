/** `aggregate explain <folder> <indicator>`: where a figure comes from, as a tree down to the cells. */

import { foldedCode } from '../code.ts'
import { codeInSource } from '../expression/infix.ts'
import { sayExpression } from '../expression/say.ts'
import { CannotRun } from '../files.ts'
import { type ExplainWords, explainWords } from '../messages/explain.ts'
import { expressionWords } from '../messages/expression.ts'
import { type Names, namesOf } from '../messages/index.ts'
import { markWords } from '../messages/mark.ts'
import { sayNumber, sayPeriod } from '../messages/number.ts'
import { doubtsOn, sayStanding, sayValue, targetWords } from '../messages/target.ts'
import type { Figure, Indicator, Lang, Unit } from '../model.ts'
import { nearest } from '../nearest.ts'
import { printPeriod } from '../period.ts'
import type { Consolidated } from '../pipeline.ts'
import { type Explainable, type Explained, explainFigure, explainTarget } from '../report/explain.ts'
import { decimalsIn } from '../report/material.ts'
import { isWithoutPair } from '../report/ratio-formula.ts'
import { figuresByKey } from '../rollup/figures.ts'
import { isCollected } from '../slots.ts'
import { consolidated, type RunOptions } from './run.ts'
import { type Common, type Io, type Paint, paintFor } from './terminal.ts'

export type ExplainOptions = Pick<RunOptions, 'programme' | 'period' | 'asOf'> &
  Common &
  Readonly<{ unit?: string }>

/** @param code of an indicator or a target @returns 0 */
export async function explain(
  folder: string,
  code: string,
  options: ExplainOptions,
  io: Io,
): Promise<number> {
  const { result } = await consolidated(folder, { ...options, strict: false }, io)
  const unit = unitCalled(options.unit, result)
  const tree = explainedIn(code, unit, result)
  if (options.json) io.out(`${JSON.stringify(facts(tree))}\n`)
  else io.out(`${textOf(tree, result, options.lang, paintFor(io, options))}\n`)
  return 0
}

/** What a run explains of one figure or target of one unit, as it stands on a terminal. */
export function explainedText(
  code: string,
  unit: Unit,
  result: Consolidated,
  lang: Lang,
  paint: Paint,
): string {
  return textOf(explainedIn(code, unit, result), result, lang, paint)
}

function textOf(tree: Explained, result: Consolidated, lang: Lang, paint: Paint): string {
  const names = namesOf(result.programme, lang, result.tree, result.period)
  return linesOf(tree, { names, words: explainWords[lang], paint, result }).join('\n')
}

function unitCalled(code: string | undefined, { tree }: Consolidated): Unit {
  const root = tree.roots[0]
  const found = code === undefined ? root : tree.unit(code)
  if (found == null) {
    const known = tree.units.map((one) => one.code)
    throw new CannotRun({ code: 'unit-unknown', found: code ?? '', near: nearest(code ?? '', known) })
  }
  return found
}

function explainedIn(code: string, unit: Unit, result: Consolidated): Explained {
  const { programme, period, tree, slots, beside, listed, extras, observations, targets } = result
  const figures = figuresByKey(result.figures)
  const from: Explainable = {
    period,
    tree,
    indicators: programme.indicators,
    figures,
    slots,
    beside,
    listed,
    extras,
    observations,
  }
  const typed = code.replace(/^\[([^[\]]*)\]$/, '$1')
  const wanted = foldedCode(typed)
  const target = programme.targets.find((one) => foldedCode(one.code) === wanted)
  const standing = targets.find((one) => one.target === target?.code && one.unit === unit.code)
  if (target !== undefined && standing !== undefined) return explainTarget(target, standing, unit, from)
  const indicator = programme.indicators.find((one) => foldedCode(one.code) === wanted)
  const explained = indicator === undefined ? null : explainFigure(indicator.code, unit, from)
  if (explained !== null) return explained
  const known = [...programme.indicators, ...programme.targets].map((one) => one.code)
  throw new CannotRun({ code: 'indicator-unknown', found: code, near: nearest(typed, known) })
}

type Answer = Extract<Explained, { kind: 'answer' }>

type Saying = Readonly<{ names: Names; words: ExplainWords; paint: Paint; result: Consolidated }>

/** The tree as lines: what stands beneath is indented with a branch. */
function linesOf(node: Explained, say: Saying): readonly string[] {
  const below = 'below' in node ? node.below : []
  const [only] = below
  // A unit whose figure is one answer is one line.
  if (node.kind === 'figure' && below.length === 1 && only?.kind === 'answer' && only.below.length === 0)
    return [leafLine(node.unit, node.figure, only, say)]
  return [
    headOf(node, say),
    ...below.flatMap((one, index) => {
      const isLast = index === below.length - 1
      const [first = '', ...rest] = linesOf(one, say)
      return [`${isLast ? '└─ ' : '├─ '}${first}`, ...rest.map((line) => `${isLast ? '   ' : '│  '}${line}`)]
    }),
  ]
}

function headOf(node: Explained, say: Saying): string {
  const { names, words, paint, result } = say
  switch (node.kind) {
    case 'none':
      return `${names.indicator(node.indicator.code)} · ${names.unitSince(node.unit.code)}: ${words.nobodyAsked}`
    case 'answer':
      return answerText(node, say)
    case 'beyond':
      return `${words.beyond}, ${node.unit.name}: ${sayNumber(node.value, names.lang)}`
    case 'figure': {
      const { indicator, unit, figure } = node
      const of =
        indicator.type === 'ratio'
          ? ` ${words.numerator(
              `${indicator.of
                .map((part) => sayExpression(part, codeInSource, expressionWords[names.lang]))
                .join(' / ')}${indicator.times === 1 ? '' : ` × ${indicator.times}`}`,
            )}`
          : indicator.type === 'reference'
            ? ` (${words.fromUnitList})`
            : ''
      return `${titleOf(unit, figure, say)}${of}`
    }
    case 'target': {
      const { target, result: standing, unit } = node
      const said = target.of
        .map((part) => sayExpression(part, codeInSource, expressionWords[names.lang]))
        .join(' / ')
      const value =
        sayValue(target, standing.value, decimalsIn(target, result.programme), names.lang) || words.noValue
      const promised = targetWords[names.lang].threshold(target)
      const stands = `${sayStanding(target, standing, names.lang)} (${standing.reported}/${standing.expected})${doubtsOn(standing, names.lang)}`
      return `${paint.bold(target.code)} ${target.name[names.lang]} · ${names.unitSince(unit.code)}: ${paint.bold(value)} ${words.numerator(said)}; ${words.threshold} ${promised}; ${words.result}: ${stands}`
    }
  }
}

/** A unit that answered for itself needs no second name; where another office speaks of it, that one is named. */
function leafLine(unit: Unit, figure: Figure, only: Answer, say: Saying): string {
  const title = titleOf(unit, figure, say)
  const { answer } = only
  if (answer.reporter !== unit.code) return `${title} · ${answerText(only, say)}`
  const place = answer.submission === null ? [] : [say.paint.place(placeIn(answer.submission, answer.cell))]
  return [title, ...(answer.state === 'value' ? [] : [say.words[STATES[answer.state]]]), ...place].join(' · ')
}

const STATES = { blank: 'missing', unreadable: 'unreadable', x: 'notApplicable' } as const

/** A ratio with its digits; an average has more than answers have. */
const rounded = (value: number, indicator: Indicator | undefined): number =>
  Number(value.toFixed(indicator?.type === 'ratio' ? indicator.decimals : 4))

/** `Quận Ninh Kiều · C01: 312 người, 13/13, tạm tính, …` */
function titleOf(unit: Unit, figure: Figure, { names, words, paint, result }: Saying): string {
  const indicator = result.programme.indicators.find(({ code }) => code === figure.indicator)
  const measure = indicator?.measure[names.lang] ?? ''
  const number =
    figure.value === null
      ? words.noValue
      : `${sayNumber(rounded(figure.value, indicator), names.lang)} ${measure}`
  const coverage = figure.expected === 0 ? [] : [`${figure.reported}/${figure.expected}`]
  const isPlain = figure.basis === 'computed' || indicator === undefined || !isCollected(indicator)
  const known = { figures: figuresByKey(result.figures), tree: result.tree }
  const isWithout = indicator?.type === 'ratio' && isWithoutPair(indicator, unit, known)
  const marks = [
    ...coverage,
    words.status[figure.status],
    ...(isPlain ? [] : [words.basis[figure.basis]]),
    ...(figure.mark === null ? [] : [markWords[names.lang][figure.mark]]),
    ...(isWithout ? [words.noPair] : []),
  ]
  const mark =
    figure.status === 'disputed' ? paint.error : figure.status === 'provisional' ? paint.warning : paint.done
  return `${names.unitSince(unit.code)} · ${figure.indicator}: ${paint.bold(number)} ${mark(`[${marks.join('; ')}]`)}`
}

function answerText(node: Answer, say: Saying): string {
  const { answer, role, made, counts, period } = node
  const { names, words, paint, result } = say
  const roles = {
    own: words.own,
    beside: counts ? words.beside : words.besideListed,
    check: words.check,
    total: counts ? words.total : words.totalCompared,
    less: words.less,
  }
  const when = printPeriod(period) === printPeriod(result.period) ? '' : ` (${sayPeriod(period, names.lang)})`
  const who = `${names.unit(answer.reporter)}${when}`
  const said = answer.state === 'value' ? sayNumber(answer.value, names.lang) : words[STATES[answer.state]]
  const how = made === null ? [] : [words.made[made]]
  const dispute = answer.isDisputed ? [paint.error(words.disputed)] : []
  const place =
    made === null && answer.submission !== null ? [paint.place(placeIn(answer.submission, answer.cell))] : []
  return [`${roles[role]}, ${who}: ${said}`, ...how, ...dispute, ...place].join(' · ')
}

const placeIn = ({ file, sheet }: Readonly<{ file: string; sheet: string }>, cell: string | null): string =>
  [file, sheet, ...(cell === null ? [] : [cell])].join(' › ')

/** The tree for programs: places as text, no nested submissions. */
function facts(node: Explained): object {
  const below = 'below' in node ? node.below.map(facts) : []
  switch (node.kind) {
    case 'figure':
      return { kind: node.kind, ...node.figure, below }
    case 'none':
      return { kind: node.kind, unit: node.unit.code, indicator: node.indicator.code }
    case 'target':
      return { kind: node.kind, ...node.result, below }
    case 'beyond': {
      const { kind, unit, indicator, value } = node
      return { kind, unit: unit.code, indicator: indicator.code, value, below }
    }
    case 'answer': {
      const { reporter, about, indicator, value, state, cell, submission, isDisputed } = node.answer
      const { file = null, sheet = null } = submission ?? {}
      const { role, made, counts } = node
      const period = printPeriod(node.period)
      return {
        kind: node.kind,
        role,
        period,
        reporter,
        about,
        indicator,
        value,
        state,
        made,
        counts,
        disputed: isDisputed,
        file,
        sheet,
        cell,
        below,
      }
    }
  }
}
