/** How sentences of every language cite an answer, and how far two numbers are apart. */

import type { Cited } from '../model.ts'

/** Where an answer stands: file › cell, or nothing where it has no place. */
export const cited = (one: Cited): string => [one.file, one.cell].filter((part) => part !== null).join(' › ')

/** `a − b` without binary noise: answers have at most six decimals. */
export const difference = (a: number, b: number): number => Math.round((a - b) * 1e6) / 1e6
