/** Why a spreadsheet was not opened, as every reader of this folder says it. */

import type { UnreadableReason } from '../model.ts'

/** `detail` is a short fact for the message, never a sentence: a part's or a format's name, a size; may be empty. */
export type Refusal = Readonly<{ ok: false; why: UnreadableReason; detail: string }>

/** Something legal that our own reader does not know: another reader may. `detail` says what, in a few words. */
export type Unfamiliar = Readonly<{ ok: false; why: 'unfamiliar'; detail: string }>

export function refuse(why: UnreadableReason, detail = ''): Refusal {
  return { ok: false, why, detail }
}

export function unfamiliar(detail: string): Unfamiliar {
  return { ok: false, why: 'unfamiliar', detail }
}
