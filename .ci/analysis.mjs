// figures.sql on DuckDB against figures.csv, row by row: node .ci/analysis.mjs <node_modules with @duckdb> <export folder…>
//
// The answers are changed once first, so that a comparison which finds everything equal has shown that it can fail.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'

const [, , modules, ...folders] = process.argv
const { DuckDBInstance } = createRequire(join(modules, 'x.js'))('@duckdb/node-api')

async function figuresOf(folder, change = (sql) => sql) {
  process.chdir(folder)
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const statements = change(readFileSync('figures.sql', 'utf8')).split(/;\s*$/m).filter((one) => /\w/.test(one))
  let rows = []
  for (const statement of statements) rows = (await connection.runAndReadAll(statement)).getRowsJS()
  return new Map(rows.map((row) => [[row[0], row[1], row[3]].join(' '), row.map(plain).join(',')]))
}

const plain = (field) => (field === null ? '' : String(field))

/** Our CSV has no quotes here: codes, numbers and tokens. */
function expectedOf(folder) {
  const [, ...lines] = readFileSync(join(folder, 'figures.csv'), 'utf8').trimEnd().split('\n')
  return new Map(lines.map((line) => {
    const fields = line.split(',')
    return [[fields[0], fields[1], fields[3]].join(' '), line]
  }))
}

function differences(expected, found) {
  const keys = new Set([...expected.keys(), ...found.keys()])
  return [...keys].filter((key) => expected.get(key) !== found.get(key))
}

const from = process.cwd()
let failed = false
for (const folder of folders.map((one) => resolve(from, one))) {
  const expected = expectedOf(folder)
  const canary = differences(expected, await figuresOf(folder, (sql) => sql.replace('SELECT run, period, unit, indicator, value,', 'SELECT run, period, unit, indicator, value + 1 AS value,')))
  if (canary.length === 0) throw new Error('a changed answer went unnoticed')
  const found = await figuresOf(folder)
  const wrong = differences(expected, found)
  for (const key of wrong.slice(0, 10)) console.log(`      ${expected.get(key) ?? '(none)'}\n   ≠  ${found.get(key) ?? '(none)'}`)
  console.log(`${wrong.length === 0 ? 'ok   ' : 'FAIL '} ${folder}: ${expected.size - wrong.length} of ${expected.size} figures of figures.csv are what figures.sql makes`)
  failed ||= wrong.length > 0
}
process.exitCode = failed ? 1 : 0
