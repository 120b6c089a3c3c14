/**
 * Text of an expression → `Expression`, or why not. The only door to `jsep`.
 *
 * The text is held against a list of what may stand in it (`scan.ts`), then parsed, then the kinds of node are held
 * against a list, then the types (`types.ts`). Whether its codes exist is the programme's question: see `codesIn`.
 */
import jsep from 'jsep'
import type { BinaryOperator, Code, Expression, ExpressionProblem, FunctionName } from '../model.ts'
import { nearest } from '../nearest.ts'
import { BINARY_OPERATORS, FUNCTION_NAMES, isFunctionName, PRECEDENCE, typeOf } from './operators.ts'
import { codeOf, scan, stray, type Token } from './scan.ts'
import { argumentsWrong, typeProblem } from './types.ts'

export type Parsed =
  | Readonly<{ ok: true; expression: Expression; type: 'number' | 'truth' }>
  | Readonly<{ ok: false; problem: ExpressionProblem }>

// jsep keeps its operators in itself, for all who import it; this file alone does, and sets them once.
jsep.removeAllUnaryOps()
for (const operator of ['-', '!']) jsep.addUnaryOp(operator)
jsep.removeAllBinaryOps()
for (const operator of BINARY_OPERATORS) jsep.addBinaryOp(operator, PRECEDENCE[operator], operator === '==>')

/** Parses and checks one expression. Positions in a problem count characters of `text` from 0. */
export function parseExpression(text: string): Parsed {
  const source = text.replace(/\s/g, ' ') // line breaks of YAML, no-break spaces of Word: one for one, so places hold
  const { tokens, problem } = scan(source)
  const empty = tokens.find((token) => token.kind === 'code' && codeOf(token) === null)
  if (problem !== null || empty !== undefined)
    return { ok: false, problem: problem ?? stray(source, empty?.at ?? 0) }
  const named = withNames(source, tokens)
  const node = parseNode(named.text, source)
  if ('problem' in node) return { ok: false, problem: node.problem }
  const refused = refusal(node.root)
  if (refused !== null) return { ok: false, problem: refused }
  const expression = translate(node.root, named.codes)
  const mistyped = typeProblem(expression)
  return mistyped === null
    ? { ok: true, expression, type: typeOf(expression) }
    : { ok: false, problem: mistyped }
}

type Codes = ReadonlyMap<string, Code>

/**
 * The source with a name in place of every code in brackets, which jsep would take for an array: as long as it, so that
 * places hold, and of characters for private use, which no source may hold.
 */
function withNames(source: string, tokens: readonly Token[]): Readonly<{ text: string; codes: Codes }> {
  const codes = new Map<string, Code>()
  let text = source
  for (const token of tokens.filter(({ kind }) => kind === 'code')) {
    const { at, found } = token
    const name = String.fromCharCode(0xe000 + codes.size).padEnd(found.length, '$')
    codes.set(name, codeOf(token) ?? '')
    text = `${text.slice(0, at)}${name}${text.slice(at + found.length)}`
  }
  return { text, codes }
}

function parseNode(
  text: string,
  source: string,
): { root: jsep.CoreExpression } | { problem: ExpressionProblem } {
  try {
    return { root: core(jsep(text)) }
  } catch (error) {
    // jsep's own errors say where; anything else is a fault of the program
    if (!(error instanceof Error && 'index' in error && typeof error.index === 'number')) throw error
    return { problem: stray(source, error.index) }
  }
}

/** The first node of a kind that is not on the list, or a function nobody knows; `null`: all may be translated. */
function refusal(node: jsep.CoreExpression): ExpressionProblem | null {
  switch (node.type) {
    case 'Identifier':
      return isFunctionName(node.name) ? argumentsWrong(node.name) : null
    case 'Literal':
      return typeof node.value === 'number' || typeof node.value === 'string' ? null : notAllowed(node.raw)
    case 'UnaryExpression':
      return refusal(core(node.argument))
    case 'BinaryExpression':
      return refusal(core(node.left)) ?? refusal(core(node.right))
    case 'CallExpression':
      return unknownFunction(core(node.callee)) ?? firstRefusal(node.arguments)
    default:
      return notAllowed(node.type === 'ThisExpression' ? 'this' : node.type)
  }
}

function firstRefusal(nodes: readonly jsep.Expression[]): ExpressionProblem | null {
  return nodes.map((node) => refusal(core(node))).find((problem) => problem !== null) ?? null
}

function unknownFunction(callee: jsep.CoreExpression): ExpressionProblem | null {
  if (callee.type !== 'Identifier') return notAllowed(callee.type)
  if (isFunctionName(callee.name)) return null
  const near = nearest(callee.name, FUNCTION_NAMES)
  return { code: 'function-unknown', found: callee.name, near, allowed: FUNCTION_NAMES }
}

function notAllowed(found: string): ExpressionProblem {
  return { code: 'not-allowed', found }
}

/** Only for what `refusal` let pass. */
function translate(node: jsep.CoreExpression, codes: Codes): Expression {
  const part = (inner: jsep.Expression): Expression => translate(core(inner), codes)
  switch (node.type) {
    case 'Identifier':
      return { kind: 'indicator', code: codes.get(node.name) ?? node.name }
    case 'Literal':
      return typeof node.value === 'number'
        ? { kind: 'number', value: node.value }
        : { kind: 'text', value: String(node.value) }
    case 'UnaryExpression':
      return { kind: 'unary', operator: node.operator as '-' | '!', of: part(node.argument) }
    case 'BinaryExpression':
      return {
        kind: 'binary',
        operator: node.operator as BinaryOperator,
        left: part(node.left),
        right: part(node.right),
      }
    case 'CallExpression': {
      const callee = node.callee as jsep.Identifier
      return { kind: 'call', name: callee.name as FunctionName, arguments: node.arguments.map(part) }
    }
    default:
      throw new Error(`a ${node.type} passed the list of allowed nodes`)
  }
}

/** jsep types the parts of a node as anything at all; every one is a node of its core. */
function core(node: jsep.Expression): jsep.CoreExpression {
  return node as jsep.CoreExpression
}
