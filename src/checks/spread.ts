/**
 * How far numbers usually lie from their middle, told so that a few wild ones among them do not move it.
 *
 * Mean and standard deviation are moved by the very number they are to judge; the median and the quartiles of the
 * distances are not, as long as less than a quarter of the numbers are wild. Divided by what the same quantile is of a
 * normal distribution, each is an estimate of the standard deviation. The median alone is 0 where most numbers are
 * alike and the rest vary as they please; so the greater of the two is taken.
 *
 * @see F. R. Hampel (1974), "The influence curve and its role in robust estimation", Journal of the American
 *      Statistical Association 69
 */

/** Median and upper quartile of the distance from 0 of a standard normal variable: Φ⁻¹(3/4) and Φ⁻¹(7/8). */
export const MIDDLE = 0.6745
export const QUARTILE = 1.1503

/** @returns 0 of nothing */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  const [low = 0, high = 0] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]]
  return (low + high) / 2
}

/** The least value that three quarters do not exceed; 0 of nothing. */
export function upperQuartileOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.75) - 1] ?? 0
}

/** The standard deviation that distances from a middle speak of, in their own unit. */
export function spreadOf(distances: readonly number[]): number {
  return Math.max(medianOf(distances) / MIDDLE, upperQuartileOf(distances) / QUARTILE)
}

/** A median of so many is itself off by √(π/2n) standard deviations, which widens what is usual around it a little. */
export const widenedBy = (count: number): number => Math.sqrt(1 + Math.PI / (2 * count))
