import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { utils, write } from '@e965/xlsx'
import { afterAll, expect, test } from 'vitest'
import { LIMITS, type Limits, readerApart } from './apart.ts'

const folder = mkdtempSync(join(tmpdir(), 'aggregate-apart-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const bookWith = (value: string): Buffer =>
  write(
    { SheetNames: ['A'], Sheets: { A: utils.aoa_to_sheet([[value]]) } },
    { type: 'buffer', bookType: 'biff8' },
  )

/** A process that does `then` with the content it is sent, whose number is `count`. */
function entryThat(then: string): URL {
  const path = join(folder, `${readdirSync(folder).length}.mjs`)
  writeFileSync(
    path,
    `let count = 0
    process.on('message', (content) => { if (typeof content !== 'number') { count++; ${then} } })`,
  )
  return pathToFileURL(path)
}

async function fateOf(limits: Partial<Limits>, content: Uint8Array = bookWith('x')): Promise<unknown> {
  const apart = readerApart({ ...LIMITS, milliseconds: 60_000, ...limits })
  try {
    return await apart.read(content)
  } finally {
    await apart.end()
  }
}

const OK = `process.send({ ok: true, book: count, filled: 1 })`

test('one process reads file after file, and several asked for at once come out each in its place', async () => {
  const apart = readerApart(LIMITS)
  const values = ['một', 'hai', 'ba', 'bốn']
  const parsed = await Promise.all(values.map((value) => apart.read(bookWith(value))))
  const first = apart.processId()
  await apart.read(bookWith('năm'))
  expect(apart.processId()).toBe(first)
  expect(parsed.map((one) => one.ok && one.book.sheets[0]?.rows[0]?.cells[0]?.value)).toEqual(values)
  await apart.end()
  expect(isAlive(first ?? 0)).toBe(false)
})

test('a file on which the reading never ends is given up', async () => {
  const fate = await fateOf({ milliseconds: 50, entry: entryThat('for (;;) {}') })
  expect(fate).toEqual({ ok: false, why: 'too-long', lost: '' })
})

test('a process that takes more memory than it may ends, though its heap is small', async () => {
  expect(await fateOf({ residentBytes: 1 })).toEqual({ ok: false, why: 'too-big', lost: '' })
})

test('a heap that outgrows its limit is too big a file, not a crash', async () => {
  const entry = entryThat('const all = []; for (;;) all.push(new Array(1000).fill(count))')
  expect(await fateOf({ heapMegabytes: 24, entry })).toEqual({ ok: false, why: 'too-big', lost: '' })
})

test('a process that dies of an error is a damaged file', async () => {
  const entry = entryThat(`throw new Error('unexpected')`)
  expect(await fateOf({ entry })).toEqual({ ok: false, why: 'damaged', lost: null })
})

test('what earlier files left behind is not held against the next: it is read again in a new process', async () => {
  const apart = readerApart({
    ...LIMITS,
    entry: entryThat(`if (count > 1) throw new Error('worn out'); ${OK}`),
  })
  await apart.read(bookWith('a'))
  const first = apart.processId()
  expect(await apart.read(bookWith('b'))).toEqual({ ok: true, book: 1, filled: 1 })
  expect(apart.processId()).not.toBe(first)
  await apart.end()
})

test('after a file that killed its process the next one is read', async () => {
  const apart = readerApart({ ...LIMITS, entry: entryThat(`if (content.length === 1) throw 1; ${OK}`) })
  expect(await apart.read(Buffer.of(1))).toMatchObject({ ok: false })
  expect(await apart.read(Buffer.of(1, 2))).toMatchObject({ ok: true })
  await apart.end()
})

const loader = new URL('./testing-child.mjs', import.meta.url).href
const script = join(folder, 'program.mjs')
writeFileSync(
  script,
  `import { LIMITS, readerApart } from ${JSON.stringify(new URL('./apart.ts', import.meta.url).href)}
  const apart = readerApart({ ...LIMITS, entry: new URL(${JSON.stringify(entryThat(OK).href)}) })
  await apart.read(Buffer.of(1))
  process.stdout.write(String(apart.processId()))
  if (process.argv[2] === 'stay') setInterval(() => {}, 1000)`,
)

test('a program that has read ends by itself, and leaves no process behind', async () => {
  const { status, stdout } = spawnSync(process.execPath, ['--import', loader, script], { encoding: 'utf8' })
  expect(status).toBe(0)
  await untilDead(Number(stdout))
})

test('a program that is killed leaves no process behind', async () => {
  const program = spawn(process.execPath, ['--import', loader, script, 'stay'])
  const child = await new Promise<number>((resolve) =>
    program.stdout.on('data', (pid) => resolve(Number(pid))),
  )
  program.kill('SIGKILL')
  await untilDead(child)
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Waits as long as it takes; a process that stays makes the test run out of its time. */
async function untilDead(pid: number): Promise<void> {
  expect(pid).toBeGreaterThan(0)
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 10))
}

test('the limits stand for the file that runs beside this one', () => {
  expect(fileURLToPath(LIMITS.entry)).toMatch(/child\.ts$/)
})
