/** Every command in README.md and in the Vietnamese guide runs, and every block of output in them is what the program prints. */

import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { ran } from '../fixtures/ran.ts'
import { SHEETS } from './messages/report.ts'
import { parseDecisions } from './programme/decisions.ts'
import { parseProgramme } from './programme.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const readme = fs.readFileSync(join(root, 'README.md'), 'utf8')
const guide = fs.readFileSync(join(root, 'README.vi.md'), 'utf8')
const blocks = (language: string, of = readme): string[] =>
  [...of.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, text = '']) => text)

let cwd = ''
beforeAll(() => {
  cwd = fs.mkdtempSync(join(tmpdir(), 'aggregate-readme-'))
  fs.cpSync(join(root, 'fixtures/can-tho/reports'), join(cwd, 'fixtures/can-tho/reports'), {
    recursive: true,
    filter: (path) => !path.endsWith('-tong-hop'),
  })
  fs.cpSync(join(root, 'templates'), join(cwd, 'templates'), { recursive: true })
})

/** Each `$ command` with the lines printed below it; `…` stands for any lines. */
const commandsIn = (text: string): (readonly [string, readonly string[]])[] =>
  blocks('console', text).flatMap((block) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((one) => {
        const [command = '', ...expected] = one.trimEnd().split('\n')
        return [command, expected] as const
      }),
  )
const commands = [...commandsIn(readme), ...commandsIn(guide)]

const scripts = JSON.parse(fs.readFileSync(join(root, 'package.json'), 'utf8')).scripts

test('the README shows commands', () => {
  expect(commands.filter(([command]) => command.startsWith('aggregate')).length).toBeGreaterThanOrEqual(7)
})

test.each(commands.filter(([command]) => /^aggregate( |$)/.test(command)))(
  '%s prints what the README says',
  async (command, expected) => {
    const argv = [...command.slice('aggregate'.length).matchAll(/"([^"]*)"|(\S+)/g)].map(
      ([, quoted, bare]) => quoted ?? bare ?? '',
    )
    const { code, out, err } = await ran(argv, cwd)
    expect(code, err).not.toBe(2)
    const pattern = expected.map((line) => (line === '…' ? '[\\s\\S]*' : `${literally(line)}\\n`)).join('')
    expect(out).toMatch(new RegExp(`^${pattern}$`))
  },
)

test('every npm script that the README names exists, and the two on its first screen are the demo and the tests', () => {
  const named = [...readme.matchAll(/npm run ([a-z]+)/g)].map(([, name = '']) => name)
  expect(named.filter((name) => scripts[name] === undefined)).toEqual([])
  expect(blocks('sh')[0]).toContain('npm run demo')
  expect(blocks('sh')[0]).toContain('npm test')
})

test('the YAML and CSV that the README shows are a programme without mistakes', () => {
  const { programme, mistakes } = parseProgramme({
    programme: {
      file: 'programme.yaml',
      text: blocks('yaml').find((block) => block.includes('levels:')) ?? '',
    },
    catalogue: null,
    units: { file: 'units.csv', text: blocks('csv')[0] ?? '' },
  })
  expect(mistakes).toEqual([])
  expect(programme?.indicators.map((indicator) => indicator.code)).toEqual(['A01', 'C01', 'K01', 'R01'])
})

test('the decisions that the README shows have no mistakes but the fingerprints it leaves out', () => {
  const text = (blocks('yaml').find((block) => block.includes('accept-late')) ?? '').replaceAll(
    '"…"',
    `"${'a'.repeat(64)}"`,
  )
  const { decisions, mistakes } = parseDecisions(text, 'decisions.yaml')
  expect(mistakes).toEqual([])
  expect(decisions.map(({ verb }) => verb)).toEqual([
    'exclude',
    'prefer',
    'waive',
    'adopt',
    'received',
    'accept-late',
  ])
})

test('every outside library is in the README with the reason for it', () => {
  const { dependencies } = JSON.parse(fs.readFileSync(join(root, 'package.json'), 'utf8'))
  expect(Object.keys(dependencies).filter((name) => !readme.includes(name))).toEqual([])
})

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

test('every file that README.md and the guide show or lead to is there', () => {
  const paths = [...`${readme}${guide}`.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path = '']) => path)
  expect(paths.length).toBeGreaterThan(5)
  expect(paths.filter((path) => !fs.existsSync(join(root, path)))).toEqual([])
})

test('every sheet of the workbook is told of in README.md', () => {
  const part = readme.slice(readme.indexOf('### The workbook'), readme.indexOf('### The written report'))
  expect(Object.values(SHEETS).filter((name) => !part.includes(`\`${name}\``))).toEqual([])
})

test('the chapters that the guide lists are in it', () => {
  const anchors = [...guide.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => anchor)
  const headings = [...guide.matchAll(/^## (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  )
  expect(anchors).toEqual(headings)
})
