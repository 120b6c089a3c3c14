/** The sentences in English of what was sent in, sent twice or decided upon. */

import type { Difference } from '../../model.ts'
import { someOf } from '../cells.ts'
import { decisionWords } from '../decision.ts'
import type { Messages } from '../index.ts'
import type { Kinds } from '../kinds.ts'
import { sayDay, sayNumber } from '../number.ts'

const number = (value: number | null): string => (value === null ? 'blank' : sayNumber(value, 'en'))

function listed(differences: readonly Difference[]): string {
  if (differences.length === 0) return ''
  const shown = differences
    .slice(0, 5)
    .map(
      (one) =>
        `${one.indicator}${one.cell === null ? '' : ` in ${one.cell}`}: ${number(one.before)} → ${number(one.after)}`,
    )
  return ` (${shown.join('; ')}${differences.length > 5 ? `; … and ${differences.length - 5} more` : ''})`
}

const { verbs } = decisionWords.en

const unused = {
  'file-not-found': 'there is no such file in the folder',
  'unit-unknown': 'there is no such unit in the period',
  'rule-not-broken': 'the unit does not break this rule',
  'rule-not-judged': 'what the rule asks is not all known yet',
  'nothing-to-adopt': 'there is no check value to adopt',
  'authority-answered': 'the authority has answered',
  'reporter-unknown': 'there is no such reporter',
  'not-late': 'the unit is not late',
} as const

/** What stands in the place of an answer that nobody wrote, and what to do where it is wrong. */
const made = {
  'value-derived': {
    used: 'the year less its first half is',
    ask: 'compare the reports of the year and of its first half',
  },
  'value-composed': {
    used: 'the shorter periods come to',
    ask: 'ask the authority to report for the whole period',
  },
} as const

export const submitted: Pick<Messages, Kinds['submitted']> = {
  'container-read': (f) => ({
    what: `A consolidated workbook from below: ${f.submissions} reports were taken out of it, its own totals add nothing${f.leftOut.length === 0 ? '' : `; its sender left out ${f.leftOut.length} files: ${someOf(f.leftOut, 'en', 4)}`}${f.hasDecisions ? `; its sender took decisions in decisions.yaml, of which ${f.waivers} waivers hold here` : ''}.`,
    fix:
      f.leftOut.length === 0 && !f.hasDecisions
        ? 'Nothing to do.'
        : 'Nothing to do if you agree with its sender.',
  }),
  'container-rows-unread': (f) => ({
    what: `Of the sheet Nguồn ${f.cells.length} rows belong to no report of the consolidated workbook (${someOf(f.cells, 'en')}); they do not count.`,
    fix: 'The sheet Nguồn was changed; ask the sender to make the workbook again.',
  }),
  'container-total-differs': (f, { names, indicator }) => ({
    what: `The consolidated workbook says ${number(f.found)} for ${names.indicator(indicator)}, but its sheet Nguồn comes to ${number(f.computed)}.`,
    fix: 'Its numbers may have been changed; the sheet Nguồn is what counts here. Please ask its sender.',
  }),
  'value-unreadable-below': (f) => ({
    what: `The answer in cell ${f.cell} of the original report could not be read by the office below; it counts as not given.`,
    fix: 'Ask the unit to mend that cell and to send the report again.',
  }),
  'holidays-unknown': (f) => ({
    what: `The public holidays before the deadline of ${sayDay(f.deadline, 'en')} are not known (they are from ${sayDay(f.from, 'en')} until ${sayDay(f.until, 'en')}); only Saturdays and Sundays are left out.`,
    fix: 'Update the program, or list the days off under “days-off”, in “calendar” of programme.yaml.',
  }),
  'submission-missing': (f, { names, unit }) => ({
    what: `No report from ${names.unit(unit)}.`,
    fix:
      f.deadline === null
        ? 'Contact the unit.'
        : `Contact the unit; the deadline is ${sayDay(f.deadline, 'en')}.`,
  }),
  'submission-copy': (f) => ({
    what: `The file is identical to “${f.of}”; one of them counts.`,
    fix: 'Nothing to do; the copy can be deleted.',
  }),
  'submission-superseded': (f) => ({
    what: `${f.isPreferred ? `By a decision in decisions.yaml “${f.by}” counts` : `Revision ${f.revision} (“${f.by}”) replaces this file`} and differs in ${f.differences.length} cells${listed(f.differences)}; this file does not count.`,
    fix: f.isPreferred
      ? 'Nothing to do if the decision is right.'
      : 'Nothing to do if the later revision is right.',
  }),
  'submission-conflict': (f) => ({
    what: `Two files of one unit and one revision differ: this one and “${f.with}”${listed(f.differences)}. Neither counts yet.`,
    fix: 'Ask the unit which one is right; take the wrong one away or raise “Lần báo cáo” in the right one.',
  }),
  'submission-doubtful': (f, { names, unit }) => ({
    what: f.displaces
      ? `This file has a higher “Lần báo cáo” than “${f.with}” of ${names.unit(unit)}, but its heading, name or folder names another office or period${listed(f.differences)}. Whose report it is is not clear, so neither counts yet.`
      : `The heading, name or folder of this file names another office or period; ${names.unit(unit)} has the file “${f.with}”, which counts, and this one does not yet.`,
    fix: 'Ask whose report this is, then write prefer or exclude into decisions.yaml.',
  }),
  'received-unknown': () => ({
    what: '“Ngày báo cáo” is blank, so it is not known whether the report was on time; counted as on time.',
    fix: 'Remind the office to fill in “Ngày báo cáo”.',
  }),
  'received-unreadable': (f) => ({
    what: `“Ngày báo cáo” holds “${f.found}”, which is not a day.`,
    fix: 'Write day/month/year, such as 14/6/2024.',
  }),
  'received-outside': (f) => ({
    what: `“Ngày báo cáo” is ${sayDay(f.found, 'en')}, not between the start of the period and the day of the run.`,
    fix: 'Check the day, month and year.',
  }),
  'revision-unreadable': (f) => ({
    what: `“Lần báo cáo” holds “${f.found}”, which is not a revision number; counted as 1.`,
    fix: 'Write 1, 2, 3…',
  }),
  'decision-void': (f) => ({
    what: `The file was changed after the decision “${verbs[f.verb]}”, which is therefore not applied (its SHA-256 is ${f.found.slice(0, 12)}…, the decision says ${f.wanted.slice(0, 12)}…).`,
    fix: 'Look at the file; to decide the same again, copy its new code from “Nguồn” into decisions.yaml, else delete that line.',
  }),
  'decision-unused': (f) => ({
    what: `The decision “${verbs[f.verb]}” about “${f.subject}” does nothing: ${'used' in f ? `${made[f.why].used} ${sayNumber(f.used, 'en')}, which is used${f.check === null ? '' : `; the check value is ${sayNumber(f.check, 'en')}`}` : unused[f.why]}.`,
    fix:
      'used' in f
        ? `If what is used is right, delete that line of decisions.yaml; if not, ${made[f.why].ask}.`
        : 'Correct the file’s name or the code in decisions.yaml; if it is needed no more, delete that line.',
  }),
  'submission-excluded': (f) => ({
    what: `The file does not count by decision of ${f.by}: ${f.why}.`,
    fix: 'Nothing to do; see decisions.yaml.',
  }),
}
