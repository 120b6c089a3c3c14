/**
 * What an old workbook (.xls) says of itself, record by record: where cells with values stand, and in which font.
 *
 * SheetJS reads the values. This is the second witness: a cell that is claimed here and missing there was lost. And
 * it knows the fonts, without which texts in TCVN3 and VNI cannot be told from nonsense.
 */

/** A cell that holds something. `isSure`: a number, truth or error, which nobody may find empty. */
export type Claim = Readonly<{ row: number; column: number; isSure: boolean; font: string | null }>

/** `sheets` in the order in which the workbook lists them; `null` for one that is not where the list says it is. */
export type Biff = Readonly<{
  isEncrypted: boolean
  /** `0x600` is Excel 97 to 2003, `0x500` Excel 5 and 95. */
  version: number
  sheets: readonly (readonly Claim[] | 'no-worksheet' | null)[]
}>

type RecordAt = Readonly<{ id: number; body: Buffer }>

const BOF = 0x809
const EOF = 0x0a

/** Reads the claims of a stream that begins with a BOF record of Excel 5 or later; `null` for any other. */
export function readBiff(stream: Buffer): Biff | null {
  if (stream.length < 8 || stream.readUInt16LE(0) !== BOF) return null
  const version = stream.readUInt16LE(4)
  const fonts: string[] = []
  const fontOfStyle: number[] = []
  const starts: number[] = []
  let isEncrypted = false
  for (const { id, body } of substream(stream, 0)) {
    if (id === 0x2f) isEncrypted = true
    if (id === 0x31 && body.length > 15) fonts.push(fontName(body, version))
    if (id === 0xe0 && body.length > 1) fontOfStyle.push(body.readUInt16LE(0))
    if (id === 0x85 && body.length > 5) starts.push(body.readUInt32LE(0))
  }
  // There is no font 4: the count goes from 3 to 5.
  const fontOf = (style: number): string | null => {
    const index = fontOfStyle[style] ?? 0
    return fonts[index > 4 ? index - 1 : index] ?? null
  }
  const sheets = isEncrypted ? [] : starts.map((start) => claimsAt(stream, start, fontOf))
  return { isEncrypted, version, sheets }
}

/** The records between a BOF and its EOF; those of charts inside are left out. */
function* substream(stream: Buffer, start: number): Generator<RecordAt> {
  let depth = 0
  for (let at = start; at + 4 <= stream.length; ) {
    const id = stream.readUInt16LE(at)
    const end = at + 4 + stream.readUInt16LE(at + 2)
    if (end > stream.length) return
    if (id === BOF) depth++
    else if (id === EOF) depth--
    else if (depth === 1) yield { id, body: stream.subarray(at + 4, end) }
    if (depth === 0) return
    at = end
  }
}

function claimsAt(
  stream: Buffer,
  start: number,
  fontOf: (style: number) => string | null,
): Claim[] | 'no-worksheet' | null {
  if (start + 8 > stream.length || stream.readUInt16LE(start) !== BOF) return null
  if (stream.readUInt16LE(start + 6) !== WORKSHEET) return 'no-worksheet'
  const claims: Claim[] = []
  for (const { id, body } of substream(stream, start)) {
    const kind = CELLS.get(id)
    if (kind === undefined || body.length < 6) continue
    const row = body.readUInt16LE(0) + 1
    const first = body.readUInt16LE(2) + 1
    const count = id === MULRK ? Math.floor((body.length - 6) / 6) : 1
    for (let index = 0; index < count; index++) {
      const font = fontOf(body.readUInt16LE(4 + index * 6))
      claims.push({ row, column: first + index, isSure: kind === 'sure' || isSureResult(id, body), font })
    }
  }
  return claims
}

const WORKSHEET = 0x10
const MULRK = 0xbd
const FORMULA = 0x06

/** Records of cells. Text may turn out to be empty, which is nothing. */
const CELLS: ReadonlyMap<number, 'sure' | 'perhaps'> = new Map([
  [0x203, 'sure'],
  [0x27e, 'sure'],
  [0x7e, 'sure'],
  [MULRK, 'sure'],
  [0x205, 'sure'],
  [FORMULA, 'perhaps'],
  [0xfd, 'perhaps'],
  [0x204, 'perhaps'],
  [0xd6, 'perhaps'],
])

/** The result of a formula is a number unless its last two bytes are all ones; then the first says text or nothing. */
function isSureResult(id: number, body: Buffer): boolean {
  if (id !== FORMULA || body.length < 14) return false
  return body.readUInt16LE(12) !== 0xffff || body[6] === 1 || body[6] === 2
}

function fontName(body: Buffer, version: number): string {
  const length = body[14] ?? 0
  if (version < 0x600) return body.toString('latin1', 15, 15 + length)
  const isWide = ((body[15] ?? 0) & 1) === 1
  return body.toString(isWide ? 'utf16le' : 'latin1', 16, 16 + length * (isWide ? 2 : 1))
}
