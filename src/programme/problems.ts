/**
 * What zod found, as mistakes: where it stands, what was found there, and what is allowed.
 */
import type { z } from 'zod'
import type { Mistake, WantedValue } from '../model.ts'
import { nearest } from '../nearest.ts'
import type { Document, Path } from './yaml.ts'

type Issue = z.core.$ZodIssue

/** The mistakes in the part of a document that stands at `at`. */
export function mistakesOf(issues: readonly Issue[], at: Path, document: Document): readonly Mistake[] {
  return issues.flatMap((issue) => mistakesOfIssue(issue, [...at, ...issue.path], document))
}

function mistakesOfIssue(issue: Issue, path: Path, document: Document): readonly Mistake[] {
  const key = keyOf(path)
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((found) => unknownKey(found, issue, path, document))
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const meant = issue.errors.find((branch) => !branch.some(isOtherKind))
    if (meant !== undefined) return mistakesOf(meant, path, document)
  }
  if (!document.has(path)) {
    return typeof path.at(-1) === 'number'
      ? mistakesOfIssue(issue, path.slice(0, -1), document)
      : [document.mistake(path, { code: 'key-missing', key })]
  }
  const found = document.textAt(path)
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') {
    const allowed = issue.message.split(' ')
    if (allowed.length > 1) {
      const near = nearest(found, allowed)
      return [document.mistake(path, { code: 'choice-unknown', key, found, allowed, near })]
    }
  }
  return [document.mistake(path, { code: 'value-wrong', key, found, wanted: issue.message as WantedValue })]
}

/** Was this branch of a union never meant, because the value is of another kind altogether? */
function isOtherKind(issue: Issue): boolean {
  return issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value')
}

function unknownKey(key: string, issue: Issue, path: Path, document: Document): Mistake {
  const allowed = issue.message.split(' ')
  const near = nearest(key, allowed)
  return document.mistakeAtKey(path, key, { code: 'key-unknown', key, allowed, near })
}

/** The last key by name: an item of a list goes by the name of its list; the whole file has none. */
function keyOf(path: Path): string {
  return String(path.findLast((step) => typeof step === 'string') ?? '')
}
