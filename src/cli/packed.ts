/**
 * What a worker sends back, small: the answers of a form as a few long texts and one list of numbers, since copying three
 * texts for each of fifty answers between threads costs more than all the rest.
 *
 * Unpacked, equal texts are one text again: half a million cells of a nation are called by a few hundred names.
 */

import type { As, Programme, Slot, State, Submission } from '../model.ts'
import type { FileRead } from '../pipeline.ts'
import { slotsOf, treeAt } from '../slots.ts'
import type { Looked } from './look.ts'

/** A field for each answer, between tabs; codes, states and addresses hold none. `slots` is `null`: those asked of it. */
type PackedAnswers = Readonly<{ slots: string | null; states: string; cells: string; values: Float64Array }>

type PackedRead = Omit<FileRead, 'submission'> &
  Readonly<{ submission: (Omit<Submission, 'answers'> & Readonly<{ answers: PackedAnswers }>) | null }>

export type PackedLook = Omit<Looked, 'reads'> & Readonly<{ reads: readonly PackedRead[] }>

export function packed(looked: Looked, programme: Programme): PackedLook {
  return { ...looked, reads: looked.reads.map((read) => packedRead(read, programme)) }
}

function packedRead({ submission, ...rest }: FileRead, programme: Programme): PackedRead {
  if (submission === null) return { ...rest, submission }
  const { slots, values, states, cells } = submission.answers
  const answers: PackedAnswers = {
    slots:
      slots === slotsAsked(submission, programme)
        ? null
        : slots.map(({ indicator, about, as }) => `${indicator}\t${about}\t${as}`).join('\t'),
    states: states.join('\t'),
    cells: cells.map((cell) => cell ?? '').join('\t'),
    // Where there is no value the state says so.
    values: Float64Array.from(values, (value) => value ?? 0),
  }
  return { ...rest, submission: { ...submission, answers } }
}

/** The other way round; `shared` gives the one text for each text equal to it. */
export function unpacker(programme: Programme): (looked: PackedLook) => Looked {
  const known = new Map<string, string>()
  const shared = (text: string): string => {
    const same = known.get(text)
    if (same !== undefined) return same
    known.set(text, text)
    return text
  }
  const read = ({ submission, ...rest }: PackedRead): FileRead => {
    if (submission === null) return { ...rest, submission }
    const { slots, states, cells, values } = submission.answers
    const fields = (text: string): string[] => (text === '' ? [] : text.split('\t'))
    const known = fields(states).map((state) => shared(state) as State)
    const answers = {
      slots: slots === null ? slotsAsked(submission, programme) : slotsIn(fields(slots).map(shared)),
      states: known,
      values: known.map((state, index) => (state === 'value' ? (values[index] ?? null) : null)),
      cells: known.length === 0 ? [] : cells.split('\t').map((cell) => (cell === '' ? null : shared(cell))),
    }
    return { ...rest, submission: { ...submission, answers } }
  }
  return (looked) => ({ ...looked, reads: looked.reads.map(read) })
}

/** What the programme asks of a reporter at the end of a period: both threads work it out, so that it need not be sent. */
function slotsAsked(
  { reporter, period }: Pick<Submission, 'reporter' | 'period'>,
  programme: Programme,
): readonly Slot[] {
  const tree = treeAt(programme, period)
  const unit = tree.unit(reporter)
  return unit === null ? [] : slotsOf(unit, programme, tree)
}

function slotsIn(fields: readonly string[]): readonly Slot[] {
  const slots: Slot[] = []
  for (let at = 0; at < fields.length; at += 3) {
    const [indicator = '', about = '', as = ''] = [fields[at], fields[at + 1], fields[at + 2]]
    slots.push({ indicator, about, as: as as As })
  }
  return slots
}
