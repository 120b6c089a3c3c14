/** Of which files the run tells what is wrong in them: those that count, and those that still wait for a person. */

import { expect, test } from 'vitest'
import { checkRules } from '../checks/rules.ts'
import type { Decision } from '../model.ts'
import { aContext, aProgramme, aRule, aSubmission, type SubmissionOptions, UNITS } from '../testing.ts'
import { consolidate } from './consolidate.ts'
import type { FileRead } from './model.ts'

const programme = aProgramme({ rules: [aRule('V1', 'D01 <= C01')] })

/** A file of one commune that breaks V1 and has the bytes of its name. */
function broken(file: string, D01: number, options: SubmissionOptions = {}): FileRead {
  const submission = aSubmission('99101', { C01: 0, D01 }, { programme, file, sha256: file, ...options })
  return { file, sha256: submission.sha256, submission, findings: checkRules(submission, programme) }
}

const [why, by] = ['gửi nhầm', 'Phòng BTXH']
const exclude = (file: string): Decision => ({ verb: 'exclude', file, sha256: file, why, by })

/** What the run says of each file. */
function told(files: readonly FileRead[], decisions: readonly Decision[] = []): readonly string[] {
  const result = consolidate(files, { ...aContext(programme), decisions })
  return result.findings
    .filter(({ fault }) => fault.code !== 'submission-missing')
    .map(({ file, severity, fault }) => `${file} ${severity} ${fault.code}`)
}

const rule = (file: string): string => `${file} error rule-broken`
const refused: FileRead = {
  file: 'hỏng.xlsx',
  sha256: 'hỏng.xlsx',
  submission: null,
  findings: [
    {
      severity: 'error',
      fault: { code: 'form-unknown' },
      file: 'hỏng.xlsx',
      sheet: null,
      cell: null,
      unit: null,
      indicator: null,
    },
  ],
}

test.each<[string, readonly FileRead[], readonly Decision[], readonly string[]]>([
  ['that counts', [broken('a', 1)], [], [rule('a')]],
  [
    'that a later revision replaced is not told',
    [broken('a', 1), broken('b', 2, { revision: 2 })],
    [],
    [rule('b'), 'a info submission-superseded'],
  ],
  [
    'that lost to a decision is not told',
    [broken('a', 1), broken('b', 2)],
    [{ verb: 'prefer', file: 'a', sha256: 'a', why, by }],
    [rule('a'), 'b info submission-superseded'],
  ],
  [
    'that is a copy is told once',
    [broken('a', 1), broken('b', 1, { sha256: 'a' })],
    [],
    [rule('a'), 'b info submission-copy'],
  ],
  [
    'in conflict is told of both',
    [broken('a', 1), broken('b', 2)],
    [],
    [rule('a'), 'b error submission-conflict', rule('b')],
  ],
  ['that was taken out is not told', [broken('a', 1)], [exclude('a')], ['a info submission-excluded']],
  ['that is no report is told', [refused], [], ['hỏng.xlsx error form-unknown']],
  [
    'that is no report and was taken out is not told',
    [refused],
    [exclude('hỏng.xlsx')],
    ['hỏng.xlsx info submission-excluded'],
  ],
])('what is wrong in a file %s', (_, files, decisions, expected) => {
  expect(told(files, decisions)).toEqual(expected)
  expect(told([...files].reverse(), decisions)).toEqual(expected)
})

test('a waiver for what only a replaced file breaks has nothing to decide', () => {
  const later = aSubmission('99101', { C01: 1, D01: 1 }, { programme, file: 'b', revision: 2 })
  const mended: FileRead = { file: 'b', sha256: 'b', submission: later, findings: [] }
  const waive: Decision = { verb: 'waive', rule: 'V1', unit: '99101', why, by }
  expect(told([broken('a', 1), mended], [waive])).toEqual([
    'decisions.yaml warning decision-unused',
    'a info submission-superseded',
  ])
})

test('of a unit that ended inside the period the same holds', () => {
  const units = UNITS.replace(
    '99101,Xã Một,commune,991,2010-01-01,,,',
    '99101,Xã Một,commune,991,2010-01-01,2024-03-01,99102,',
  )
  const ending = aProgramme({ rules: [aRule('V1', 'D01 <= C01')], units })
  const sent = [1, 2].map((revision) =>
    broken(`lần ${revision}`, revision, { programme: ending, revision, since: '2010-01-01' }),
  )
  const { findings } = consolidate(sent, aContext(ending))
  const rules = findings.filter(({ fault }) => fault.code === 'rule-broken')
  expect(rules.map(({ file }) => file)).toEqual(['lần 2'])
})
