/**
 * The tables that a database needs to make the figures again from the answers (`figures.sql`): those of the CSV with what
 * the program knows besides, the hierarchy and the list of indicators. Every row names its run's period, so that the
 * tables of many periods can be read as one.
 */

import { levelsIn } from '../expression/codes.ts'
import type {
  Expression,
  Figure,
  Finding,
  Indicator,
  Observations,
  Period,
  Programme,
  Receipt,
  Tree,
} from '../model.ts'
import { firstDay, printPeriod } from '../period.ts'
import { disputedAnswers } from '../rollup/answers.ts'
import type { Named } from '../rollup/disputed.ts'
import { figureKey } from '../rollup/figures.ts'
import { isCounted } from '../rollup/receipts.ts'
import { isCollected, slotKey } from '../slots.ts'
import { beganWithin } from '../units.ts'
import type { Field } from './csv.ts'
import type { ColumnType, TypedTable } from './parquet.ts'
import { figuresTable, observationRow, observationsTable } from './tables.ts'

/** The result of a run, as far as these tables go; without `parts` it was answered directly. */
type Result = Readonly<{
  programme: Programme
  period: Period
  tree: Tree
  observations: Observations
  figures: readonly Figure[]
  receipts: readonly Receipt[]
  findings: readonly Finding[]
  disputed: readonly Named[]
  parts: readonly unknown[]
}>

/** By file name without its ending; each is made when it is asked for. */
export function analysisTables(result: Result): Readonly<Record<string, () => TypedTable>> {
  return {
    observations: () => observations(result),
    figures: () => figures(result),
    units: () => units(result),
    indicators: () => indicators(result),
    disputes: () => disputes(result),
  }
}

function typed(columns: readonly (readonly [string, ColumnType])[], rows: TypedTable['rows']): TypedTable {
  return { header: columns.map(([name]) => name), types: columns.map(([, type]) => type), rows }
}

function figures({ figures: all, period, tree }: Result): TypedTable {
  const table = figuresTable(all, period, tree)
  const types: Readonly<Record<string, ColumnType>> = {
    value: 'number',
    own: 'number',
    reported: 'count',
    expected: 'count',
  }
  return { ...table, types: table.header.map((name) => types[name] ?? 'text') }
}

/**
 * The columns of the CSV, and of each answer: `run`, the period reported on; `stands`, its report is the one that counts;
 * `disputed`, somebody has reason to doubt it.
 */
function observations({ observations: all, receipts, findings, period }: Result): TypedTable {
  const { header } = observationsTable([])
  const standing = new Set(receipts.filter(isCounted).map((one) => `${printPeriod(one.period)} ${one.file}`))
  const disputed = disputedAnswers(findings)
  const run = printPeriod(period)
  const types: Readonly<Record<string, ColumnType>> = { value: 'decimal', counted: 'truth' }
  const counted = header.indexOf('counted')
  return {
    header: [...header, 'run', 'stands', 'disputed'],
    types: [...header.map((name) => types[name] ?? 'text'), 'text', 'truth', 'truth'],
    rows: Array.from(all, (one): readonly Field[] => {
      const stands = one.file !== null && standing.has(`${printPeriod(one.period)} ${one.file}`)
      const isDisputed = stands && disputed.get(one.file ?? '')?.has(slotKey(one)) === true
      const row = observationRow(one).map((field, column) => (column === counted ? one.counted : field))
      // Not by spreading, which leaves room for twice as many fields in each of half a million rows.
      return row.concat(run, stands, isDisputed)
    }),
  }
}

/** Figures in dispute for what was found about a whole area. Most runs have none. */
function disputes({ disputed, period }: Result): TypedTable {
  const columns = [
    ['run', 'text'],
    ['unit', 'text'],
    ['indicator', 'text'],
  ] as const
  const keys = new Map(disputed.map((one) => [figureKey(one.unit, one.indicator), one]))
  const rows = [...keys.keys()].sort().flatMap((key): Field[][] => {
    const one = keys.get(key)
    return one === undefined ? [] : [[printPeriod(period), one.unit, one.indicator]]
  })
  return typed(columns, rows)
}

/** `depth`: 0 for the top level, blank for sở, ngành. `composed`: the run put shorter periods together. */
function units({ tree, programme, period, parts }: Result): TypedTable {
  const columns = [
    ['run', 'text'],
    ['unit', 'text'],
    ['name', 'text'],
    ['level', 'text'],
    ['depth', 'count'],
    ['parent', 'text'],
    ['composed', 'truth'],
    ['since', 'text'],
  ] as const
  const first = firstDay(period, programme.yearStarts)
  const rows = tree.units.map((unit): readonly Field[] => {
    const { code, name, level, parent } = unit
    const depth = programme.levels.indexOf(level)
    const above = parent === null || tree.unit(parent) === null ? null : parent
    const at = depth < 0 ? null : depth
    return [printPeriod(period), code, name, level, at, above, parts.length > 0, beganWithin(unit, first)]
  })
  return typed(columns, rows)
}

/**
 * `counts`, of a reference: the depth of the level whose units it counts. `numerator`, `denominator`: of a ratio of two
 * indicators; blank where they are expressions, which no table can hold.
 */
function indicators({ programme, period }: Result): TypedTable {
  const columns = [
    ['run', 'text'],
    ['indicator', 'text'],
    ['type', 'text'],
    ['across_units', 'text'],
    ['decimals', 'count'],
    ['counts', 'count'],
    ['numerator', 'text'],
    ['denominator', 'text'],
    ['times', 'number'],
  ] as const
  const rows = programme.indicators.map((one): readonly Field[] => {
    const [numerator, denominator] = one.type === 'ratio' ? one.of.map(codeOf) : [null, null]
    const across = isCollected(one) ? one.acrossUnits : null
    const times = one.type === 'ratio' ? one.times : null
    return [
      printPeriod(period),
      one.code,
      one.type,
      across,
      one.decimals,
      countedDepth(one, programme.levels),
      numerator ?? null,
      denominator ?? null,
      times,
    ]
  })
  return typed(columns, rows)
}

const codeOf = (part: Expression): string | null => (part.kind === 'indicator' ? part.code : null)

/** Of `units('commune')` and nothing more. */
function countedDepth(indicator: Indicator, levels: readonly string[]): number | null {
  if (indicator.type !== 'reference' || indicator.value.kind !== 'call') return null
  const [level = ''] = levelsIn(indicator.value, ['units'])
  return levels.includes(level) ? levels.indexOf(level) : null
}
