// The benchmark on few files: that it runs, and ratios so generous that only a broken reader misses them. The goals
// themselves are for `npm run bench` on a quiet machine.
import { spawnSync } from 'node:child_process'

const args = ['dist/fixtures/bench/bench.js', '--files', '60', '--rounds', '3', '--json', '--only', 'floor,reading,checking,exceljs']
const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
if (status !== 0) {
  console.log(`FAIL  the benchmark ended with ${status}: ${stderr}`)
  process.exit(1)
}
const { results, dialects, files } = JSON.parse(stdout)
const ratio = (one, other) => results[one].processor / results[other].processor
const claims = [
  ['reading and checking takes at most 15 times the floor', ratio('checking', 'floor'), (value) => value <= 15],
  ['an exceljs loop takes at least 3 times our reader', ratio('exceljs', 'reading'), (value) => value >= 3],
]
console.log(`      ${files} files as saved by ${dialects.join(', ')}`)
for (const [claim, value, holds] of claims) {
  console.log(`${holds(value) ? 'ok  ' : 'FAIL'}  ${claim}: ${value.toFixed(2)}`)
  if (!holds(value)) process.exitCode = 1
}
