/** What is said of a figure beside its status, in every output alike. */

import type { Lang, Mark } from '../model.ts'

export const markWords: Readonly<Record<Lang, Readonly<Record<Mark, string>>>> = {
  vi: { unpaired: 'tử số và mẫu số chưa cùng đơn vị' },
  en: { unpaired: 'numerator and denominator are not yet of the same units' },
}

/** Before the digits in a table, where there is no room for words. */
export const MARK_SIGNS: Readonly<Record<Mark, string>> = { unpaired: '≠' }

/** Before the digits of a figure in dispute. */
export const DISPUTED_SIGN = '*'
