/** Ctrl-C, while files are read and while the result is written: one line, and nothing half-written. */

import { spawn } from 'node:child_process'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, test } from 'vitest'
import { main } from './main.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const REPORTS = join(root, 'fixtures', 'can-tho', 'reports', '2024-H1')
const STOPPED = 'Đã dừng, không ghi gì.\n'

let [work, reports] = ['', '']
beforeEach(() => {
  const folder = fs.mkdtempSync(join(tmpdir(), 'aggregate-stop-'))
  work = join(folder, 'work')
  reports = join(folder, '2024-H1')
  for (const one of [work, reports]) fs.mkdirSync(one)
  for (const name of fs.readdirSync(REPORTS).slice(0, 1))
    fs.cpSync(join(REPORTS, name), join(reports, name), { recursive: true })
})

/** Every file below the folder of the output. */
const written = (): string[] =>
  fs
    .readdirSync(work, { recursive: true, withFileTypes: true })
    .flatMap((one) => (one.isFile() ? [one.name] : []))

/** A run in which Ctrl-C is pressed at a moment: `presses` is given what presses it, each time the run listens for it. */
async function stopped(presses: (press: () => void, time: number) => void): Promise<[number, string]> {
  let [err, times] = ['', 0]
  const code = await main([reports, '--out', join(work, 'ra'), '--export', join(work, 'ra')], {
    out: () => {},
    err: (text) => {
      err += text
    },
    columns: null,
    isColoured: false,
    cwd: work,
    today: '2024-06-25',
    onInterrupt: (act) => {
      presses(act, ++times)
      return () => {}
    },
  })
  return [code, err]
}

describe('Ctrl-C', () => {
  test('while files are read', async () => {
    expect(await stopped((press, time) => time === 1 && setImmediate(press))).toEqual([130, STOPPED])
    expect(written()).toEqual([])
  })

  test('while the result is written, which leaves what was there before', async () => {
    fs.mkdirSync(join(work, 'ra'))
    fs.writeFileSync(join(work, 'ra', 'tong-hop-2024-H1.xlsx'), 'last month')
    const whenBegun = (press: () => void): void => {
      if (written().some((name) => name.endsWith('.tmp'))) press()
      else setImmediate(() => whenBegun(press))
    }
    expect(await stopped((press, time) => time === 2 && whenBegun(press))).toEqual([130, STOPPED])
    expect(written()).toEqual(['tong-hop-2024-H1.xlsx'])
    expect(fs.readFileSync(join(work, 'ra', 'tong-hop-2024-H1.xlsx'), 'utf8')).toBe('last month')
  })

  test('as the terminal sends it', async () => {
    const program = spawn(process.execPath, [join(root, 'bin', 'aggregate.js'), reports, '--out', work])
    let err = ''
    program.stderr.on('data', (text) => {
      err += text
    })
    const ended = new Promise((resolve) => program.once('exit', (code) => resolve(code)))
    const look = setInterval(() => {
      if (!written().some((name) => name.endsWith('.tmp'))) return
      clearInterval(look)
      program.kill('SIGINT')
    }, 1)
    const code = await ended
    clearInterval(look)
    expect([code, err, written()]).toEqual([130, STOPPED, []])
  })
})
