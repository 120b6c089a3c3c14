/**
 * The architecture, as a test: imports go downward only, the core is pure, each outside library has one door.
 */

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const src = dirname(fileURLToPath(import.meta.url))

/** Bottom first. A file or folder may import its own layer and those below. */
const LAYERS = [
  ['model', 'code', 'book', 'page', 'paper', 'nearest', 'remembered'],
  ['programme', 'units', 'period', 'expression', 'messages', 'slots', 'rules', 'phrase'],
  ['form', 'checks', 'rollup', 'report', 'prose', 'exports'],
  ['pipeline'],
  ['files', 'spreadsheet', 'documents'],
  ['cli'],
]

/** Who may talk to what is outside. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  jsep: ['expression/parse.ts'],
  leven: ['nearest.ts'],
  zod: ['programme/schema.ts', 'programme/schema/*', 'programme/problems.ts', 'programme/entries.ts'],
  yaml: ['programme/yaml.ts'],
  'csv-parse/sync': ['units/rows.ts'],
  exceljs: ['spreadsheet/skeleton.ts', 'spreadsheet/exceljs.d.ts'],
  'exceljs/dist/exceljs.bare.min.js': ['spreadsheet/skeleton.ts'],
  'hyparquet-writer': ['exports/parquet.ts'],
  '@e965/xlsx': ['spreadsheet/sheetjs.ts'],
  '@e965/xlsx/dist/cpexcel.full.mjs': ['spreadsheet/sheetjs.ts'],
  chalk: ['cli/terminal.ts'],
  'cli-table3': ['cli/terminal.ts'],
  commander: ['cli/main.ts', 'cli/commands.ts', 'cli/dressed.ts', 'cli/usage.ts', 'cli/completion.ts'],
  'node:child_process': ['spreadsheet/apart.ts'],
  'node:worker_threads': ['spreadsheet/child.ts', 'cli/crew.ts', 'cli/worker.ts'],
  'node:buffer': ['spreadsheet/xlsx/encoding.ts'],
  'node:fs': ['files.ts', 'files/watch.ts'],
  'node:path': ['files.ts', 'files/*', 'cli/*'],
  'node:readline/promises': ['cli/ask.ts'],
  'node:v8': ['cli/memory.ts'],
  'node:url': ['cli/programmes.ts'],
  'node:events': ['spreadsheet/zip.ts'],
  'node:zlib': ['spreadsheet/*'],
  'node:crypto': ['form/layout.ts', 'rollup/decisions.ts', 'programme.ts', 'cli/reading.ts'],
}

/** Product files with what they import; tests and their builders may reach anything. */
const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter(
    (entry) => entry.isFile() && entry.name.endsWith('.ts') && !/(\.test|^testing)\.ts$/.test(entry.name),
  )
  .map((entry) => {
    const name = relative(src, join(entry.parentPath, entry.name)).replaceAll('\\', '/')
    const text = readFileSync(join(src, name), 'utf8')
    const found = text.matchAll(
      /^(?:import|export|\}).* from '([^']+)'|import\('([^']+)'\)|^import '([^']+)'/gm,
    )
    const imports = [...found].map(([, from, dynamic, bare]) => from ?? dynamic ?? bare ?? '')
    return { name, text, imports }
  })

const layerOf = (name: string): number =>
  LAYERS.findIndex((layer) => layer.includes(name.split('/')[0]?.replace(/\.ts$/, '') ?? ''))

test('the list of files is not empty, so that the tests below can fail', () => {
  expect(files.length).toBeGreaterThan(50)
  expect(files.flatMap((file) => file.imports).length).toBeGreaterThan(200)
})

test.each(files.map((file) => [file.name, file] as const))(
  '%s imports downward only',
  (name, { imports }) => {
    expect(layerOf(name), 'every file has a layer').toBeGreaterThanOrEqual(0)
    for (const path of imports.filter((one) => one.startsWith('.'))) {
      const target = posix.join(posix.dirname(name), path)
      expect(target, `${name} imports ${path}`).toMatch(/\.ts$/)
      expect(layerOf(target), `${name} imports ${target}`).toBeGreaterThanOrEqual(0)
      expect(layerOf(target), `${name} imports ${target}`).toBeLessThanOrEqual(layerOf(name))
    }
  },
)

test.each(files.map((file) => [file.name, file] as const))(
  '%s reaches outside only by its door',
  (name, { imports }) => {
    for (const path of imports.filter((one) => !one.startsWith('.'))) {
      const doors = DOORS[path] ?? []
      const isDoor = doors.some(
        (door) => door === name || (door.endsWith('/*') && name.startsWith(door.slice(0, -1))),
      )
      expect(isDoor, `${name} imports ${path}`).toBe(true)
    }
  },
)

test('no clock, no chance and no locale of the machine anywhere in the program', () => {
  const forbidden = /Date\.now|new Date\(\)|Math\.random|toLocale|Intl\.|process\.(env|exit|cwd|argv)/
  expect(files.filter(({ text }) => forbidden.test(text)).map(({ name }) => name)).toEqual([])
})

test('no class but the one error and what a library asks for, no default export, no nameless drawer', () => {
  const classes = files.filter(({ text }) => /^\s*(export )?class /m.test(text)).map(({ name }) => name)
  expect(classes).toEqual(['files.ts', 'cli/dressed.ts'])
  expect(files.filter(({ text }) => /export default/.test(text))).toEqual([])
  expect(
    files.filter(({ name }) => /(utils?|helpers?|common|constants|manager|service)\.ts$/.test(name)),
  ).toEqual([])
})

test('every file says what it is for', () => {
  expect(files.filter(({ text }) => !text.startsWith('/**')).map(({ name }) => name)).toEqual([])
})

test('no year, province or plan is named in the program', () => {
  const named = /can-tho|phu-tho|ha-noi|Cần Thơ|Phú Thọ|Hà Nội/
  expect(files.filter(({ text }) => named.test(text)).map(({ name }) => name)).toEqual([])
})
