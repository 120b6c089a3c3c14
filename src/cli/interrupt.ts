/** Ctrl-C, obeyed between two files or two pieces of output, so that what was begun is cleared away first. */

import { CannotRun } from '../files.ts'
import type { Io } from './terminal.ts'

export type Interrupt = Readonly<{
  /** @throws CannotRun once Ctrl-C was pressed */
  check: () => void
  /** From here on Ctrl-C ends the program at once again. */
  end: () => void
}>

/** Listens for the first Ctrl-C; a second one ends the program at once, whatever it is doing. */
export function interruptOf({ onInterrupt }: Io): Interrupt {
  let isPressed = false
  const end =
    onInterrupt?.(() => {
      isPressed = true
      end()
    }) ?? (() => {})
  return {
    check: () => {
      if (isPressed) throw new CannotRun({ code: 'interrupted' })
    },
    end,
  }
}
