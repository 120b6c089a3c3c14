import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { nextChange, snapshotBelow, snapshotOf } from './watch.ts'

let folder = ''
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'aggregate-watch-'))
})

/** A pause in which one thing after another happens; when nothing is left to happen the user stops. */
const during = (...acts: (() => void)[]) => {
  const left = [...acts]
  return async (): Promise<boolean> => {
    const act = left.shift()
    act?.()
    return act !== undefined
  }
}

const nothing = (): void => {}
const look = (): ReadonlyMap<string, string> => snapshotBelow([{ path: folder, period: null }])
const names = (paths: readonly string[] = []): string[] => paths.map((path) => path.slice(folder.length + 1))
const put = (name: string, text: string) => (): void => fs.writeFileSync(join(folder, name), text)

test('a file that is still being copied is waited for, and told meanwhile', async () => {
  const copying: string[][] = []
  const grown = during(put('a.xlsx', '1'), put('a.xlsx', '12'), put('a.xlsx', '123'), nothing, nothing)
  const change = await nextChange(look, look(), grown, (paths) => copying.push(names(paths)))
  expect(names(change?.changed)).toEqual(['a.xlsx'])
  expect(copying).toEqual([['a.xlsx'], ['a.xlsx'], ['a.xlsx']])
  expect(await nextChange(look, look(), during(put('b', '1')))).toBeNull()
})

test('what came, what changed and what went is told once, and nothing where nothing did', async () => {
  put('old.xlsx', 'x')()
  put('gone.xlsx', 'x')()
  const act = (): void => {
    put('old.xlsx', 'longer')()
    fs.rmSync(join(folder, 'gone.xlsx'))
  }
  const change = await nextChange(look, look(), during(nothing, act, nothing))
  expect([names(change?.changed), names(change?.gone)]).toEqual([['old.xlsx'], ['gone.xlsx']])
  expect(await nextChange(look, change?.now ?? new Map(), during(nothing, nothing))).toBeNull()
})

test('decisions are watched, results, lock files and folders that are not there are not', () => {
  put('decisions.yaml', 'x')()
  put('~$a.xlsx', 'x')()
  fs.mkdirSync(join(folder, 'x-tong-hop'))
  put('x-tong-hop/r.xlsx', 'x')()
  expect(names([...look().keys()])).toEqual(['decisions.yaml'])
  expect(snapshotBelow([{ path: join(folder, 'nowhere'), period: null }]).size).toBe(0)
  expect(snapshotOf([join(folder, 'nowhere')]).size).toBe(0)
})
