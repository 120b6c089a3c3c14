/** Digits with separators as numbers: both ways where they can be read both ways. */

/**
 * Every number that digits with separators may stand for: none, one, or two that cannot be told apart.
 *
 * Legal style writes 1.234,5 but files mix it with 1,234.5. Where both separators stand, the last is the decimal one.
 * One before exactly three digits separates thousands if no decimals are asked, else it may be either.
 *
 * @param decimalSign of the file, where it is known: then even that one is not in doubt
 */
export function readingsOf(text: string, decimals: number, decimalSign?: ','): number[] {
  const [, sign = '', digits = ''] = /^([-+]?) ?((?:\d[\d., ]*|[.,]\d+))$/.exec(text) ?? []
  if (digits === '') return []
  const signed = (plain: string) => Number(plain) * (sign === '-' ? -1 : 1) + 0
  if (/^\d+$/.test(digits)) return [signed(digits)]
  const separators = [...new Set(digits.replace(/\d/g, ''))]
  const last = separators.at(-1) ?? ''
  const [whole = '', fraction = '', ...more] = digits.split(last)
  const grouped = isGrouped(digits, last) ? signed(digits.replaceAll(last, '')) : null
  if (separators.length > 2 || (separators.length === 2 && last === ' ')) return []
  if (separators.length === 2) {
    const [first = ''] = separators
    const fits = more.length === 0 && /^\d+$/.test(fraction) && isGrouped(whole, first)
    return fits ? [signed(`${whole.replaceAll(first, '')}.${fraction}`)] : []
  }
  if (last === ' ' || more.length > 0) return grouped === null ? [] : [grouped]
  if (!/^\d+$/.test(fraction)) return []
  const decimal = signed(`${whole || '0'}.${fraction}`)
  if (grouped === null) return [decimal]
  if (decimals > 0 && decimalSign !== undefined) return [last === decimalSign ? decimal : grouped]
  return decimals === 0 ? [grouped] : [decimal, grouped]
}

/** Digits in groups of three: `1.234.567`; a group in front never starts with 0. */
function isGrouped(digits: string, separator: string): boolean {
  const [first = '', ...groups] = digits.split(separator)
  return /^[1-9]\d{0,2}$/.test(first) && groups.length > 0 && groups.every((group) => /^\d{3}$/.test(group))
}
