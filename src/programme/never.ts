/**
 * What can never say anything: expressions that no answer changes, levels and units that no day of the programme has.
 */
import { codesIn } from '../expression/codes.ts'
import type { Code, Expression, Level, MistakeFault, Unit } from '../model.ts'
import type { Context } from './context.ts'
import type { Document, Path } from './yaml.ts'

/** Reports a rule or a target whose expressions name nothing that is reported, by its text. */
export function checkConstant(
  expressions: readonly Expression[],
  text: string,
  document: Document,
  path: Path,
  context: Context,
): void {
  if (expressions.some((one) => codesIn(one).some((code) => !context.references.has(code)))) return
  context.mistakes.push(document.mistake(path, { code: 'expression-constant', text }))
}

/** Reports a level that has no unit while the programme lasts. */
export function checkLevel(level: Level, document: Document, path: Path, context: Context): void {
  const isThere = context.units.some((unit) => unit.level === level && isEverInForce(unit, context))
  if (!isThere) report('level', level, document, path, context)
}

/** Reports a unit that units.csv has, but on no day of the programme. */
export function checkUnit(code: Code, document: Document, path: Path, context: Context): void {
  const isThere = context.units.some((unit) => unit.code === code && isEverInForce(unit, context))
  if (!isThere) report('unit', code, document, path, context)
}

function isEverInForce({ from, until }: Unit, { head }: Context): boolean {
  return from < head.valid.until && (until === null || head.valid.from < until)
}

function report(
  what: Extract<MistakeFault, { code: 'never-in-force' }>['what'],
  found: string,
  document: Document,
  path: Path,
  { head, mistakes }: Context,
): void {
  if (head.valid.until <= head.valid.from) return
  mistakes.push(document.mistake(path, { code: 'never-in-force', what, found, ...head.valid }))
}
