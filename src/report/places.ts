/** Where rows of `Tình hình nộp` and `Phát hiện` stand, for the sheets that lead there. */

import type { Code, Finding, Receipt } from '../model.ts'
import { inUnitOrder, isSamePeriod, type Material, periodsIn } from './material.ts'

/** Title, how many of each, a blank row: the same on each sheet with a list, so that its header can stay in sight. */
export const HEADER_ROW = 4

/** Of one period in its own hierarchy; of a composed one its own reporters stand first. */
export function receiptsInOrder(material: Material): readonly Receipt[] {
  return periodsIn(material).flatMap(({ period, tree }) => {
    const ofPeriod =
      material.parts.length === 0
        ? material.receipts
        : material.receipts.filter((one) => isSamePeriod(one.period, period))
    return inUnitOrder(ofPeriod, tree)
  })
}

/** The first row of each reporter on `Tình hình nộp`. */
export function receiptRows(material: Material): ReadonlyMap<Code, number> {
  const rows = new Map<Code, number>()
  receiptsInOrder(material).forEach(({ reporter }, index) => {
    if (reporter !== null && !rows.has(reporter)) rows.set(reporter, HEADER_ROW + 1 + index)
  })
  return rows
}

/** The findings of one file, or of a reporter without one: how many, and the row of the first on `Phát hiện`. */
export type Found = Readonly<{ count: number; row: number }>

/** @returns `null`: nothing was found */
export function findingsOf({ findings }: Material): (receipt: Receipt) => Found | null {
  const found = new Map<string, Found>()
  findings.forEach((one, index) => {
    const key = keyOf(one.file, one.unit)
    const { count, row } = found.get(key) ?? { count: 0, row: HEADER_ROW + 1 + index }
    found.set(key, { count: count + 1, row })
  })
  return ({ file, reporter }) => found.get(keyOf(file, reporter)) ?? null
}

const keyOf = (file: string | null, unit: Code | null): string =>
  file === null ? `unit ${unit}` : `file ${file}`

/** The row of the first finding about each cell of each file. */
export function findingRows(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const rows = new Map<string, number>()
  findings.forEach(({ file, cell }, index) => {
    const key = placeKey(file, cell)
    if (file !== null && cell !== null && !rows.has(key)) rows.set(key, HEADER_ROW + 1 + index)
  })
  return rows
}

export const placeKey = (file: string | null, cell: string | null): string => `${file} ${cell}`
