/** What a ratio's formula shows where one of its parts is no number. */

import { expect, test } from 'vitest'
import type { Ratio } from '../model.ts'
import { treeAt } from '../slots.ts'
import { aProgramme, PERIOD } from '../testing.ts'
import type { Material } from './material.ts'
import { ratioOver } from './ratio-formula.ts'

const programme = aProgramme()
const tree = treeAt(programme, PERIOD)

test('a ratio is a number only where each of its parts is one: neither empty nor "x"', () => {
  const ratio = programme.indicators.find((one): one is Ratio => one.type === 'ratio')
  const unit = tree.unit('991')
  if (ratio === undefined || unit === null) throw new Error('the example has a ratio and a district')
  const cells: Readonly<Record<string, string>> = { D01: 'E5', K01: 'F5' }
  const formula = ratioOver(ratio, (code) => cells[code] ?? null, unit, { tree } as Material)
  // COUNT counts numbers; a comparison with "" would take "x" for an answer, and N("x") is 0.
  expect(formula).toBe('IF(NOT(COUNT(E5,F5)=2),"",IF((N(F5))=0,"",(N(E5))*100/(N(F5))))')
})
