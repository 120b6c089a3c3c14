/** The sentences in English of mistakes in a programme’s files and in decisions.yaml. */

import { codeInSource } from '../../expression/infix.ts'
import { decisionWords, keyOf, verbsOf } from '../decision.ts'
import type { Words } from '../mistake.ts'
import { sayPhraseProblem } from '../phrase.ts'
import { didYouMean, quote, quoteAll, sentence, short } from '../saying.ts'

/** Keys of YAML and columns of CSV alike; without one it is the whole file. */
const item = (key: string) => (key === '' ? 'The file' : quote(key))

export const en: Words = {
  faults: {
    syntax: (f) => en.syntax[f.why],
    'key-unknown': (f) =>
      `There is no key ${quote(f.key)} here.${didYouMean.en(f.near)} Allowed keys: ${f.allowed.join(', ')}.`,
    'key-missing': (f) => `${quote(f.key)} is missing.`,
    'key-twice': (f) => `${quote(f.key)} stands on line ${f.firstLine} already; keep only one.`,
    'cells-wrong': (f) => `This row has ${f.found} cells; it must have ${f.wanted}, as the header has.`,
    'value-wrong': (f) =>
      f.found === ''
        ? `${item(f.key)} is empty; it must be ${en.wanted[f.wanted]}.`
        : `${item(f.key)} must be ${en.wanted[f.wanted]}, but says ${quote(f.found)}.`,
    'choice-unknown': (f) =>
      `${quote(f.key)} does not take ${quote(f.found)}.${didYouMean.en(f.near)} Allowed: ${f.allowed.join(', ')}.`,
    'days-reversed': (f) => `The end ${f.until} must come after the start ${f.from}.`,
    'days-overlap': (f) =>
      `${quote(f.key)}: ${f.on} is a day of the part on line ${f.firstLine} too; a day has one of them only.`,
    'days-uncovered': (f) =>
      `${quote(f.key)} is missing from ${f.from} until before ${f.until}; every day of the programme needs one.`,
    'day-outside': (f) =>
      `${quote(f.key)}: ${f.found} is not a day of the programme (from ${f.from} until before ${f.until}).`,
    'bounds-reversed': (f) => `The lowest value ${f.low} is above the highest ${f.high}.`,
    'reference-unknown': (f) =>
      `There is no ${en.referred[f.what]} ${quote(f.found)}.${didYouMean.en(f.near)}`,
    'defined-twice': (f) =>
      `${en.defined[f.what]} ${quote(f.found)} stands on line ${f.firstLine} already; keep only one.`,
    'expression-wrong': (f) => `Expression ${quote(f.text)}: ${sentence(en.problems, f.problem)}`,
    'phrase-wrong': (f) => `Sentence ${quote(short(f.text))}: ${sayPhraseProblem(f.problem, 'en')}`,
    'expression-constant': (f) =>
      `Expression ${quote(f.text)} names no indicator that is reported, so that every report comes out alike.`,
    'never-in-force': (f) =>
      f.what === 'level'
        ? `There is no unit of level ${quote(f.found)} on any day from ${f.from} until before ${f.until}.`
        : `Unit ${quote(f.found)} is not in force on any day from ${f.from} until before ${f.until}.`,
    'part-unused': (f) =>
      `Indicator ${f.indicator} is computed from ${f.part}, which this programme does not use; add ${f.part} to indicators.`,
    'part-computed': (f) =>
      `Ratio ${f.indicator} is computed from ${f.part}, which is a ratio itself; ratios are computed from collected numbers or references.`,
    'nobody-answers': (f) =>
      f.isAsked
        ? `Nobody answers this entry ${quote(f.by)}: on no day of the programme ${quote(f.by)} has a unit that has to report.`
        : `Nobody answers this entry ${quote(f.by)}: reporters has no ${quote(f.by)}; add it there or remove this entry.`,
    'indicator-unasked': (f) =>
      `Nobody answers indicator ${f.indicator}: who is asked is not among reporters; add a reporter or remove ${f.indicator}.`,
    'reporter-idle': (f) =>
      `${quote(f.reporter)} is asked for no indicator, so that it has no form; add it to collect of an indicator or remove this line.`,
    'level-empty': (f) =>
      `Level ${quote(f.level)} has no unit from ${f.from} until before ${f.until}; add units to units.csv or remove the level.`,
    'text-missing': (f) => `${quote(f.found)} is still to be written.`,
    'text-borrowed': (f) => `${quote(f.found)} is of ${f.from}; put your own in its place.`,
    'authority-twice': (f) =>
      `Indicator ${f.indicator} has several authorities about level ${quote(f.about)}; let one be own, and write as: check at the others.`,
    'flag-on-levels': (f) =>
      `The yes/no indicator ${f.indicator} is answered on several levels (${quoteAll(f.levels)}); each level needs its own indicator.`,
    'spells-overlap': (f) =>
      `The spell of unit ${quote(f.found)} overlaps that on line ${f.firstLine}; a code means one unit on any day.`,
    'parent-not-in-force': (f) => `The parent unit ${quote(f.parent)} is not in force on ${f.on}.`,
    'parent-not-above': (f) =>
      `A unit of level ${quote(f.level)} cannot stand under ${quote(f.parent)}, which is of level ${quote(f.above)}.`,
    'decision-unnamed': (f) =>
      f.found === null
        ? `This entry decides nothing. ${verbsOf('en')}.`
        : `There is no decision ${quote(f.found)}.${didYouMean.en(f.near)} ${verbsOf('en')}.`,
    'decision-incomplete': (f) =>
      `The decision ${quote(decisionWords.en.verbs[f.verb])} lacks ${f.key}${keyOf('en', f.key)}.`,
    'fingerprint-wrong': (f) =>
      `A SHA-256 has 64 characters (digits and a to f), but here stands ${quote(f.found)}; copy the whole of it from “Nguồn”.`,
  },
  problems: {
    syntax: (p) =>
      p.found === '' ? 'ends too early.' : `cannot be read from ${quote(p.found)} (character ${p.at + 1}).`,
    'not-allowed': (p) => `${quote(p.found)} cannot be used.`,
    'chained-comparison': (p) => `compare two sides at a time; write ${quote(p.instead)}.`,
    'function-unknown': (p) =>
      `there is no function ${quote(p.found)}.${didYouMean.en(p.near)} Allowed functions: ${p.allowed.join(', ')}.`,
    'arguments-wrong': (p) => `the function ${quote(p.function)} is written ${quote(p.wanted)}.`,
    'type-wrong': (p) =>
      p.wanted === 'truth'
        ? `${quote(p.found)} must be a condition, true or false, such as “C02 <= C01”.`
        : `${quote(p.found)} must be a number, not a condition.`,
    'indicator-unknown': (p) => `there is no indicator ${quote(p.found)}.${didYouMean.en(p.near)}`,
    'part-unknown': (p) => `indicator ${p.whole} is not broken down so; there is no ${quote(p.found)}.`,
    'code-unclear': (p) =>
      p.instead === null
        ? `indicator ${p.indicator} is written in square brackets: ${quote(codeInSource(p.indicator))}.`
        : `${quote(p.found)} may be the indicator ${p.indicator} or ${/^[\d.]+$/.test(p.found) ? 'a number' : 'a calculation'}; write ${quote(codeInSource(p.indicator))} for the indicator, ${quote(p.instead)} if it is not.`,
  },
  syntax: {
    tab: 'Tabs cannot indent a line; use spaces.',
    indent: 'This line is not indented right; keys of one mapping must line up.',
    unclosed: 'A closing bracket, a quote or a comma is missing.',
    quote: 'A quote or special character is out of place; put the whole text between one pair of quotes.',
    alias: 'The name after * has not been given with & above.',
    documents: 'A file holds one document only; remove the “---” within.',
    unexpected: 'Cannot be read from here; look at the indentation, colons, commas and brackets.',
    empty: 'The file is empty.',
  },
  wanted: {
    text: 'text, not empty',
    number: 'a number, with a point for decimals',
    'whole-number': 'a whole number, 0 or more',
    digits: 'a number of decimals, from 0 to 6',
    share: 'a number from 0 to 1, such as 0.9',
    truth: 'true or false',
    list: 'a list, such as [A01, A02]',
    'list-not-empty': 'a list with at least one item, such as [province, commune]',
    mapping: 'key: value pairs',
    dated: 'key: value pairs, or a list with an item for each span of days (from, until)',
    day: 'a real day as year-month-day, such as 2024-06-14',
    'month-day': 'month-day in quotes, the day from 01 to 28, such as "12-15"',
    'year-or-day': 'year (each year) or a day, such as 2025-12-31',
    code: 'a code of at most 50 characters, without spaces, commas, slashes, square or curly brackets, quotes',
    'both-languages': 'in both languages, such as { vi: "…", en: "…" }',
    expression: 'an expression, such as "C02 + C03"',
    'two-expressions': 'two expressions, numerator and denominator, such as [D01, K01]',
    'number-or-two': 'one number or two, such as 70 or [3, 5]',
    indicator: 'the code of an indicator of the catalogue, or an indicator in full',
    collect: 'a level, the code of a body, or { by: …, as: … }',
    'level-or-units': 'a level or a list of unit codes',
    scope: 'all or a list of unit codes',
    asks: 'any or a list of kinds of period, such as [half, year]',
    periods: 'a list with at least one kind of period, such as [half, year]',
    paragraph: 'the code of a phrase, or a list of the codes of one paragraph, such as [D01, D03]',
    authority: 'on whose behalf it is signed, such as "KT. GIÁM ĐỐC" (TM., KT., TL., TUQ. or Q.)',
  },
  referred: {
    indicator: 'indicator',
    unit: 'unit',
    group: 'group of indicators',
    level: 'level',
    reporter: 'reporter',
    column: 'column',
    catalogue: 'catalogue',
    phrase: 'phrase',
    question: 'question',
  },
  defined: {
    indicator: 'Indicator',
    unit: 'Unit',
    group: 'Group',
    level: 'Level',
    rule: 'Rule',
    target: 'Target',
    question: 'Question',
    phrase: 'Phrase',
  },
}
