/** `aggregate template`: blank forms for every reporter of a period, in folders by district. */

import { basename, join, resolve } from 'node:path'
import { CannotRun, exists, readInput, writeAll } from '../files.ts'
import { formPages } from '../form/blank.ts'
import { terminalWords } from '../messages/terminal.ts'
import type { Lang, Period, Programme, Tree, Unit } from '../model.ts'
import { nearest } from '../nearest.ts'
import { printPeriod } from '../period.ts'
import { type Asked, askedIn, isBody, treeAt } from '../slots.ts'
import { checkInside, periodCalled } from './arguments.ts'
import { installedProgrammes, programmeCalled, workspaceAbove } from './programmes.ts'
import type { Common, Io } from './terminal.ts'

export type TemplateOptions = Common &
  Readonly<{
    programme?: string
    /** `undefined`: as the workspace says. */
    period: string | undefined
    all: boolean
    unit: readonly string[]
    body: readonly string[]
    out: string
  }>

export async function template(options: TemplateOptions, io: Io): Promise<number> {
  const period = periodCalled(options.period ?? workspacePeriod(io))
  const programme = programmeFor(options, io)
  checkInside(period, programme)
  const tree = treeAt(programme, period)
  const asked = chosen(options, programme, period, tree)
  if (asked.length === 0)
    throw new CannotRun({ code: 'period-not-asked', period: printPeriod(period), programme: programme.id })
  const folder = resolve(io.cwd, options.out)
  const outputs: readonly Form[] = await formOutputs(asked, programme, period, options.lang, folder)
  refuseToReplace(outputs, options.out)
  await writeAll(outputs)
  if (options.json)
    io.out(`${JSON.stringify({ forms: asked.map(({ unit }) => formPath(unit, tree, period)) })}\n`)
  else io.out(`${terminalWords[options.lang].templatesDone(asked.length, options.out)}\n`)
  return 0
}

/** The blank forms of reporters, to be written into `folder`, in folders by district. */
export async function formOutputs(
  asked: readonly Asked[],
  programme: Programme,
  period: Period,
  lang: Lang,
  folder: string,
): Promise<readonly Form[]> {
  const { writeWorkbook } = await import('../spreadsheet/write.ts')
  const tree = treeAt(programme, period)
  const outputs: Form[] = []
  for (const one of asked) {
    const bytes = await writeWorkbook(formPages(one, programme, tree, period, lang))
    outputs.push({ path: join(folder, formPath(one.unit, tree, period)), bytes })
  }
  return outputs
}
type Form = Readonly<{ path: string; bytes: Uint8Array }>

/** A form that is there already may have been filled in: only one that is still as we wrote it is written again. */
function refuseToReplace(outputs: readonly Form[], folder: string): void {
  const taken = outputs.filter(({ path, bytes }) => {
    if (!exists(path)) return false
    const there = readInput(path)
    return !there.ok || Buffer.compare(Buffer.from(there.bytes), Buffer.from(bytes)) !== 0
  })
  const [first] = taken
  if (first !== undefined)
    throw new CannotRun({
      code: 'forms-exist',
      path: join(folder, basename(first.path)),
      count: taken.length,
    })
}

/** By `--programme`, else by the workspace, else the only one installed. */
function programmeFor(options: TemplateOptions, io: Io): Programme {
  if (options.programme !== undefined) return programmeCalled(options.programme, io.cwd)
  const workspace = workspaceAbove(io.cwd)
  if (workspace !== null) return workspace.programme
  const known = installedProgrammes()
  const [only] = known
  if (only === undefined || known.length > 1) throw new CannotRun({ code: 'programme-not-chosen', known })
  return programmeCalled(only, io.cwd)
}

function workspacePeriod({ cwd }: Io): string {
  const period = workspaceAbove(cwd)?.period ?? null
  if (period !== null) return period
  throw new CannotRun({ code: 'usage', problem: 'option-missing', found: '--period', near: null })
}

function chosen(
  options: TemplateOptions,
  programme: Programme,
  period: Period,
  tree: Tree,
): readonly Asked[] {
  const asked = askedIn(programme, period, tree)
  if (options.all) return asked
  const codes = [...options.unit, ...options.body]
  if (codes.length === 0) throw new CannotRun({ code: 'nobody-asked' })
  return codes.map((code) => {
    const one = asked.find(({ unit }) => unit.code === code)
    if (one !== undefined) return one
    if (tree.unit(code) !== null) throw new CannotRun({ code: 'unit-not-asked', found: code })
    const near = nearest(
      code,
      tree.units.map((unit) => unit.code),
    )
    throw new CannotRun({ code: 'unit-unknown', found: code, near })
  })
}

/**
 * Where a form is put: a district's forms in its folder, departments in theirs. The code keeps apart two units of one
 * name; what Windows forbids in names is left out.
 */
function formPath(unit: Unit, tree: Tree, period: Period): string {
  const name = (text: string): string => text.replace(/[<>:"/\\|?*]/g, ' ').trim()
  const parent = unit.parent === null ? null : tree.unit(unit.parent)
  const hasChildren = tree.childrenOf(unit.code).length > 0
  const folder = isBody(unit) ? 'Sở, ngành' : hasChildren ? unit.name : (parent?.name ?? unit.name)
  return join(name(folder), `${unit.code} ${name(unit.name)} ${printPeriod(period)}.xlsx`)
}
