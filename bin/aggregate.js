#!/usr/bin/env node
// The command `aggregate`: hands the process's world to the program and takes back its exit code.
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'

/** Ctrl-C while something is watched ends it; a second one ends the program. */
let isStopped = false
let wake = () => {}
const stop = () => {
  if (isStopped) process.exit(130)
  isStopped = true
  wake()
}
function pause(milliseconds) {
  if (process.listenerCount('SIGINT') === 0) process.on('SIGINT', stop).on('SIGTERM', stop)
  return new Promise((resolve) => {
    if (isStopped) return resolve(false)
    const timer = setTimeout(() => resolve(true), milliseconds)
    wake = () => {
      clearTimeout(timer)
      resolve(false)
    }
  })
}

const entry = fileURLToPath(new URL('../dist/src/cli/main.js', import.meta.url))
if (existsSync(entry)) {
  const { main } = await import('../dist/src/cli/main.js')
  // A reader that stops early (`| head`) is no mistake of ours.
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error
  })
  const now = new Date()
  const twoDigits = (number) => String(number).padStart(2, '0')
  const { FORCE_COLOR, NO_COLOR, TERM } = process.env
  const isForced = FORCE_COLOR !== undefined && FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  const isUsual = FORCE_COLOR === undefined && process.stdout.isTTY === true && !NO_COLOR && TERM !== 'dumb'
  const ask = async (question) =>
    (await import('../dist/src/cli/ask.js')).ask(question, process.stdin, process.stdout)
  process.exitCode = await main(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    get columns() {
      return process.stdout.isTTY ? (process.stdout.columns ?? 80) : null
    },
    get rows() {
      return process.stdout.isTTY ? (process.stdout.rows ?? 24) : null
    },
    isColoured: isForced || isUsual,
    ...(process.stdin.isTTY && process.stdout.isTTY ? { ask } : {}),
    pause,
    cwd: process.cwd(),
    progress: process.stderr.isTTY
      ? { columns: process.stderr.columns ?? 80, now: () => performance.now() }
      : null,
    onInterrupt: (act) => {
      process.on('SIGINT', act)
      return () => process.off('SIGINT', act)
    },
    cores: availableParallelism(),
    today: `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`,
  })
} else {
  process.stderr.write('Chương trình chưa được cài đặt xong. Hãy chạy: npm run setup\n')
  process.exitCode = 2
}
