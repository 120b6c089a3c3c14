#!/usr/bin/env node
// The command `aggregate`: hands the process's world to the program and takes back its exit code.
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'

const entry = fileURLToPath(new URL('../dist/src/cli/main.js', import.meta.url))
if (existsSync(entry)) {
  const { main } = await import('../dist/src/cli/main.js')
  // A reader that stops early (`| head`) is no mistake of ours.
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error
  })
  const now = new Date()
  const twoDigits = (number) => String(number).padStart(2, '0')
  process.exitCode = await main(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    columns: process.stdout.isTTY ? (process.stdout.columns ?? 80) : null,
    isColoured: process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
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
