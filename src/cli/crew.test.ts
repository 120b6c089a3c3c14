/** Several threads read what one would, in the same order, and one that dies loses nothing. */

import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { installedProgramme, PERIOD } from '../../fixtures/can-tho.ts'
import { filesBelow } from '../files.ts'
import { type Crew, type CrewOptions, crewFor, WORKER } from './crew.ts'
import { main } from './main.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const REPORTS = join(root, 'fixtures', 'can-tho', 'reports', '2024-H1')
const reading = { programme: installedProgramme('can-tho-2021-2025', root), limits: {} }
const { found } = filesBelow(REPORTS, '2024-H1')
const some = found.slice(0, 24)
const alone = crewFor(reading, { jobs: 1, threshold: 1, entry: WORKER, onRead: () => {} }).read(some, PERIOD)

let crew: Crew | null = null
afterEach(async () => {
  await crew?.end()
  crew = null
})

function read(options: Partial<CrewOptions>, files = some): ReturnType<Crew['read']> {
  crew = crewFor(reading, { jobs: 2, threshold: 1, entry: WORKER, onRead: () => {}, ...options })
  return crew.read(files, PERIOD)
}

/** What runs in a worker, as a module; it has to be one that needs nothing. */
const worker = (source: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads'\n${source}`)}`,
  )

const ANSWERS = `parentPort.on('message', ({ files }) => parentPort.postMessage(
  files.map(({ shown }) => ({ file: shown, meta: null, fault: null, reads: [] }))))`

describe('several threads', () => {
  test('find in every file what one finds, in the order of the files', async () => {
    const counts: number[] = []
    expect(await read({ onRead: (files) => counts.push(files) })).toEqual(await alone)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(some.length)
    const reads = (await alone).flatMap((one) => one.reads)
    expect(reads.filter(({ submission }) => submission !== null).length).toBeGreaterThan(15)
  })

  test('share the files between them', async () => {
    const looked = await read({ entry: worker(ANSWERS) }, found)
    expect(looked.map(({ file }) => file)).toEqual(found.map(({ shown }) => shown))
    const byWorker = looked.filter(({ reads }) => reads.length === 0).length
    expect(byWorker).toBeGreaterThan(0)
    expect(byWorker).toBeLessThan(found.length)
  })

  test('are not begun for few files', async () => {
    const looked = await read({ entry: worker(ANSWERS), threshold: some.length + 1 })
    expect(looked.every(({ reads }) => reads.length > 0)).toBe(true)
  })
})

describe('a worker that dies loses nothing', () => {
  test.each([
    ['at its start', 'process.exit(1)'],
    ['with the first files in hand', `parentPort.on('message', () => process.exit(1))`],
    ['by an error', `parentPort.on('message', () => { throw new Error('out of memory') })`],
  ])('%s', async (_, source) => {
    expect(await read({ entry: worker(source) })).toEqual(await alone)
  })

  test('between two folders', async () => {
    const once = `let left = 1\nparentPort.on('message', (batch) => { if (left-- > 0) answer(batch); else process.exit(1) })
const answer = ({ files }) => parentPort.postMessage(files.map(({ shown }) => ({ file: shown, meta: null, fault: null, reads: [] })))`
    await read({ entry: worker(once) }, some.slice(0, 16))
    expect(await crew?.read(some, PERIOD)).toEqual(await alone)
  })
})

test('a whole run gives the same bytes, whoever read', async () => {
  const work = fs.mkdtempSync(join(tmpdir(), 'aggregate-jobs-'))
  const reports = join(work, '2024-H1')
  fs.mkdirSync(reports)
  for (const { path, shown } of some) fs.copyFileSync(path, join(reports, shown.replaceAll('/', ' ')))
  const run = async (jobs: string): Promise<Buffer> => {
    const argv = [reports, '--jobs', jobs, '--out', join(work, `${jobs}.xlsx`), '--quiet']
    const io = { out: () => {}, err: () => {}, columns: null, isColoured: false, cwd: work }
    expect(await main(argv, { ...io, today: '2024-06-25', cores: 2, manyFiles: 1 })).toBeLessThan(2)
    return fs.readFileSync(join(work, `${jobs}.xlsx`))
  }
  expect((await run('2')).equals(await run('1'))).toBe(true)
})
