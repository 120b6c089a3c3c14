/** Codes as names of Excel. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { figureName, foldedCode, isUnitCode } from './code.ts'
import { anyCode } from './expression/testing.ts'

test.each([
  ['C01', 'TH_C01'],
  ['0601.1', 'TH_0601.1'],
  ['TE01-NU', 'TH_TE01_002DNU'],
  ['A_B', 'TH_A_005FB'],
  ['Đ01', 'TH_Đ01'],
])('the figure of %s is named %s', (code, name) => {
  expect(figureName(code)).toBe(name)
})

test('whatever the code, Excel takes the name, and no two codes have one name', () => {
  fc.assert(
    fc.property(anyCode, anyCode, (one, other) => {
      expect(figureName(one)).toMatch(/^TH_[\p{L}\d._]+$/u)
      expect(figureName(one).length).toBeLessThanOrEqual(255)
      if (one !== other) expect(figureName(one)).not.toBe(figureName(other))
      if (foldedCode(one) !== foldedCode(other))
        expect(figureName(one).toUpperCase()).not.toBe(figureName(other).toUpperCase())
    }),
  )
})

test.each(['..', '.5', 'a/b', '../x', 'a b', 'con\u0000', '', 'a'.repeat(51)])(
  '%j is no code of a unit',
  (code) => {
    expect(isUnitCode(code)).toBe(false)
  },
)
