/**
 * The process apart in which SheetJS reads: started by `apart.ts`, never imported. Content comes in, a book goes out.
 *
 * A thread of its own watches it. Only from inside can the memory taken be seen while the reading goes on, on every
 * system alike; the limits of V8 see no buffers. Whoever starts this is its parent, and it does not outlive that.
 */

import { Worker } from 'node:worker_threads'
import { readWithSheetJs } from './sheetjs.ts'

/** Runs as text in the thread, so it may use nothing from around it. Ends the process without a word. */
function watch(residentBytes: number): void {
  const parent = process.ppid
  setInterval(() => {
    if (process.memoryUsage.rss() > residentBytes || process.ppid !== parent)
      process.kill(process.pid, 'SIGKILL')
  }, 20)
}

process.once('message', (residentBytes: number) => {
  new Worker(`(${watch})(${residentBytes})`, { eval: true, execArgv: [] }).unref()
  process.on('message', async (content: Uint8Array | string) => {
    process.send?.(await readWithSheetJs(typeof content === 'string' ? content : Buffer.from(content)))
  })
})
