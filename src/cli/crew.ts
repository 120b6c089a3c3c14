/**
 * Reads many files: batch by batch in the main thread, and above some number also in threads beside it.
 *
 *   files ─batches of 8─▶ main thread          in the order of the files, whoever read them,
 *                      └▶ worker, worker …  ─▶  so that the output does not know how many there were
 *
 * A worker that dies loses nothing: what it had in hand is read in the main thread.
 */

import { Worker } from 'node:worker_threads'
import type { Found } from '../files.ts'
import type { Period } from '../model.ts'
import { type Looked, look, type Reading } from './look.ts'
import { type PackedLook, unpacker } from './packed.ts'

/** Some files of one folder. */
export type Batch = Readonly<{ files: readonly Found[]; period: Period }>

export type CrewOptions = Readonly<{
  /** Threads that read, the main one among them. */
  jobs: number
  /** Files of one folder from which on workers pay for their start. */
  threshold: number
  /** What runs in a worker. */
  entry: URL
  /** Called with the number of files read since the last call, in the main thread, often; what it throws ends the reading. */
  onRead: (files: number) => void
}>

/** Reads folder after folder; the workers stay until `end`. */
export type Crew = Readonly<{
  read: (files: readonly Found[], period: Period) => Promise<readonly Looked[]>
  end: () => Promise<void>
}>

// `.ts` where the sources run as they are, in tests.
const isBuilt = import.meta.url.endsWith('.js')

export const WORKER = new URL(isBuilt ? './worker.js' : './worker.ts', import.meta.url)

/** Files in a batch: few enough that nobody waits long at the end, enough that a message costs little. */
const BATCH = 8
/** Batches a worker has in hand, so that it never waits for a main thread that is reading itself. */
const IN_HAND = 3

/** Below this many files a worker takes longer to start, and to become fast, than it saves; measured on two cores. */
export const THRESHOLD = 5000

/** A worker with the numbers of the batches it has not answered yet, in the order they were given. */
type Hand = Readonly<{ worker: Worker; inHand: number[]; isAlive: () => boolean }>

export function crewFor(reading: Reading, options: CrewOptions): Crew {
  const unpack = unpacker(reading.programme)
  let hands: readonly Hand[] = []
  return {
    read: async (files, period) => {
      const isMany = options.jobs > 1 && files.length >= options.threshold
      if (isMany && hands.length === 0) hands = started(reading, options)
      const batches = Array.from({ length: Math.ceil(files.length / BATCH) }, (_, at): Batch => {
        return { files: files.slice(at * BATCH, (at + 1) * BATCH), period }
      })
      return (await readBatches(batches, isMany ? hands : [], reading, unpack, options.onRead)).flat()
    },
    end: async () => {
      await Promise.all(hands.map(({ worker }) => worker.terminate()))
      hands = []
    },
  }
}

function started(reading: Reading, { jobs, entry }: CrewOptions): readonly Hand[] {
  const fromSources = ['--import', new URL('../spreadsheet/testing-child.mjs', import.meta.url).href]
  return Array.from({ length: jobs - 1 }, (): Hand => {
    const worker = new Worker(entry, { workerData: reading, execArgv: isBuilt ? [] : fromSources })
    let isAlive = true
    // What it dies of shows when the main thread reads the same files.
    worker.on('error', () => {})
    worker.on('exit', () => {
      isAlive = false
    })
    return { worker, inHand: [], isAlive: () => isAlive }
  })
}

/** What each batch came to, in order. Batches are taken from the front, by whoever is free. */
async function readBatches(
  batches: readonly Batch[],
  hands: readonly Hand[],
  reading: Reading,
  unpack: (looked: PackedLook) => Looked,
  onRead: CrewOptions['onRead'],
): Promise<readonly (readonly Looked[])[]> {
  const done: (readonly Looked[])[] = []
  const waiting = batches.map((_, at) => at)
  // Of workers that died: not for another worker, in case it was their fault.
  const own: number[] = []
  let wake = (): void => {}
  const finish = (at: number, looked: readonly Looked[]): void => {
    done[at] = looked
    onRead(looked.length)
  }
  const give = ({ worker, inHand, isAlive }: Hand): void => {
    while (isAlive() && inHand.length < IN_HAND) {
      const at = waiting.shift()
      if (at === undefined) return
      inHand.push(at)
      worker.postMessage(batches[at])
    }
  }
  const arrived: [number, readonly PackedLook[]][] = []
  const release = hands.map((hand) => {
    const answered = (looked: readonly PackedLook[]): void => {
      const at = hand.inHand.shift()
      if (at !== undefined) arrived.push([at, looked])
      give(hand)
      wake()
    }
    const died = (): void => {
      own.push(...hand.inHand.splice(0))
      wake()
    }
    hand.worker.on('message', answered).on('exit', died)
    give(hand)
    return () => hand.worker.off('message', answered).off('exit', died)
  })
  try {
    for (let left = batches.length; left > 0; ) {
      for (const [at, looked] of arrived.splice(0)) {
        finish(at, looked.map(unpack))
        left--
      }
      const at = own.shift() ?? waiting.shift()
      const batch = at === undefined ? undefined : batches[at]
      if (at !== undefined && batch !== undefined) {
        finish(at, await lookAtAll(batch, reading))
        left--
      } else if (left > 0 && arrived.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      await turn()
    }
  } finally {
    for (const one of release) one()
  }
  return done
}

async function lookAtAll({ files, period }: Batch, reading: Reading): Promise<readonly Looked[]> {
  const looked: Looked[] = []
  for (const file of files) looked.push(await look(file, period, reading))
  return looked
}

/** Lets messages of workers and Ctrl-C in. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
