import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyScope, evaluate } from './evaluate.ts'
import { type Place, toExcel } from './excel.ts'
import { anExpression, anyCode, anyNumber, anyTruth, anyValues } from './testing.ts'

/** C01 stands in E1, C12 in E12; there are 83 communes, and 6 months. */
const form: Place = {
  cell: (code) => (code.startsWith('C') ? `E${Number(code.slice(1))}` : null),
  units: (level) => (level === 'commune' ? 83 : null),
  months: () => 6,
}

test.each([
  ['C08 <= C01', 'N(E8)<=N(E1)'],
  ['C02 + C03 == C01', 'ROUND(N(E2)+N(E3),6)=ROUND(N(E1),6)'],
  ['C02 + C03 <= C01', 'ROUND(N(E2)+N(E3),6)<=ROUND(N(E1),6)'],
  ['C01 == C02', 'N(E1)=N(E2)'],
  ['C01 != 0.5', 'N(E1)<>0.5'],
  ['C01 == 1 ==> C02 == 0 && C03 == 0', 'OR(NOT(N(E1)=1),AND(N(E2)=0,N(E3)=0))'],
  ['C01 > 0 && C02 > 0 && (C03 > 0 && C04 > 0)', 'AND(N(E1)>0,N(E2)>0,N(E3)>0,N(E4)>0)'],
  ['C01 > 0 || (C02 > 0 || C03 > 0)', 'OR(N(E1)>0,N(E2)>0,N(E3)>0)'],
  ['C01 > 0 && (C02 > 0 || C03 > 0)', 'AND(N(E1)>0,OR(N(E2)>0,N(E3)>0))'],
  ['!(C01 > 0)', 'NOT(N(E1)>0)'],
  ['(C10 > 0) == (C07 > 0)', '(N(E10)>0)=(N(E7)>0)'],
  ['(C10 > 0 && C01 > 0) != !(C07 > 0)', 'AND(N(E10)>0,N(E1)>0)<>NOT(N(E7)>0)'],
  ['(C01 - (C02 - C03)) * -C04 / 2', '(N(E1)-(N(E2)-N(E3)))*(-N(E4))/2'],
  ['-(C01 + C02)', '-(N(E1)+N(E2))'],
  ['-C01 * C02', '-N(E1)*N(E2)'],
  ['sum(C01, C02 + 1)', 'SUM(N(E1),N(E2)+1)'],
  ['min(C01, 1) + max(C01, 2) + abs(C01)', 'MIN(N(E1),1)+MAX(N(E1),2)+ABS(N(E1))'],
  ["C01 <= units('commune')", 'N(E1)<=83'],
  ['C06 <= months()', 'N(E6)<=6'],
])('%s is %s', (text, formula) => {
  expect(toExcel(anExpression(text), form)).toBe(formula)
})

test.each([
  "count('district', C01 == 1) > 0",
  'C01 >= lastYear(C01)',
  'C01 == before(C02)',
  'C01 - half1(C01) >= 0',
  'C01 <= K01',
  'C01 > 0 && !(K01 > 0)',
  'sum(C01, abs(K01))',
  "C01 <= units('district')",
])('%s holds something without a place on the form', (text) => {
  expect(toExcel(anExpression(text), form)).toBeNull()
})

test('months that are not known have no place', () => {
  expect(toExcel(anExpression('C06 <= months()'), { ...form, months: () => null })).toBeNull()
})

test('Excel finds what evaluate finds', () => {
  fc.assert(
    fc.property(fc.oneof(anyTruth, anyNumber), anyValues, (expression, values) => {
      const scope = { ...emptyScope, indicator: (code: string) => values[code] ?? null }
      const formula = toExcel(expression, form)
      const found = run(formula ?? '', { E1: values.C01 ?? 0, E2: values.C02 ?? 0, E3: values.C03 ?? 0 })
      expect(typeof found === 'number' ? found + 0 : found).toBe(evaluate(expression, scope))
    }),
  )
})

test('whatever the codes are, Excel finds what evaluate finds', () => {
  const list = fc.uniqueArray(anyCode, { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(
      list,
      fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 }),
      (codes, values) => {
        const [a, b, c] = codes.map((code) => `[${code}]`)
        const rule = anExpression(`${a} - ${b} <= 2 * ${c} ==> max(${a}, ${c}) == ${b}`)
        const at = (code: string): number => codes.indexOf(code)
        const formula = toExcel(rule, { ...form, cell: (code) => (at(code) < 0 ? null : `E${at(code) + 1}`) })
        const cells = Object.fromEntries(values.map((value, index) => [`E${index + 1}`, value]))
        const scope = { ...emptyScope, indicator: (code: string) => values[at(code)] ?? null }
        expect(run(formula ?? '', cells)).toBe(evaluate(rule, scope))
      },
    ),
  )
})

/** Excel's functions, and its two operators that JavaScript writes differently. */
function run(formula: string, cells: Readonly<Record<string, number>>): unknown {
  const excel = {
    N: (cell: number) => cell,
    ROUND: (value: number, digits: number) => Number(value.toFixed(digits)),
    AND: (...truths: boolean[]) => truths.every(Boolean),
    OR: (...truths: boolean[]) => truths.some(Boolean),
    NOT: (truth: boolean) => !truth,
    SUM: (...values: number[]) => values.reduce((total, value) => total + value, 0),
    MIN: Math.min,
    MAX: Math.max,
    ABS: Math.abs,
    ...cells,
  }
  const script = formula.replaceAll('<>', '!==').replace(/(?<![<>!=])=(?!=)/g, '===')
  return new Function(...Object.keys(excel), `return ${script}`)(...Object.values(excel))
}
