/**
 * Reads with SheetJS in a process apart, so that a file on which it never ends, or which fills the memory, costs that
 * process and not the run. One process serves file after file; it keeps nobody from ending, and ends with its parent.
 *
 * What bounds it: the time (watched here), the resident memory (watched by the process itself) and V8's heap.
 */

import { type ChildProcess, fork } from 'node:child_process'
import type { Parsed } from './sheetjs.ts'

/** `entry` is what runs in the process. */
export type Limits = Readonly<{
  milliseconds: number
  residentBytes: number
  heapMegabytes: number
  entry: URL
}>

// `.ts` where the sources run as they are, in tests.
const isBuilt = import.meta.url.endsWith('.js')

/** Far above what any report needs; an ordinary one is read in less than a tenth of a second. */
export const LIMITS: Limits = {
  milliseconds: 12_000,
  residentBytes: 600 << 20,
  heapMegabytes: 400,
  entry: new URL(isBuilt ? './child.js' : './child.ts', import.meta.url),
}

/** `end` ends the process and waits for it; reading again starts another. `processId`: of the one that lives. */
export type Apart = Readonly<{
  read: (content: Uint8Array | string) => Promise<Parsed>
  end: () => Promise<void>
  processId: () => number | null
}>

type Fate = Parsed | 'no-time' | 'no-memory' | 'crash'

/** A reader apart. Several files asked for at once are read one after the other. */
export function readerApart(limits: Limits): Apart {
  let child: ChildProcess | null = null
  let last: Promise<unknown> = Promise.resolve()

  async function attempt(content: Uint8Array | string): Promise<Fate> {
    child ??= start(limits)
    const fate = await ask(child, content, limits.milliseconds)
    if (typeof fate === 'string') child = null
    return fate
  }
  async function readNow(content: Uint8Array | string): Promise<Parsed> {
    const isFresh = child === null
    const fate = await attempt(content)
    // What earlier files left behind in the process is not this file's fault.
    const settled = typeof fate === 'string' && fate !== 'no-time' && !isFresh ? await attempt(content) : fate
    return typeof settled === 'string' ? refusals[settled] : settled
  }
  return {
    read: (content) => {
      const result = last.then(() => readNow(content))
      last = result.catch(() => null)
      return result
    },
    end: async () => {
      await last
      if (child === null) return
      const ended = new Promise((resolve) => child?.once('exit', resolve))
      child.ref()
      child.kill('SIGKILL')
      child = null
      await ended
    },
    processId: () => child?.pid ?? null,
  }
}

const refusals: Readonly<Record<'no-time' | 'no-memory' | 'crash', Parsed>> = {
  'no-time': { ok: false, why: 'too-long', lost: '' },
  'no-memory': { ok: false, why: 'too-big', lost: '' },
  crash: { ok: false, why: 'damaged', lost: null },
}

const shared = readerApart(LIMITS)

/** Reads with the one process that all files share. Never throws for what the content holds. */
export function readApart(content: Uint8Array | string): Promise<Parsed> {
  return shared.read(content)
}

function start({ residentBytes, heapMegabytes, entry }: Limits): ChildProcess {
  const fromSources = ['--import', new URL('./testing-child.mjs', import.meta.url).href]
  const child = fork(entry, [], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${heapMegabytes}`, ...(isBuilt ? [] : fromSources)],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    windowsHide: true,
  } as Parameters<typeof fork>[2])
  // What it dies of is told by 'exit'; a message that it can no longer take is no error of ours.
  child.on('error', () => {})
  child.send(residentBytes)
  return child
}

/** Asks, and waits for the answer, the end of the process or the end of the time, whichever comes first. */
function ask(child: ChildProcess, content: Uint8Array | string, milliseconds: number): Promise<Fate> {
  return new Promise((resolve) => {
    let words = ''
    const hear = (text: Buffer): void => {
      if (words.length < 10_000) words += text
    }
    const settle = (fate: Fate): void => {
      clearTimeout(timer)
      child.off('message', settle)
      child.off('close', died)
      child.stderr?.off('data', hear)
      setWaiting(child, false)
      resolve(fate)
    }
    // Killed without a word: by its own watch, or by the system when memory ran out.
    const died = (): void => settle(words === '' || /out of memory/i.test(words) ? 'no-memory' : 'crash')
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      settle('no-time')
    }, milliseconds)
    child.on('message', settle)
    child.on('close', died)
    child.stderr?.on('data', hear)
    setWaiting(child, true)
    child.send(content, () => {})
  })
}

/** A process that nobody waits for must not keep the program from ending. */
function setWaiting(child: ChildProcess, isWaiting: boolean): void {
  const held = [child, child.channel, child.stderr] as readonly ({
    ref?: () => void
    unref?: () => void
  } | null)[]
  for (const one of held) isWaiting ? one?.ref?.() : one?.unref?.()
}
