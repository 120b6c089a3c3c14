/**
 * `aggregate status <folder> --watch`: in the week of the deadline, each file is read as it arrives and the table follows.
 *
 * On a terminal the screen is drawn anew, and given back as it was in the end, with the last standing printed below;
 * elsewhere a line is added for each file. A file that is still being copied is waited for.
 */

import { resolve } from 'node:path'
import { shownPath } from '../files/paths.ts'
import { type Change, nextChange, type Snapshot, snapshotBelow } from '../files/watch.ts'
import { CannotRun, onDisk } from '../files.ts'
import { sayObstacle } from '../messages/obstacle.ts'
import { statusWords } from '../messages/status.ts'
import { printPeriod } from '../period.ts'
import { periodOfFolder } from './arguments.ts'
import type { PeriodFolder } from './gather.ts'
import { printStanding } from './print-status.ts'
import { type Standing, type StatusOptions, standingOf } from './status.ts'
import type { Io } from './terminal.ts'

/** @returns 0 when the user ends it */
export async function watchStatus(folder: string, options: StatusOptions, io: Io): Promise<number> {
  const path = onDisk(resolve(io.cwd, folder))
  const named = periodOfFolder(path)
  const early = snapshotBelow([{ path, period: named === null ? null : printPeriod(named) }])
  let standing = await standingOf(folder, options, io)
  const view = io.columns === null || options.json ? lines(options, io) : screen(folder, options, io)
  view.first(standing)
  // What came while the first reading went on is noticed by its earlier stamp.
  let before: Snapshot = new Map([...lookAt(standing), ...early])
  try {
    for (;;) {
      const look = (): Snapshot => lookAt(standing)
      const change = await nextChange(look, before, io.pause ?? (async () => false), view.waiting)
      if (change === null) break
      before = change.now
      try {
        standing = await standingOf(folder, options, io)
        view.next(standing, change)
      } catch (error) {
        // decisions.yaml in the middle of being written, say: it is told, and looked at again when it changes.
        if (!(error instanceof CannotRun)) throw error
        view.trouble(sayObstacle(error.obstacle, options.lang))
      }
    }
  } finally {
    view.end(standing)
  }
  return 0
}

const foldersOf = ({ path, period, parts }: PeriodFolder): { path: string; period: string }[] => [
  { path, period: printPeriod(period) },
  ...parts.flatMap(foldersOf),
]

const lookAt = ({ inputs }: Standing): Snapshot => snapshotBelow(foldersOf(inputs))

/** How what happens is shown. */
type View = Readonly<{
  first: (standing: Standing) => void
  next: (standing: Standing, change: Change) => void
  waiting: (paths: readonly string[]) => void
  trouble: (line: string) => void
  end: (standing: Standing) => void
}>

/** For a log or another program: the standing once, then a line for each file; under `--json` a line for each change. */
function lines(options: StatusOptions, io: Io): View {
  return {
    first: (standing) => printStanding(standing, options, io),
    next: (standing, change) => {
      if (options.json) return printStanding(standing, options, io)
      const news = [...newsOf(standing, change, options), leftOf(standing, options)]
      for (const line of news) io.out(`${line}\n`)
    },
    waiting: () => {},
    trouble: (line) => io.err(`${line}\n`),
    end: () => {},
  }
}

/** The screen that programs draw on, apart from the one with what was typed before; and back. */
const ENTER = '\u001b[?1049h'
const LEAVE = '\u001b[?1049l'
const CLEAR = '\u001b[H\u001b[2J'
/** At most so many of the latest arrivals are shown. */
const LATEST = 5

function screen(folder: string, options: StatusOptions, io: Io): View {
  const words = statusWords[options.lang]
  let latest: readonly string[] = []
  let drawn: Standing | null = null
  const draw = (below: readonly string[]): void => {
    if (drawn === null) return
    const text: string[] = []
    const collecting = { ...io, out: (piece: string) => text.push(piece) }
    printStanding(drawn, options, collecting, true)
    const all = [words.watching(folder), ...below, '', ...text.join('').trimEnd().split('\n')]
    io.out(`${CLEAR}${cutTo(all, (io.rows ?? 24) - 1, words.moreLines).join('\n')}`)
  }
  return {
    first: (standing) => {
      drawn = standing
      io.out(ENTER)
      draw([])
    },
    next: (standing, change) => {
      drawn = standing
      latest = [...newsOf(standing, change, options), ...latest].slice(0, LATEST)
      draw(latest)
    },
    waiting: (paths) => {
      const shown = paths.map((path) => shownPath(drawn?.inputs.path ?? folder, path))
      if (paths.length > 0) draw([words.copying(shown[0] ?? '', paths.length), ...latest].slice(0, LATEST))
    },
    trouble: (line) => draw([line, ...latest].slice(0, LATEST)),
    end: (standing) => {
      io.out(LEAVE)
      printStanding(standing, options, io)
    },
  }
}

/** As many lines as there is room for; the last of them says how many more there are. */
function cutTo(all: readonly string[], room: number, more: (count: number) => string): readonly string[] {
  return all.length <= room ? all : [...all.slice(0, room - 1), more(all.length - room + 1)]
}

/** A line for each file that came, changed or went: whose it is, and what was found in it. */
function newsOf({ inputs, result }: Standing, { changed, gone }: Change, { lang }: StatusOptions): string[] {
  const words = statusWords[lang]
  const shown = (path: string): string => shownPath(inputs.path, path)
  const news = changed.map((path) => {
    const file = shown(path)
    const reporter = result.receipts.find((one) => one.file === file)?.reporter ?? null
    const name = reporter === null ? null : (result.tree.unit(reporter)?.name ?? null)
    const found = result.findings.filter((one) => one.file === file)
    const count = (severity: string): number => found.filter((one) => one.severity === severity).length
    return words.arrived(file, name, count('error'), count('warning'))
  })
  return [...news, ...gone.map((path) => words.gone(shown(path)))]
}

/** How many are still missing; the screen has it in its table. */
function leftOf({ result: { receipts } }: Standing, { lang }: StatusOptions): string {
  const missing = receipts.filter(({ standing }) => standing === 'missing').length
  const asked = new Set(receipts.flatMap(({ reporter }) => reporter ?? [])).size
  return statusWords[lang].left(missing, asked)
}
