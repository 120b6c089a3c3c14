/** The decisions taken, as rows above the table of `Nguồn`: what, about whom, why, by whom, and whether it holds. */

import { decisionWords, type Effect, subjectOf } from '../messages/decision.ts'
import { sayDay } from '../messages/number.ts'
import type { Decision, Finding } from '../model.ts'
import { cell, type PageCell, type PageRow } from '../page.ts'
import { fileCell, type Material } from './material.ts'

/** A title, a header row, a row for each decision in the order written, an empty row; nothing where there is none. */
export function decisionRows(decisions: readonly Decision[], material: Material): readonly PageRow[] {
  if (decisions.length === 0) return []
  const words = decisionWords[material.lang]
  return [
    { cells: [cell(words.title, 'title-left')] },
    { cells: words.headers.map((header) => cell(header, 'header')), height: 32 },
    ...decisions.map((decision, index) => decisionRow(decision, index + 1, material)),
    { cells: [] },
  ]
}

function decisionRow(decision: Decision, order: number, material: Material): PageRow {
  const { names, lang, findings } = material
  const words = decisionWords[lang]
  const unit = 'unit' in decision ? decision.unit : 'reporter' in decision ? decision.reporter : null
  const code = 'rule' in decision ? decision.rule : 'indicator' in decision ? decision.indicator : null
  const effect = effectOf(decision, findings)
  const subject: PageCell =
    'file' in decision && effect !== 'unused'
      ? fileCell({ file: decision.file, sheet: null, cell: null }, material)
      : cell('file' in decision ? decision.file : names.unit(unit), 'text')
  return {
    cells: [
      cell(order, 'text-centred'),
      cell(unit, 'text-centred'),
      subject,
      cell(code, 'text-centred'),
      cell('day' in decision ? sayDay(decision.day, lang) : null, 'text-centred'),
      cell(decision.why, 'text'),
      cell(words.verbs[decision.verb], 'text'),
      cell(decision.by, 'text'),
      cell(words.effects[effect], 'text-centred'),
    ],
  }
}

/** What the run found out about a decision; without a finding about it, it holds. */
function effectOf(decision: Decision, findings: readonly Finding[]): Effect {
  const subject = subjectOf(decision)
  for (const { fault, file } of findings) {
    if (fault.code === 'decision-unused' && fault.verb === decision.verb && fault.subject === subject)
      return 'unused'
    if (
      fault.code === 'decision-void' &&
      fault.verb === decision.verb &&
      'sha256' in decision &&
      file === decision.file &&
      fault.wanted === decision.sha256
    )
      return 'void'
  }
  return 'in-force'
}
