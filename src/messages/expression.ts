/** The words in which rules, ratios and targets are read aloud: "nếu B11 = 1 thì B01 = 0 và B10 = 0". */

import type { BinaryOperator, FunctionName, Lang, Level } from '../model.ts'
import { sayNumber } from './number.ts'

export type ExpressionWords = Readonly<{
  number: (value: number) => string
  /** What the programme's level is called after a number: "số … có". */
  level: (level: Level) => string
  /** What stands between the operands; `==>` is said around them. */
  between: Readonly<Record<Exclude<BinaryOperator, '==>'>, string>>
  not: (truth: string) => string
  implies: (condition: string, consequence: string) => string
  /** `given` are the arguments, already in words; a level is the first of `count` and `units`. */
  call: Readonly<Record<FunctionName, (...given: readonly string[]) => string>>
}>

const SIGNS = {
  '+': '+',
  '-': '−',
  '*': '×',
  '/': '÷',
  '==': '=',
  '!=': '≠',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
}

const vi: ExpressionWords = {
  number: (value) => sayNumber(value, 'vi'),
  level: (level) => {
    const known: Readonly<Record<string, string>> = {
      province: 'đơn vị cấp tỉnh',
      district: 'đơn vị cấp huyện',
      commune: 'đơn vị cấp xã',
      body: 'sở, ngành',
    }
    return known[level] ?? `đơn vị cấp ${level}`
  },
  between: { ...SIGNS, '/': ':', '&&': 'và', '||': 'hoặc' },
  not: (truth) => `không ${truth}`,
  implies: (condition, consequence) => `nếu ${condition} thì ${consequence}`,
  call: {
    sum: (...given) => `tổng (${given.join('; ')})`,
    min: (...given) => `số nhỏ nhất trong (${given.join('; ')})`,
    max: (...given) => `số lớn nhất trong (${given.join('; ')})`,
    abs: (of) => `giá trị tuyệt đối của (${of})`,
    count: (level, condition) => `số ${level} có (${condition})`,
    units: (level) => `tổng số ${level}`,
    months: () => 'số tháng trong kỳ báo cáo',
    lastYear: (of) => `${of} cùng kỳ năm trước`,
    before: (of) => `${of} kỳ trước`,
    half1: (of) => `${of} 6 tháng đầu năm`,
  },
}

const en: ExpressionWords = {
  number: (value) => sayNumber(value, 'en'),
  level: (level) => {
    const known: Readonly<Record<string, string>> = {
      province: 'provinces',
      district: 'districts',
      commune: 'communes',
      body: 'departments',
    }
    return known[level] ?? `units of level ${level}`
  },
  between: { ...SIGNS, '&&': 'and', '||': 'or' },
  not: (truth) => `not ${truth}`,
  implies: (condition, consequence) => `if ${condition} then ${consequence}`,
  call: {
    sum: (...given) => `the sum of (${given.join('; ')})`,
    min: (...given) => `the smallest of (${given.join('; ')})`,
    max: (...given) => `the largest of (${given.join('; ')})`,
    abs: (of) => `the absolute value of (${of})`,
    count: (level, condition) => `the number of ${level} with (${condition})`,
    units: (level) => `the number of all ${level}`,
    months: () => 'the months in the period',
    lastYear: (of) => `${of} in the same period of last year`,
    before: (of) => `${of} in the period before`,
    half1: (of) => `${of} in the first half-year`,
  },
}

export const expressionWords: Readonly<Record<Lang, ExpressionWords>> = { vi, en }
