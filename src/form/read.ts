/**
 * One workbook → one submission and everything wrong with its cells.
 *
 * Rows are found by their code and columns by their header, so an inserted row or a moved column does no harm.
 * A wrong cell does not lose a commune: it is missing, with a finding, and the rest counts.
 */

import type { Book } from '../book.ts'
import type { Finding, Period, Programme, Submission } from '../model.ts'
import { reportAboutColumns } from './about-columns.ts'
import { readAnswers, readNotes } from './answers.ts'
import type { Add, FormRead } from './form-read.ts'
import { readHead } from './head.ts'
import { isConsolidated, metaOf } from './identify.ts'
import { inUnicode } from './in-unicode.ts'
import { reportOutside } from './outside.ts'
import { personalDataIn } from './personal-cells.ts'
import { type FileOfBook, recognise } from './recognise.ts'
import { reportTampering } from './tampering.ts'
import { readTexts } from './texts.ts'

export type ReadForm = Readonly<{ submission: Submission | null; findings: readonly Finding[] }>

/**
 * Reads a filled form.
 *
 * @returns the submission, or `null` where the workbook is none of this programme's forms; findings either way
 */
export function readForm(book: Book, programme: Programme, file: FileOfBook): ReadForm {
  // Our own workbook quotes offices' words, hashes and file names; as a form it is refused whatever it holds.
  if (isConsolidated(book)) {
    const place = { file: file.path, sheet: null, cell: null, unit: null, indicator: null }
    return {
      submission: null,
      findings: [{ severity: 'error', fault: { code: 'form-consolidated' }, ...place }],
    }
  }
  const { book: decoded, remarks } = inUnicode(book)
  const personal = personalDataIn(decoded)
  if (personal.length > 0) {
    const named = metaOf(decoded)?.unit ?? ''
    // Only a code that the programme has: nothing else of the file may be repeated.
    const unit = programme.units.some(({ code }) => code === named) ? named : null
    const place = { file: file.path, unit, indicator: null }
    return { submission: null, findings: personal.map((one) => ({ severity: 'error', ...one, ...place })) }
  }
  const read = readDecoded(decoded, programme, file)
  if (read.submission === null) return read
  const { reporter } = read.submission
  const ofTexts = remarks.map((one) => ({ ...one, file: file.path, unit: reporter, indicator: null }))
  return { ...read, findings: [...ofTexts, ...read.findings] }
}

/** The same of a book whose texts are in Unicode, and in which nothing personal stands. */
function readDecoded(book: Book, programme: Programme, file: FileOfBook): ReadForm {
  const recognised = recognise(book, programme, file)
  if ('refused' in recognised) return { submission: null, findings: [recognised.refused] }
  const { findings, ...form } = recognised
  const { submission, findings: found } = readTable({ book, programme, file, ...form })
  return { submission, findings: submission === null ? found : [...findings, ...found] }
}

type Reading = FormRead & Readonly<{ file: FileOfBook; period: Period }>

function readTable(reading: Reading): ReadForm {
  const { programme, file, period, layout, sheet, old } = reading
  const findings: Finding[] = []
  const add: Add = (severity, fault, cell, indicator, inSheet = sheet.name, disputes = []) => {
    const found = {
      severity,
      fault,
      file: file.path,
      sheet: inSheet,
      cell,
      unit: layout.reporter.code,
      indicator,
    }
    findings.push(disputes.length === 0 ? found : { ...found, disputes })
  }
  if (old !== null) add(old.severity, old.fault, null, null)
  reportTampering(reading, add)
  reportAboutColumns(reading, add)
  const notes = readNotes(reading)
  const answers = readAnswers(reading, notes, add)
  reportOutside(reading, add)
  const head = readHead(reading, add)
  const submission: Submission = {
    file: file.path,
    sha256: file.sha256,
    sheet: sheet.name,
    reporter: layout.reporter.code,
    since: layout.reporter.from,
    period,
    revision: head.revision,
    received: head.received,
    answers,
    notes,
    texts: readTexts(reading.book, programme, add),
  }
  // One cause, one finding: a form without a single answer is not forty blanks but a report not made.
  const isBlank =
    answers.states.every((state) => state === 'blank') &&
    submission.texts.length === 0 &&
    !findings.some(({ fault }) => fault.code === 'value-outside-form' || fault.code.startsWith('form-row-'))
  if (!isBlank || layout.slots.length === 0) return { submission, findings }
  const unit = layout.reporter.code
  const place = { file: file.path, sheet: null, cell: null, unit, indicator: null }
  return { submission: null, findings: [{ severity: 'error', fault: { code: 'form-blank' }, ...place }] }
}
