// 10,000 seeded mutations of valid workbooks, of the zip's bytes and of XML inside a rightly made one: each ends in a
// value or a clean refusal. A changed zip must read as before. Prints the slowest and the fattest.
import { readdirSync, readFileSync } from 'node:fs'
import { openBook } from '../dist/src/spreadsheet/open.js'
import { unzip, zipEntries } from '../dist/src/spreadsheet/zip.js'

const count = Number(process.argv[2] ?? 10_000)
const root = 'fixtures/can-tho/reports/2024-H1'
const samples = readdirSync(root, { recursive: true })
  .filter((name) => name.endsWith('.xlsx') && !name.includes('~$'))
  .sort()
  .filter((_, index, all) => index % Math.ceil(all.length / 12) === 0)
  .map((name) => readFileSync(`${root}/${name}`))

/** xorshift32: the same numbers everywhere. */
let seed = 20_240_630
const random = (below) => {
  seed ^= seed << 13
  seed ^= seed >>> 17
  seed ^= seed << 5
  return (seed >>> 0) % below
}

const cells = (opened) => JSON.stringify(opened.book.sheets.map(({ name, state, rows }) => [name, state, rows]))
const originals = []
for (const sample of samples) {
  const opened = await openBook(sample)
  if (!opened.ok) throw new Error('a valid workbook was refused')
  originals.push({ sample, parts: [...unzip(sample)].map(([name, data]) => ({ name, data })), cells: cells(opened) })
}

const WORDS = ['<', '>', '&', '"', '/', '</c>', '<c>', '<v>', '&amp;', ' ', '\0', '\xff', 'r="A1"', '<row>', ']]>', '<!--', '<!DOCTYPE x>', '9', '-']

const cut = (bytes) => {
  const from = random(bytes.length)
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(Math.min(bytes.length, from + 1 + random(40)))])
}
const insert = (bytes) => {
  const at = random(bytes.length)
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(WORDS[random(WORDS.length)], 'latin1'), bytes.subarray(at)])
}
const flip = (bytes) => {
  const copy = Buffer.from(bytes)
  for (let left = 1 + random(3); left > 0; left--) copy[random(copy.length)] ^= 1 + random(255)
  return copy
}
const repeat = (bytes) => {
  const from = random(bytes.length)
  const to = Math.min(bytes.length, from + random(300))
  return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)])
}
const changes = [cut, insert, flip, repeat]

const tally = {}
let slowest = [0, '']
let fattest = [0, '']
const bad = []
for (let index = 0; index < count; index++) {
  const { sample, parts, cells: before } = originals[random(originals.length)]
  const isZip = index % 2 === 0
  const change = changes[random(changes.length)]
  const part = parts.filter(({ name }) => /\.(xml|rels)$/.test(name))[random(parts.length)] ?? parts[0]
  const bytes = isZip
    ? change(sample)
    : await zipEntries(parts.map((one) => (one === part ? { name: one.name, data: change(Buffer.from(one.data)) } : one)))
  const label = `${index} ${isZip ? 'zip' : part.name} ${change.name}`
  const start = performance.now()
  let opened
  try {
    opened = await openBook(bytes)
  } catch (error) {
    bad.push(`${label}: ${error.stack}`)
    continue
  }
  const took = performance.now() - start
  const { rss } = process.memoryUsage()
  if (took > slowest[0]) slowest = [took, label]
  if (rss > fattest[0]) fattest = [rss, label]
  const verdict = opened.ok ? `read by ${opened.reader}` : opened.why
  tally[verdict] = (tally[verdict] ?? 0) + 1
  if (!opened.ok && typeof opened.detail !== 'string') bad.push(`${label}: a refusal without detail`)
  if (opened.ok && isZip && cells(opened) !== before) bad.push(`${label}: other cells, ${opened.reader}`)
}
console.log(`      ${JSON.stringify(tally)}`)
console.log(`      slowest ${slowest[0].toFixed(0)} ms (${slowest[1]}), fattest ${Math.round(fattest[0] / 2 ** 20)} MB resident (${fattest[1]})`)
const sound = bad.length === 0 && Object.keys(tally).length > 3 && slowest[0] < 10_000
console.log(`${sound ? 'ok  ' : 'FAIL'}  ${count} mutations end in a value or a refusal`)
for (const line of bad.slice(0, 10)) console.log(`        ${line}`)
process.exitCode = sound ? 0 : 1
