/** A bar for those who wait, and nothing for those who do not. */

import { expect, test } from 'vitest'
import type { Period } from '../model.ts'
import { progressOn } from './progress.ts'
import type { Common, Io } from './terminal.ts'

const PERIOD: Period = { kind: 'half', year: 2024, part: 1, until: 2024 }
const common: Common = { lang: 'vi', quiet: false, color: true, json: false }

/** What was printed, line after line drawn over the same place, by a clock that each reading moves on. */
function drawn(step: number, options: Partial<Common> = {}, columns = 80): string[] {
  let [text, time] = ['', 0]
  const err = (more: string): void => {
    text += more
  }
  const now = (): number => time
  const io: Io = {
    out: err,
    err,
    columns: 80,
    isColoured: false,
    cwd: '',
    today: '',
    progress: { columns, now },
  }
  const progress = progressOn(io, { ...common, ...options })
  progress.reading(PERIOD, 40)
  for (let batch = 0; batch < 5; batch++) {
    time += step
    progress.read(8)
  }
  progress.step('writing')
  progress.end()
  progress.end()
  return text.split('\r')
}

test('says files, rate and time left, and is gone in the end', () => {
  const lines = drawn(400)
  expect(lines.slice(1, 3).map((line) => line.trimEnd())).toEqual([
    'Đang đọc kỳ 2024-H1 ████████░░░░░░░░░░░░ 16/40 tệp · 20 tệp/giây · còn 2 giây',
    'Đang đọc kỳ 2024-H1 ████████████░░░░░░░░ 24/40 tệp · 20 tệp/giây · còn 1 giây',
  ])
  expect(lines.slice(-3).map((line) => line.trim())).toEqual(['Đang ghi kết quả…', '', ''])
})

test('is drawn over what stood there, however long that was', () => {
  const [, ...lines] = drawn(400)
  lines.slice(1).forEach((line, at) => {
    const before = lines[at]?.trimEnd() ?? ''
    expect(line === '' || line.length >= before.length).toBe(true)
  })
})

test('fits a narrow terminal', () => {
  expect(Math.max(...drawn(400, {}, 40).map((line) => line.length))).toBeLessThan(40)
})

test.each<[string, number, Partial<Common>]>([
  ['for less than half a second', 90, {}],
  ['with --quiet', 400, { quiet: true }],
  ['with --json', 400, { json: true }],
])('nothing is shown %s', (_, step, options) => {
  expect(drawn(step, options)).toEqual([''])
})

test('speaks English too', () => {
  expect(drawn(400, { lang: 'en' }).join('')).toMatch(/16\/40 files · 20 files\/s · 2 s left/)
})
