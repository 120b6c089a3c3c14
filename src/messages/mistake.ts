/**
 * Mistakes in a programme's files as sentences: what was found, what is allowed, and what was probably meant.
 */
import type {
  Defined,
  ExpressionProblem,
  Lang,
  Mistake,
  MistakeFault,
  Referred,
  SyntaxReason,
  WantedValue,
} from '../model.ts'
import { en } from './en/mistake.ts'
import { type Sentences, sentence } from './saying.ts'
import { vi } from './vi/mistake.ts'

/** Every sentence of one language. A kind of mistake without its sentence does not compile. */
export type Words = Readonly<{
  faults: Sentences<MistakeFault>
  problems: Sentences<ExpressionProblem>
  syntax: Readonly<Record<SyntaxReason, string>>
  wanted: Readonly<Record<WantedValue, string>>
  referred: Readonly<Record<Referred, string>>
  defined: Readonly<Record<Defined, string>>
}>

/** One line: `file:line:column: …`. */
export function sayMistake(mistake: Mistake, lang: Lang): string {
  const { file, line, column, fault } = mistake
  return `${file}:${line}:${column}: ${sayFault(fault, WORDS[lang])}`
}

function sayFault(fault: MistakeFault, words: Words): string {
  return sentence(words.faults, fault)
}

const WORDS: Readonly<Record<Lang, Words>> = { vi, en }
