// The demo: consolidates the synthetic province in fixtures/ and says where the workbook is.
//
// The fixture holds planted mistakes, so the command itself ends with 1; the demo ends with 0 when it has run.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setUp } from './setup.js'

setUp()
const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join('fixtures', 'can-tho', 'reports', '2024-H1')
const args = [join('bin', 'aggregate.js'), folder, '--as-of', '2024-06-25']
process.stdout.write(`$ aggregate ${folder} --as-of 2024-06-25\n\n`)
const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
const workbook = join(`${folder}-tong-hop`, 'tong-hop-2024-H1.xlsx')
const worked = (status === 0 || status === 1) && existsSync(join(root, workbook))
if (worked) process.stdout.write(`\n${join(root, workbook)}\n`)
process.exitCode = worked ? 0 : 1
