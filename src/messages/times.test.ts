/** How a change is said. */

import { expect, test } from 'vitest'
import { changeOf } from './times.ts'

test.each([
  [81, 680, 'times', 8.4],
  [66, 99_999, 'times', 1515],
  [100, 200, 'times', 2],
  [100, 199, 'up', 99],
  [100, 35, 'down', 65],
  [1000, 3, 'down', 99.7],
  [100, 0, 'down', 100],
  [-5, 5, 'turned', 0],
] as const)('from %d to %d: %s %d', (before, now, kind, size) => {
  expect(changeOf(before, now)).toEqual({ kind, size })
})
