// Portable folders for machines where nothing can be installed: the program, its packages and Node itself, to be unpacked
// anywhere and started by a double click's worth of typing. Node's own modules only.
//
//   npm run dist                                  this machine's system, with the Node that runs this
//   npm run dist -- --node <path>/node.exe        Windows: with a node.exe from https://nodejs.org/dist/ (win-x64)
//
// Nothing is downloaded: whoever makes the folder takes Node from where their office allows. Beside each folder stand an
// archive of it and SHA256SUMS, by which the one who receives it can see that it is whole.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setUp } from './setup.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const { name, version } = JSON.parse(fs.readFileSync(join(root, 'package.json'), 'utf8'))

/** `--node` and `--out`, each with its value. */
function optionsOf(argv) {
  const at = (option) => (argv.includes(option) ? argv[argv.indexOf(option) + 1] : undefined)
  const unknown = argv.find((one, index) => index % 2 === 0 && one !== '--node' && one !== '--out')
  if (unknown !== undefined || argv.length % 2 === 1)
    fail('npm run dist -- [--node <node.exe>] [--out <folder>]')
  return {
    node: resolve(at('--node') ?? process.execPath),
    out: resolve(at('--out') ?? join(root, 'release')),
  }
}

function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(2)
}

/** Which system a Node is for, by its first bytes: a Windows program begins with MZ. */
function systemOf(node) {
  if (!fs.existsSync(node)) fail(`Không có tệp “${node}”. There is no file “${node}”.`)
  const first = Buffer.alloc(20)
  const file = fs.openSync(node)
  fs.readSync(file, first)
  fs.closeSync(file)
  if (first.subarray(0, 2).toString('latin1') === 'MZ') return 'win-x64'
  const isElf = first.subarray(1, 4).toString('latin1') === 'ELF'
  if (isElf) return { 62: 'linux-x64', 183: 'linux-arm64' }[first.readUInt16LE(18)] ?? 'linux'
  return `${process.platform}-${process.arch}`
}

/** Runs a command; a failure ends everything with its words. */
function run(command, args, cwd) {
  const shell = process.platform === 'win32' && command === 'npm'
  const { status, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8', shell })
  if (error ?? status !== 0) fail(`${command} ${args[0]}: ${error?.message ?? stderr}`)
}

/** The program with its packages, exactly as `npm pack` would send it out. */
function unpackProgram(folder) {
  const work = fs.mkdtempSync(join(tmpdir(), 'aggregate-dist-'))
  run('npm', ['pack', '--ignore-scripts', '--pack-destination', work], root)
  run('tar', ['-xf', `${name}-${version}.tgz`], work)
  fs.cpSync(join(work, 'package'), folder, { recursive: true })
  fs.rmSync(work, { recursive: true })
}

/** Started from anywhere, also by a link; no Node on the machine is looked for. */
const LINUX = `#!/bin/sh
# aggregate: ./aggregate --help
self="$0"
while [ -h "$self" ]; do
  link=$(readlink "$self")
  case "$link" in /*) self="$link" ;; *) self="\${self%/*}/$link" ;; esac
done
case "$self" in */*) here="\${self%/*}" ;; *) here=. ;; esac
exec "$here/node" "$here/program/bin/aggregate.js" "$@"
`

/** Node itself speaks Unicode to the terminal of Windows, whatever its code page is. */
const WINDOWS = ['@echo off', '"%~dp0node.exe" "%~dp0program\\bin\\aggregate.js" %*', ''].join('\r\n')

const README = `aggregate ${version}

Không cần cài đặt: giải nén thư mục này vào đâu cũng được, mở cửa sổ lệnh tại đó và gõ:

  Windows:  aggregate init C:\\bao-cao --sample
  Linux:    ./aggregate init ~/bao-cao --sample

Muốn gõ "aggregate" ở mọi nơi thì thêm thư mục này vào PATH.
Hướng dẫn: program/README.md

No installation: unpack this folder anywhere, open a terminal in it and type the line above.
`

/** SHA-256 of every file below a folder, in the format of sha256sum. */
function sums(folder) {
  const files = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
  const line = (file) =>
    `${createHash('sha256')
      .update(fs.readFileSync(join(folder, file)))
      .digest('hex')}  ${file}\n`
  return files.map(line).join('')
}

const { node, out } = optionsOf(process.argv.slice(2))
const system = systemOf(node)
const isWindows = system.startsWith('win')
setUp()
const folder = join(out, `${name}-${version}-${system}`)
fs.rmSync(folder, { recursive: true, force: true })
fs.mkdirSync(folder, { recursive: true })
unpackProgram(join(folder, 'program'))
fs.copyFileSync(node, join(folder, isWindows ? 'node.exe' : 'node'))
if (!isWindows) fs.chmodSync(join(folder, 'node'), 0o755)
fs.writeFileSync(join(folder, isWindows ? 'aggregate.cmd' : 'aggregate'), isWindows ? WINDOWS : LINUX, {
  mode: 0o755,
})
fs.writeFileSync(join(folder, 'DOC-TRUOC.txt'), `\ufeff${README.replaceAll('\n', '\r\n')}`)
fs.writeFileSync(join(folder, 'SHA256SUMS'), sums(folder))
const archive = await archived(folder)
const digest = createHash('sha256').update(fs.readFileSync(archive)).digest('hex')
fs.writeFileSync(`${archive}.sha256`, `${digest}  ${basename(archive)}\n`)
const megabytes = (fs.statSync(archive).size / 1e6).toFixed(1)
process.stdout.write(`${folder}\n${archive} (${megabytes} MB)\nSHA-256 ${digest}\n`)

/** The folder as one file: a zip for Windows, which opens it by a double click; else what tar makes. */
async function archived(folder) {
  if (!isWindows) {
    run('tar', ['-czf', `${folder}.tar.gz`, '-C', out, basename(folder)], root)
    return `${folder}.tar.gz`
  }
  const { zipEntries } = await import('../dist/src/spreadsheet/zip.js')
  const names = sums(folder)
    .trimEnd()
    .split('\n')
    .map((line) => line.slice(66))
  const entries = names.map((file) => ({
    name: `${basename(folder)}/${file}`,
    data: fs.readFileSync(join(folder, file)),
  }))
  fs.writeFileSync(`${folder}.zip`, await zipEntries(entries))
  return `${folder}.zip`
}
