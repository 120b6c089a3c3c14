/** Number formats: their codes, and whether what they show is a day or a time of day. */

/** Codes of the formats that a workbook may use without defining them. */
export const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'm/d/yy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'm/d/yy h:mm'],
  [37, '#,##0 ;(#,##0)'],
  [38, '#,##0 ;[Red](#,##0)'],
  [39, '#,##0.00;(#,##0.00)'],
  [40, '#,##0.00;[Red](#,##0.00)'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mmss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
])

/** 27 to 36 and 50 to 58: days as East Asian editions of Excel show them; elsewhere they look like 14. */
export function builtIn(id: number): string | null {
  const isEastern = (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
  return isEastern ? (BUILT_IN.get(14) ?? null) : (BUILT_IN.get(id) ?? null)
}

export type Shows = 'number' | 'day' | 'time'

/** A code shows a day or a time where one of its letters is left once texts, colours and conditions are taken out. */
export function showsOf(code: string): Shows {
  const bare = code
    .replace(/"[^"]*"?|\\.|_.|\*./gs, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .replace(/general/gi, '')
  if (/[yd]|mmm|[bg]{1,4}(?=[ymd])/i.test(bare)) return 'day'
  return /[hms]/i.test(bare) ? (/m/i.test(bare) && !/[hs:]/i.test(bare) ? 'day' : 'time') : 'number'
}
