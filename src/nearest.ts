/**
 * "Did you mean …?": the allowed word nearest to the one found. The only door to `leven`.
 */
import { closestMatch } from 'leven'

/**
 * The word of `allowed` that `found` was probably meant to be; the first of equals, `null` when none is near.
 * Letters of either case are the same; the longer the word, the more letters may differ (one, two, at most three).
 */
export function nearest(found: string, allowed: readonly string[]): string | null {
  const folded = allowed.map((word) => word.toLowerCase())
  const match = closestMatch(found.toLowerCase(), folded, { maxDistance: tolerance(found.length) })
  return match === undefined ? null : (allowed[folded.indexOf(match)] ?? null)
}

/** How many letters may differ. A single letter is near nothing but itself. */
function tolerance(length: number): number {
  if (length <= 3) return Math.min(1, length - 1)
  return length <= 8 ? 2 : 3
}
