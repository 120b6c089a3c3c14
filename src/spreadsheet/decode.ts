/** Bytes of a text file to text: the encoding that the file announces, else the one its bytes fit. */

/** `isCut`: the last character is not whole, so what followed is missing. */
export type Decoded = Readonly<{ text: string; isCut: boolean }>

/**
 * Unicode with or without its mark; then what a page or an XML file says of itself; then Windows-1258 (Vietnamese).
 *
 * The last is a guess: one-byte encodings cannot be told apart, and every byte is some letter in each of them.
 */
export function decodeText(data: Buffer): Decoded {
  if (starts(data, [0, 0, 0xfe, 0xff]) || starts(data, [0xff, 0xfe, 0, 0])) return decodeUtf32(data)
  const wide = wideEncoding(data)
  if (wide !== null)
    return {
      text: new TextDecoder(wide).decode(data.subarray(0, data.length & ~1)),
      isCut: data.length % 2 === 1,
    }
  const utf8 = decodeUtf8(data)
  if (utf8 !== null) return utf8
  return { text: new TextDecoder(announced(data) ?? 'windows-1258').decode(data), isCut: false }
}

function wideEncoding(data: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (starts(data, [0xff, 0xfe])) return 'utf-16le'
  if (starts(data, [0xfe, 0xff])) return 'utf-16be'
  // Without a mark: in letters and digits of two bytes each, every other byte is zero.
  const start = data.subarray(0, 512)
  const zeros = [0, 0]
  start.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  const many = start.length / 4
  return odd > many && even === 0 ? 'utf-16le' : even > many && odd === 0 ? 'utf-16be' : null
}

/** `null`: not UTF-8. A character that only the end of the file cuts short does not make it so. */
function decodeUtf8(data: Buffer): Decoded | null {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (const missing of [0, 1, 2, 3]) {
    try {
      return { text: decoder.decode(data.subarray(0, data.length - missing)), isCut: missing > 0 }
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      // A single letter beyond ASCII at the very end is an old encoding sooner than a cut.
      const isWholeAscii = !data.subarray(0, data.length - 4).some((byte) => byte > 127)
      if (isWholeAscii) return null
    }
  }
  return null
}

/** The encoding that an XML declaration or a page's head names, where it is one that we have. */
function announced(data: Buffer): string | null {
  const start = data.toString('latin1', 0, 2048)
  const label = /(?:<\?xml[^>]*encoding|<meta[^>]*charset)\s*=\s*["']?([\w-]+)/i.exec(start)?.[1]
  if (label === undefined || /^utf-?(8|16)/i.test(label)) return null
  try {
    return new TextDecoder(label).encoding
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return null
  }
}

function decodeUtf32(data: Buffer): Decoded {
  const big = data[0] === 0
  const characters: string[] = []
  for (let at = 4; at + 4 <= data.length; at += 4) {
    const point = big ? data.readUInt32BE(at) : data.readUInt32LE(at)
    characters.push(point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd')
  }
  return { text: characters.join(''), isCut: data.length % 4 !== 0 }
}

function starts(data: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => data[index] === byte)
}
