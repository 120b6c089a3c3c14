/**
 * The container of Office before 2007 ("compound file"): which streams it holds, and their bytes.
 *
 * Old workbooks, letters, mails, and encrypted new workbooks all look alike from outside; the names of their streams
 * tell them apart. Nothing that the bytes say is followed further than the file is long.
 */

type Entry = Readonly<{
  name: string
  start: number
  size: number
  near: readonly [left: number, right: number]
  child: number
}>

/**
 * `names` of the outermost level, in lower case: what is embedded in a letter does not make it a workbook.
 * A `stream` is `null` where there is none, and `'cut'` where the file ends before it does.
 */
export type Cfb = Readonly<{ names: readonly string[]; stream: (name: string) => Buffer | 'cut' | null }>

const END = 0xfffffffa
const HEADER = 512

/** `null` where its directory cannot be read, `'cut'` where that is because the file ends before it. */
export function readCfb(data: Buffer): Cfb | 'cut' | null {
  if (data.length < HEADER) return 'cut'
  const shift = data.readUInt16LE(30)
  if (shift !== 9 && shift !== 12) return null
  const size = 1 << shift
  const sector = (index: number): Buffer => data.subarray((index + 1) << shift, (index + 2) << shift)
  const fat = numbersOf(fatSectors(data, shift).map(sector))
  const chain = (start: number, next: readonly number[]): number[] => {
    const indices: number[] = []
    for (let at = start; at < END && indices.length <= next.length; at = next[at] ?? END) indices.push(at)
    return indices
  }
  const read = (start: number): Buffer => Buffer.concat(chain(start, fat).map(sector))
  const directory = data.readUInt32LE(48)
  const all = entriesOf(read(directory))
  const root = all[0]
  if (root === undefined) return directory < END && (directory + 1) << shift >= data.length ? 'cut' : null
  const entries = childrenOf(root, all)
  const miniFat = numbersOf([read(data.readUInt32LE(60))])
  const mini = read(root.start)
  const readMini = (start: number): Buffer =>
    Buffer.concat(chain(start, miniFat).map((index) => mini.subarray(index * 64, index * 64 + 64)))
  const cutoff = Math.min(data.readUInt32LE(56), Math.max(size, 4096))
  return {
    names: entries.map((entry) => entry.name.toLowerCase()),
    stream: (name) => {
      const entry = entries.find((one) => one.name.toLowerCase() === name.toLowerCase())
      if (entry === undefined) return null
      const bytes = entry.size < cutoff ? readMini(entry.start) : read(entry.start)
      return bytes.length < entry.size ? 'cut' : bytes.subarray(0, entry.size)
    },
  }
}

/** Where the allocation table stands: the first 109 sectors in the header, the rest in a chain of their own. */
function fatSectors(data: Buffer, shift: number): number[] {
  const limit = data.length >> shift
  const found: number[] = []
  const take = (from: number, to: number): void => {
    for (let at = from; at + 4 <= to && at + 4 <= data.length; at += 4) {
      const sector = data.readUInt32LE(at)
      if (sector < limit) found.push(sector)
    }
  }
  take(76, HEADER)
  let more = data.readUInt32LE(68)
  for (let turn = 0; more < limit && turn < limit; turn++) {
    const end = (more + 2) << shift
    take((more + 1) << shift, end - 4)
    more = end <= data.length ? data.readUInt32LE(end - 4) : END
  }
  return found.slice(0, limit)
}

function numbersOf(sectors: readonly Buffer[]): number[] {
  const numbers: number[] = []
  for (const bytes of sectors)
    for (let at = 0; at + 4 <= bytes.length; at += 4) numbers.push(bytes.readUInt32LE(at))
  return numbers
}

function entriesOf(directory: Buffer): Entry[] {
  const entries: Entry[] = []
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const length = Math.min(directory.readUInt16LE(at + 64), 64)
    entries.push({
      name: directory.toString('utf16le', at, at + Math.max(length - 2, 0)),
      start: directory.readUInt32LE(at + 116),
      size: directory.readUInt32LE(at + 120),
      near: [directory.readUInt32LE(at + 68), directory.readUInt32LE(at + 72)],
      child: directory.readUInt32LE(at + 76),
    })
  }
  return entries
}

/** What lies directly in a folder; its entries form a tree. */
function childrenOf({ child }: Entry, all: readonly Entry[]): Entry[] {
  const met = new Set<Entry>()
  const ahead = [child]
  for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
    const entry = all[at]
    if (entry === undefined || met.has(entry)) continue
    met.add(entry)
    ahead.push(...entry.near)
  }
  return [...met]
}
