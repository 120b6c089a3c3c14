/**
 * A bar on stderr for those who wait: files, rate, time left. Only on a terminal, and only once the wait is felt; it is
 * gone before anything else is printed.
 */

import { progressWords } from '../messages/progress.ts'
import type { Period } from '../model.ts'
import { printPeriod } from '../period.ts'
import type { Common, Io } from './terminal.ts'

export type Progress = Readonly<{
  /** The files of a folder are about to be read. */
  reading: (period: Period, files: number) => void
  /** That many more of them have been. */
  read: (files: number) => void
  /** What takes its time without a number to it. */
  step: (name: 'consolidating' | 'writing') => void
  /** Takes the bar away. */
  end: () => void
}>

/** Milliseconds after which a wait is felt. */
const FELT = 500
/** Milliseconds between two looks of the bar. */
const EVERY = 100
const BAR = 20

const NOTHING = (): void => {}
const SILENT: Progress = { reading: NOTHING, read: NOTHING, step: NOTHING, end: NOTHING }

export function progressOn({ err, progress }: Io, { quiet, json, lang }: Common): Progress {
  if (progress === undefined || progress === null || quiet || json) return SILENT
  const { columns, now } = progress
  const words = progressWords[lang]
  let [label, total, done, begun, drawn] = ['', 0, 0, 0, Number.NEGATIVE_INFINITY]
  let width = 0
  const draw = (line: string): void => {
    // One column stays free: a full line would wrap.
    const shown = line.slice(0, columns - 1)
    err(`\r${shown.padEnd(width)}`)
    width = shown.length
  }
  const bar = (): string => {
    const share = total === 0 ? 1 : done / total
    const full = Math.round(share * BAR)
    const seconds = (now() - begun) / 1000
    const rate = seconds > 0 ? done / seconds : 0
    const left = rate > 0 ? Math.ceil((total - done) / rate) : null
    return `${label} ${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${words.files(done, total, Math.round(rate), left)}`
  }
  return {
    reading: (period, files) => {
      ;[label, total, done, begun] = [words.reading(printPeriod(period)), files, 0, now()]
    },
    read: (files) => {
      done += files
      if (now() < FELT || now() - drawn < EVERY) return
      drawn = now()
      draw(bar())
    },
    step: (name) => {
      if (now() >= FELT) draw(words[name])
    },
    end: () => {
      if (width > 0) err(`\r${' '.repeat(width)}\r`)
      width = 0
    },
  }
}
