/**
 * What a reader must know about the figures of a sentence, and what the writer must look at before it is signed:
 * provisional figures with what they lack in a footnote, disputed and unknown ones as marks.
 */

import { codesIn } from '../expression/codes.ts'
import { writtenWords as words } from '../messages/written.ts'
import type { Code, Figure } from '../model.ts'
import { comparedOf, figureOf, indicatorOf, sayName, type Telling } from './telling.ts'

export type Doubts = Readonly<{ footnote: string | null; marks: readonly string[] }>

/** @param said codes of the figures a sentence gives, compares, and could not give */
export function doubtsOf(
  said: Readonly<{ given: ReadonlySet<Code>; compared: ReadonlySet<Code>; unknown: ReadonlySet<Code> }>,
  telling: Telling,
): Doubts {
  const codes = [...new Set([...said.given, ...said.compared])]
  const figures = codes.flatMap((code) => figureOf(code, telling) ?? [])
  const disputed = figures.filter(({ status }) => status === 'disputed').map(({ indicator }) => indicator)
  const unknown = [...said.unknown].map((code) => sayName(code, telling))
  return {
    footnote: noteOn(figures, [...said.compared], telling),
    marks: [
      ...(disputed.length === 0 ? [] : [words.disputed(answeredOf(disputed, telling))]),
      ...(unknown.length === 0 ? [] : [words.notKnown(unknown)]),
    ],
  }
}

function noteOn(figures: readonly Figure[], compared: readonly Code[], telling: Telling): string | null {
  const { note } = words
  const provisional = figures.filter(({ status, reported, expected }) => {
    return status !== 'final' && status !== 'not-applicable' && reported < expected
  })
  const isDeclared = provisional.some(({ basis }) => basis === 'declared' || basis === 'mixed')
  const before = compared.flatMap((code) => comparedOf(code, telling)?.before ?? [])
  const past = before.filter(({ reported, expected }) => reported < expected)
  const unpaired = figures.filter(({ mark }) => mark === 'unpaired')
  const isPastUnpaired = before.some(({ mark }) => mark === 'unpaired')
  const isPastDisputed = before.some(({ status }) => status === 'disputed')
  const against = words.earlier(telling.material.period)
  const parts = [
    ...(provisional.length === 0 ? [] : [`${note.provisional}, ${missingIn(provisional, telling)}`]),
    ...(isDeclared ? [note.declared] : []),
    ...(past.length === 0 ? [] : [note.before(against, missingIn(past, telling), provisional.length > 0)]),
    ...(unpaired.length === 0 ? [] : [note.unpaired(unpaired.map((one) => sayName(one.indicator, telling)))]),
    ...(isPastUnpaired ? [note.beforeUnpaired(against)] : []),
    ...(isPastDisputed ? [note.beforeDisputed(against)] : []),
  ].join('; ')
  return parts === '' ? null : `${parts.charAt(0).toUpperCase()}${parts.slice(1)}.`
}

/** One number where all figures lack the same, else each with its own; a ratio lacks what its parts lack. */
function missingIn(figures: readonly Figure[], telling: Telling): string {
  const { note } = words
  const groups = new Map<string, Code[]>()
  for (const { indicator, reported, expected } of figures) {
    const missing = note.missing(expected - reported, expected, telling.isComposed)
    groups.set(missing, [...(groups.get(missing) ?? []), indicator])
  }
  if (groups.size === 1) return [...groups.keys()].join()
  return [...groups]
    .map(([missing, codes]) =>
      note.of(
        withoutRatios(codes, telling).map((code) => sayName(code, telling)),
        missing,
      ),
    )
    .join('; ')
}

/** A ratio is not named beside a figure it is made of. */
function withoutRatios(codes: readonly Code[], telling: Telling): readonly Code[] {
  return codes.filter((code) => {
    const indicator = indicatorOf(code, telling)
    return indicator.type !== 'ratio' || !indicator.of.flatMap(codesIn).some((part) => codes.includes(part))
  })
}

/** In place of a disputed ratio, the disputed figures it is made of: those are what somebody can correct. */
function answeredOf(codes: readonly Code[], telling: Telling): readonly Code[] {
  const answered = codes.flatMap((code) => {
    const indicator = indicatorOf(code, telling)
    if (indicator.type !== 'ratio') return [code]
    return indicator.of.flatMap(codesIn).filter((part) => figureOf(part, telling)?.status === 'disputed')
  })
  return [...new Set(answered)]
}
