/** How a number changed, as it is said: so many times as much from double on, else by so many percent. */

export type ChangeSaid = Readonly<{ kind: 'times' | 'up' | 'down' | 'turned'; size: number }>

/** @param before not 0; `turned`: one of the two is below 0, and neither times nor percent say anything */
export function changeOf(before: number, now: number): ChangeSaid {
  if (before < 0 || now < 0) return { kind: 'turned', size: 0 }
  const times = now / before
  if (times >= 2) return { kind: 'times', size: rounded(times, times < 10 ? 1 : 0) }
  const percent = Math.abs(times - 1) * 100
  // 99.7 percent less is not nothing left.
  return { kind: times > 1 ? 'up' : 'down', size: rounded(percent, percent > 99 ? 1 : 0) }
}

const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits
