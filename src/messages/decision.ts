/** Words for what a person decided about the files and findings of a period: `decisions.yaml`. */

import type { Decision, Lang } from '../model.ts'

/** The file as people call it, where findings about a decision stand. */
export const DECISIONS_FILE = 'decisions.yaml'

/** Did a decision do anything? `void`: its file has changed. `unused`: there was nothing to decide. */
export type Effect = 'in-force' | 'void' | 'unused'

export type DecisionWords = Readonly<{
  title: string
  headers: readonly string[]
  verbs: Readonly<Record<Decision['verb'], string>>
  effects: Readonly<Record<Effect, string>>
  /** What each key of an entry holds. */
  keys: Readonly<Record<string, string>>
}>

export const decisionWords: Readonly<Record<Lang, DecisionWords>> = {
  vi: {
    title: 'CÁC QUYẾT ĐỊNH VỀ TỆP VÀ SỐ LIỆU',
    headers: [
      'TT',
      'Mã đơn vị',
      'Tệp, đơn vị',
      'Chỉ tiêu, quy tắc',
      'Ngày nhận',
      'Lý do',
      'Quyết định',
      'Người quyết định',
      'Hiệu lực',
    ],
    verbs: {
      exclude: 'bỏ tệp',
      prefer: 'chọn tệp',
      waive: 'bỏ qua quy tắc',
      adopt: 'lấy số đối chiếu',
      received: 'ngày nhận',
      'accept-late': 'chấp nhận nộp chậm',
    },
    effects: { 'in-force': 'có', void: 'hết hiệu lực', unused: 'không dùng đến' },
    keys: {
      why: 'lý do',
      by: 'người quyết định',
      unit: 'mã đơn vị',
      reporter: 'mã đơn vị báo cáo',
      sha256: 'mã SHA-256 của tệp, chép ở trang “Nguồn”',
    },
  },
  en: {
    title: 'DECISIONS TAKEN',
    headers: [
      'No.',
      'Unit code',
      'File or unit',
      'Indicator or rule',
      'Received',
      'Why',
      'Decision',
      'Decided by',
      'In force',
    ],
    verbs: {
      exclude: 'exclude file',
      prefer: 'prefer file',
      waive: 'waive rule',
      adopt: 'adopt check value',
      received: 'day received',
      'accept-late': 'accept late report',
    },
    effects: { 'in-force': 'yes', void: 'void', unused: 'not used' },
    keys: {
      why: 'the reason',
      by: 'who decided',
      unit: 'the unit’s code',
      reporter: 'the reporter’s code',
      sha256: 'the file’s SHA-256, to be copied from “Nguồn”',
    },
  },
}

/** What a decision is about, in the codes and names it was written with: `V05 31117`, or a file. */
export function subjectOf(decision: Decision): string {
  switch (decision.verb) {
    case 'exclude':
    case 'prefer':
      return decision.file
    case 'waive':
      return `${decision.rule} ${decision.unit}`
    case 'adopt':
      return `${decision.indicator} ${decision.unit}`
    case 'received':
    case 'accept-late':
      return decision.reporter
  }
}

/** What may be decided, each with what it is called: `exclude (bỏ tệp)`. */
export function verbsOf(lang: Lang): string {
  const named = Object.entries(decisionWords[lang].verbs).map(([verb, name]) => `${verb} (${name})`)
  return `${lang === 'vi' ? 'Ghi một trong' : 'Write one of'}: ${named.join(', ')}`
}

/** What a key of a decision holds, in brackets. */
export function keyOf(lang: Lang, key: string): string {
  const name = decisionWords[lang].keys[key]
  return name === undefined ? '' : ` (${name})`
}
