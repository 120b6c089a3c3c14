/** decisions.yaml in a folder: read where it stands, and one line where it is wrong. */

import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { CannotRun } from '../files.ts'
import { sayObstacle } from '../messages/obstacle.ts'
import type { Lang } from '../model.ts'
import { decisionsIn } from './decisions.ts'

let cwd = ''
beforeEach(() => {
  cwd = fs.mkdtempSync(join(tmpdir(), 'aggregate-decisions-'))
  fs.mkdirSync(join(cwd, '2024-H1'))
})

const write = (name: string, text: string): void => fs.writeFileSync(join(cwd, '2024-H1', name), text)
const WAIVE = '- { waive: V05, unit: "31117", why: a, by: b }\n'
const decided = { verb: 'waive', rule: 'V05', unit: '31117', why: 'a', by: 'b' }

function lineOf(lang: Lang): string {
  try {
    decisionsIn('2024-H1', cwd)
  } catch (error) {
    if (error instanceof CannotRun) return sayObstacle(error.obstacle, lang)
    throw error
  }
  return 'it ran'
}

test('without the file, or without the folder, nothing is decided', () => {
  write('a.xlsx', '')
  expect(decisionsIn('2024-H1', cwd)).toEqual([])
  expect(decisionsIn('2024-H2', cwd)).toEqual([])
})

test.each(['decisions.yaml', 'decisions.yml', 'Decisions.YAML'])('%s at the top is read', (name) => {
  write(name, WAIVE)
  expect(decisionsIn('2024-H1', cwd)).toEqual([decided])
  expect(decisionsIn(join(cwd, '2024-H1'), '/')).toEqual([decided])
})

test('a file that an editor of Windows saved is read: byte order mark and its line ends', () => {
  write('decisions.yaml', `\uFEFF${WAIVE.replace('\n', '\r\n')}`)
  expect(decisionsIn('2024-H1', cwd)).toEqual([decided])
})

test('one mistake is one line, with the file as the user named its folder', () => {
  write('decisions.yaml', '- { waive: V05, unit: "31117", why: a }\n')
  expect(lineOf('vi')).toBe(
    `${join('2024-H1', 'decisions.yaml')}:1:3: Quyết định “bỏ qua quy tắc” chưa ghi by (người quyết định).`,
  )
})

test('of several the first is shown, and how many more there are', () => {
  write('decisions.yaml', `${WAIVE}- { waive: V05 }\n`)
  const place = `${join('2024-H1', 'decisions.yaml')}:2:3`
  expect(lineOf('vi')).toBe(
    `${place}: Quyết định “bỏ qua quy tắc” chưa ghi unit (mã đơn vị). (còn 2 lỗi khác trong tệp này)`,
  )
  expect(lineOf('en')).toBe(
    `${place}: The decision “waive rule” lacks unit (the unit’s code). (2 more in this file)`,
  )
})
