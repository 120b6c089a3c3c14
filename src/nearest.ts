/**
 * "Did you mean …?": the allowed word nearest to the one found. The only door to `leven`.
 */
import { closestMatch } from 'leven'

/**
 * The word of `allowed` that `found` was probably meant to be; the first of equals, `null` when none is near.
 * Letters of either case are the same; the longer the word, the more letters may differ (one, two, at most three).
 * A beginning of at least four letters stands for the one word that goes on from it.
 */
export function nearest(found: string, allowed: readonly string[]): string | null {
  const folded = allowed.map((word) => word.toLowerCase())
  const match = closestMatch(found.toLowerCase(), folded, { maxDistance: tolerance(found.length) })
  if (match !== undefined) return allowed[folded.indexOf(match)] ?? null
  const begun = allowed.filter(
    (_, index) => found.length >= 4 && folded[index]?.startsWith(found.toLowerCase()),
  )
  return begun.length === 1 ? (begun[0] ?? null) : null
}

/** How many letters may differ. A single letter is near nothing but itself. */
function tolerance(length: number): number {
  if (length <= 3) return Math.min(1, length - 1)
  return length <= 8 ? 2 : 3
}
