// Everything a fresh clone needs before anything runs: packages, then the build. Node's own modules only.
//
// What was done is stamped with a hash of what it was done from, so the second time does nothing.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const stampFile = join(root, '.aggregate-setup.json')

/** A hash of files, by their paths and bytes, and of what else counts. */
function hashOf(files, more = '') {
  const hash = createHash('sha256').update(process.version).update(more)
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0')
  return hash.digest('hex')
}

/** What package.json asks npm for; a new script installs nothing. */
function dependencies() {
  const { scripts, ...asked } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return JSON.stringify(asked)
}

/** TypeScript files below a folder, sorted, tests too: they are type-checked with the rest. */
function sources(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .sort()
}

/** Runs a command where everything can see what it says; a failure ends the set-up with its exit code. */
function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (error) process.stderr.write(`${command}: ${error.message}\n`)
  if (status !== 0) process.exit(status ?? 1)
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'))
  } catch {
    return {}
  }
}

export function setUp() {
  const stamp = readStamp()
  const packages = hashOf(['package-lock.json'], dependencies())
  if (stamp.packages !== packages || !existsSync(join(root, 'node_modules'))) {
    process.stderr.write('setup: npm ci\n')
    run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'])
  }
  const build = hashOf(['tsconfig.json', ...sources('src'), ...sources('fixtures')])
  if (stamp.build !== build || stamp.packages !== packages || !existsSync(join(root, 'dist'))) {
    process.stderr.write('setup: build\n')
    rmSync(join(root, 'dist'), { recursive: true, force: true })
    run(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc')])
  }
  writeFileSync(stampFile, `${JSON.stringify({ packages, build })}\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) setUp()
