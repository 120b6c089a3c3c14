// `aggregate --help` answers at once: within twice an empty Node plus 60 ms. A matter of this machine at this moment,
// so both are timed in turns; asserted here, where nothing else runs, and not among the tests.
import { spawnSync } from 'node:child_process'

const RUNS = 21

function time(...args) {
  const start = performance.now()
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`)
  return performance.now() - start
}

const median = (times) => times.toSorted((a, b) => a - b)[(times.length - 1) / 2]

const empty = []
const help = []
for (let run = -1; run < RUNS; run++) {
  const pair = [time('-e', '0'), time('bin/aggregate.js', '--help')]
  // The first pair only warms the disk's cache.
  if (run < 0) continue
  empty.push(pair[0])
  help.push(pair[1])
}
const [node, ours] = [median(empty), median(help)]
const budget = 2 * node + 60
const figures = `${ours.toFixed(0)} ms, ${(ours / node).toFixed(2)} times an empty Node (${node.toFixed(0)} ms); budget ${budget.toFixed(0)} ms`
console.log(`${ours <= budget ? 'ok  ' : 'FAIL'}  aggregate --help, median of ${RUNS}: ${figures}`)
process.exitCode = ours <= budget ? 0 : 1
