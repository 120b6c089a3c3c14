/**
 * The process apart in which SheetJS reads: started by `apart.ts`, never imported. Content comes in, a book goes out.
 *
 * A thread of its own watches it. Only from inside can the memory taken be seen while the reading goes on, on every
 * system alike; the limits of V8 see no buffers. Whoever starts this is its parent, and it does not outlive that.
 */

import { type MessagePort, Worker } from 'node:worker_threads'
import { readWithSheetJs } from './sheetjs.ts'

/** Runs as text in the thread, so it may use nothing from around it. Ends the process without a word. */
function watch(residentBytes: number, port: MessagePort): void {
  const parent = process.ppid
  const look = (): void => {
    if (process.memoryUsage.rss() > residentBytes || process.ppid !== parent)
      process.kill(process.pid, 'SIGKILL')
  }
  look()
  setInterval(look, 20)
  port.postMessage('watching')
}

process.once('message', (residentBytes: number) => {
  const source = `(${watch})(${residentBytes}, require('node:worker_threads').parentPort)`
  const thread = new Worker(source, { eval: true, execArgv: [] })
  thread.unref()
  const watched = new Promise((resolve) => thread.once('message', resolve))
  process.on('message', async (content: Uint8Array | string) => {
    await watched
    process.send?.(await readWithSheetJs(typeof content === 'string' ? content : Buffer.from(content)))
  })
})
