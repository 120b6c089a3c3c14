/** The Tab key: asked of the program itself, and of the shells that are on this machine. */

import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { ran } from '../../fixtures/ran.ts'
import { COMMANDS } from './arguments.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
let cwd = ''
beforeAll(() => {
  cwd = fs.mkdtempSync(join(tmpdir(), 'aggregate-completion-'))
  fs.mkdirSync(join(cwd, 'reports/2024-H1'), { recursive: true })
})

/** What may follow these words; the last one is being typed. */
const after = async (...typed: string[]): Promise<string[]> =>
  (await ran(['completion', 'words', '--', ...typed], cwd)).out.trimEnd().split('\n')

test('the commands, and the folders that the main one takes', async () => {
  expect(await after('')).toEqual(expect.arrayContaining([...COMMANDS, 'reports/2024-H1']))
  expect(await after('sta')).toEqual(['status'])
  expect(await after('programme', '')).toEqual(['list', 'check'])
  expect(await after('completion', 'p')).toEqual(['powershell'])
})

test('every command of the program is among those that a folder may have been mistyped for', async () => {
  const commands = (await after('')).filter((word) => !word.includes('/'))
  expect(commands.sort()).toEqual([...COMMANDS].sort())
})

test.each([
  [[]],
  [['init']],
  [['validate']],
  [['template']],
  [['status']],
  [['explain']],
  [['programme', 'check']],
])('every option that --help of %j lists is completed', async (command: string[]) => {
  const { out } = await ran([...command, '--help'], cwd)
  const listed = [...out.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, option = '']) => option)
  expect(listed.length).toBeGreaterThan(5)
  expect(await after(...command, '--')).toEqual(expect.arrayContaining(listed))
})

test('values: programmes, periods around today, languages; a folder after status', async () => {
  expect(await after('template', '--programme', 'can')).toEqual(['can-tho-2021-2025'])
  expect(await after('template', '--period', '2024-H')).toEqual(['2024-H1', '2024-H2'])
  expect(await after('--lang', '')).toEqual(['vi', 'en'])
  expect(await after('status', '')).toEqual(['reports/2024-H1'])
  expect(await after('validate', '')).toEqual([''])
})

test('--json and a shell that is none', async () => {
  expect(JSON.parse((await ran(['completion', 'zsh', '--json'], cwd)).out).shell).toBe('zsh')
  const { code, err } = await ran(['completion', 'fish'], cwd)
  expect(code).toBe(2)
  expect(err).toContain('bash, zsh, powershell')
})

/** A program called `aggregate` that runs what was built. */
function bin(): string {
  const folder = join(cwd, 'bin')
  fs.mkdirSync(folder, { recursive: true })
  const script = `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'bin/aggregate.js')}" "$@"\n`
  fs.writeFileSync(join(folder, 'aggregate'), script, { mode: 0o755 })
  return folder
}

const has = (command: string): boolean => spawnSync(command, ['--version']).status === 0

describe.skipIf(!has('bash'))('in bash', () => {
  test.each([
    ['aggregate sta', 'status'],
    ['aggregate template --programme phu-tho-2', 'phu-tho-2015 phu-tho-2017'],
    ['aggregate status ', 'reports/2024-H1'],
  ])('%s: %s', async (line, wanted) => {
    const { out: script } = await ran(['completion', 'bash'], cwd)
    const asked = `${script}
COMP_LINE='${line}'; COMP_WORDS=(${line}${line.endsWith(' ') ? "''" : ''}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
_aggregate; printf '%s\\n' "\${COMPREPLY[*]}"; complete -p aggregate`
    const { stdout, stderr } = spawnSync('bash', ['-c', asked], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${bin()}:${process.env.PATH}` },
    })
    expect(stderr).toBe('')
    expect(stdout).toBe(`${wanted}\ncomplete -o bashdefault -o default -F _aggregate aggregate\n`)
  })
})

describe.skipIf(!has('zsh'))('in zsh', () => {
  test('the script is read and completes', async () => {
    const { out: script } = await ran(['completion', 'zsh'], cwd)
    const asked = `autoload -Uz compinit; compinit -D -u; ${script}
compadd() { print -l -- \${(P)@[-1]} }; words=(aggregate sta); CURRENT=2; _aggregate`
    const { stdout, stderr } = spawnSync('zsh', ['-fc', asked], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${bin()}:${process.env.PATH}` },
    })
    expect([stderr, stdout]).toEqual(['', 'status\n'])
  })
})
