/** The thread that reads files beside the main one: started by `crew.ts`, never imported. Batches come in, what they came to goes out. */

import { parentPort, workerData } from 'node:worker_threads'
import type { Batch } from './crew.ts'
import { look, type Reading } from './look.ts'
import { packed } from './packed.ts'

const reading: Reading = workerData

parentPort?.on('message', async ({ files, period }: Batch) => {
  const looked = []
  for (const file of files) looked.push(packed(await look(file, period, reading), reading.programme))
  parentPort?.postMessage(looked)
})
