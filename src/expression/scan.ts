/**
 * Holds the text of an expression against the list of what may stand in one, before it is parsed.
 *
 * jsep forgives too much for rules that people are held to: it reads `C02 ≤ C01`, `1,5` and `C01 C02` as several
 * expressions, drops stray commas, and takes `sum(C01 C02)` for two arguments. Here they are refused, with their place.
 */
import type { Code, ExpressionProblem } from '../model.ts'

export type Token = Readonly<{
  kind: 'text' | 'number' | 'code' | 'name' | 'mark' | 'blank'
  found: string
  at: number
}>

/**
 * Numbers: up to 15 digits, a decimal point, up to 6 decimals (a millionth is what comparisons tell apart). Codes: any in
 * square brackets, one that is a name as it is; a part of either in brackets of its own.
 */
const TOKEN =
  /(?<blank>[ ]+)|(?<text>'[^'\\]*'|"[^"\\]*")|(?<number>\d{1,15}(?:\.\d{1,6})?(?![\w.]))|(?<code>\[[^[\]]*\](?:\[[^[\]]*\])?|[A-Za-z_]\w*\[[^[\]]*\])|(?<name>[A-Za-z_]\w*)|(?<mark>==>|==|!=|<=|>=|&&|\|\||[-+*/<>!(),])/y

/** The pieces of `source` up to the first that has no place in an expression, if any. Blanks must be spaces. */
export function scan(
  source: string,
): Readonly<{ tokens: readonly Token[]; problem: ExpressionProblem | null }> {
  const tokens: Token[] = []
  for (let at = 0; at < source.length; ) {
    const token = tokenAt(source, at)
    if (token === null) return { tokens, problem: stray(source, at) }
    if (token.kind !== 'blank') tokens.push(token)
    at += token.found.length
  }
  const wrong = wronglyPlaced(tokens)
  if (wrong !== null) return { tokens, problem: { code: 'syntax', at: wrong.at, found: wrong.found } }
  return { tokens, problem: tokens.length === 0 ? { code: 'syntax', at: 0, found: '' } : null }
}

/** The code that a token stands for: without its brackets, a part behind its whole. `null`: none, `[]`, `TE01[]`. */
export function codeOf({ kind, found }: Token): Code | null {
  if (kind === 'name') return found
  const [, inside, name, part] = /^(?:\[([^[\]]*)\]|(\w+))(?:\[([^[\]]*)\])?$/.exec(found) ?? []
  const whole = (inside ?? name ?? '').trim()
  if (kind !== 'code' || whole === '' || part?.trim() === '') return null
  return part === undefined ? whole : `${whole}[${part.replaceAll(' ', '')}]`
}

/** What stands at `at`, for quoting: a word, a run of marks, or nothing at the end. */
export function stray(source: string, at: number): ExpressionProblem {
  return { code: 'syntax', at, found: /^(?:[\w.]+|[^\s\w.()]+|.)/u.exec(source.slice(at))?.[0] ?? '' }
}

function tokenAt(source: string, at: number): Token | null {
  TOKEN.lastIndex = at
  const groups = TOKEN.exec(source)?.groups ?? {}
  for (const kind of ['blank', 'text', 'number', 'code', 'name', 'mark'] as const) {
    const found = groups[kind]
    if (found !== undefined) return { kind, found, at }
  }
  return null
}

/** Two operands with nothing between them, parentheses around nothing, a decimal comma, a comma outside a function's. */
function wronglyPlaced(tokens: readonly Token[]): Token | null {
  const open: ('call' | 'group')[] = []
  for (const [i, token] of tokens.entries()) {
    const [before, next] = [tokens[i - 1], tokens[i + 1]]
    const calls = token.found === '(' && before?.kind === 'name'
    if (endsOperand(before) && startsOperand(token) && !calls) return token
    if (token.found === '(') open.push(calls ? 'call' : 'group')
    if (token.found === ')' && open.pop() === 'group' && before?.found === '(') return token
    if (token.found !== ',') continue
    if (isDecimalComma(before, token, next))
      return { ...token, found: `${before?.found},${next?.found}`, at: before?.at ?? 0 }
    if (open.at(-1) !== 'call' || before?.found === '(' || next?.found === ')') return token
  }
  return null
}

function endsOperand(token: Token | undefined): boolean {
  return token !== undefined && (token.kind !== 'mark' || token.found === ')')
}

function startsOperand(token: Token): boolean {
  return token.kind !== 'mark' || token.found === '('
}

/** `1,5` with no blank: in `max(C01, 1,5)` nobody can tell, so a blank after the comma is asked for. */
function isDecimalComma(before: Token | undefined, comma: Token, next: Token | undefined): boolean {
  return before?.kind === 'number' && next?.kind === 'number' && next.at === comma.at + 1
}
