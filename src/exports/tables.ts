/** The result as tables for programs; column names, order and tokens are relied on from outside. */

import { sourceOf } from '../expression/infix.ts'
import { type Names, sentenceOf } from '../messages/index.ts'
import type {
  Expression,
  Figure,
  Finding,
  Observation,
  Observations,
  Period,
  Receipt,
  Target,
  TargetResult,
  Tree,
} from '../model.ts'
import { printPeriod } from '../period.ts'
import type { CsvTable, Field } from './csv.ts'

export function figuresTable(figures: readonly Figure[], period: Period, tree: Tree): CsvTable {
  const label = printPeriod(period)
  return {
    header: 'period,unit,level,indicator,value,own,reported,expected,status,basis,mark'.split(','),
    rows: figures.map((one) => [
      label,
      one.unit,
      tree.unit(one.unit)?.level ?? null,
      one.indicator,
      one.value,
      one.own,
      one.reported,
      one.expected,
      one.status,
      one.basis,
      one.mark,
    ]),
  }
}

export function observationsTable(observations: Observations): CsvTable {
  return {
    header: 'period,unit,indicator,value,reporter,as,state,counted,file,sheet,cell'.split(','),
    rows: Array.from(observations, observationRow),
  }
}

export function observationRow(one: Observation): readonly Field[] {
  return [
    printPeriod(one.period),
    one.about,
    one.indicator,
    one.value,
    one.reporter,
    one.as,
    one.state,
    one.counted ? 'yes' : 'no',
    one.file,
    one.sheet,
    one.cell,
  ]
}

export function findingsTable(findings: readonly Finding[], names: Names): CsvTable {
  return {
    header: 'severity,code,file,sheet,cell,unit,indicator,message,note,waived,period'.split(','),
    rows: findings.map((finding) => {
      const { what, fix } = sentenceOf(finding, names)
      const { severity, fault, file, sheet, cell, unit, indicator, note, waived, period } = finding
      const place = [file, sheet, cell, unit, indicator]
      const settled = waived === undefined ? null : `${waived.by}: ${waived.why}`
      return [
        severity,
        fault.code,
        ...place,
        `${what} ${fix}`,
        note ?? null,
        settled,
        period === undefined ? null : printPeriod(period),
      ]
    }),
  }
}

export function submissionsTable(receipts: readonly Receipt[]): CsvTable {
  return {
    header: 'period,reporter,level,status,received,days-late,file,sha256,revision'.split(','),
    rows: receipts.map((one) => [
      printPeriod(one.period),
      one.reporter,
      one.level,
      one.standing,
      one.received,
      one.daysLate,
      one.file,
      one.sha256,
      one.revision,
    ]),
  }
}

/** `threshold` as the plan set it; two of them as `3..5`, which no spreadsheet takes for a day. */
export function targetsTable(
  results: readonly TargetResult[],
  period: Period,
  targets: readonly Target[],
): CsvTable {
  const label = printPeriod(period)
  const parts = new Map(targets.map(({ code, of }) => [code, of]))
  const thresholds = new Map(targets.map(({ code, threshold }) => [code, threshold.join('..')]))
  return {
    header: 'period,unit,target,value,threshold,status,reported,expected,disputed,parts,mark'.split(','),
    rows: results.map((one) => [
      label,
      one.unit,
      one.target,
      one.value,
      thresholds.get(one.target) || null,
      one.status,
      one.reported,
      one.expected,
      String(one.disputed),
      partsOf(one, parts.get(one.target) ?? []),
      one.mark,
    ]),
  }
}

/** Of a target that only follows several numbers: each as `H02=12`, blank where it is not known; else nothing. */
function partsOf({ parts }: TargetResult, of: readonly Expression[]): Field {
  if (parts.length < 2) return null
  return parts.map(({ value }, index) => `${textOf(of[index])}=${value ?? ''}`).join(';')
}

const textOf = (expression: Expression | undefined): string =>
  expression === undefined ? '' : sourceOf(expression)
