/**
 * What changes with time: the agency that signs, and what one reporter owes. Each holds for the days `[from, until)`.
 */
import type { Dated, Day, Heading, Programme } from '../model.ts'

/** Does it hold on `day`? */
export function holdsOn({ from, until }: Dated, day: Day): boolean {
  return (from === null || from <= day) && (until === null || day < until)
}

/** What holds on `day`; `null`: nothing does. */
export function heldOn<Item extends Dated>(items: readonly Item[], day: Day): Item | null {
  return items.find((item) => holdsOn(item, day)) ?? null
}

/**
 * The agency of `day`, mostly a period's last. Before the first and after the last of a programme's days it is the
 * agency that comes nearest: a paper always has a heading.
 */
export function headingOn(day: Day, { headings }: Programme): Heading {
  const found = heldOn(headings, day) ?? headings.find(({ from }) => from !== null && day < from)
  const heading = found ?? headings.at(-1)
  if (heading === undefined) throw new Error('a programme has at least one heading')
  return heading
}

/** Earliest first; what has no beginning comes before all. */
export function inTimeOrder<Item extends Dated>(items: readonly Item[]): readonly Item[] {
  return [...items].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
}
