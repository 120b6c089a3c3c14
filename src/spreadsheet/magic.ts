/** What files that are no spreadsheets are called, told by their first bytes. */

/** Beginnings as text of one byte a character, at an offset. The first that fits counts. */
const MAGIC: readonly (readonly [start: string, name: string, at?: number])[] = [
  ['%PDF', 'PDF'],
  ['%!PS', 'PostScript'],
  ['\x89PNG', 'PNG'],
  ['\xff\xd8\xff', 'JPEG'],
  ['GIF8', 'GIF'],
  ['II*\x00', 'TIFF'],
  ['MM\x00*', 'TIFF'],
  ['WEBP', 'WebP', 8],
  ['ftyphei', 'HEIC', 4],
  ['ftypmif', 'HEIC', 4],
  ['ftyp', 'MP4', 4],
  ['RIFF', 'AVI'],
  ['ID3', 'MP3'],
  ['Rar!\x1a', 'RAR'],
  ['7z\xbc\xaf', '7z'],
  ['\x1f\x8b', 'gzip'],
  ['BZh', 'bzip2'],
  ['\xfd7zXZ', 'xz'],
  ['MSCF', 'CAB'],
  ['ustar', 'TAR', 257],
  ['{\\rtf', 'RTF'],
  ['ID;P', 'SYLK'],
  ['TABLE\r\n0,1\r\n', 'DIF'],
  ['TABLE\n0,1\n', 'DIF'],
  ['MIME-Version', 'MHTML'],
  ['\x00\x00\x02\x00', 'Lotus 1-2-3'],
  ['\x00\x00\x1a\x00', 'Lotus 1-2-3'],
  ['SQLite format 3\x00', 'SQLite'],
  ['Standard Jet DB', 'Access', 4],
  ['Standard ACE DB', 'Access', 4],
  ['!BDN', 'Outlook'],
  ['BEGIN:VCARD', 'vCard'],
  ['[InternetShortcut]', 'shortcut'],
  ['\x4c\x00\x00\x00\x01\x14\x02\x00', 'shortcut'],
  ['MZ', 'EXE'],
]

/** Empty where the bytes begin like nothing known. */
export function nameByMagic(data: Buffer): string {
  const found = MAGIC.find(([start, , at = 0]) => data.toString('latin1', at, at + start.length) === start)
  if (found !== undefined) return isText(data, found[1]) ? '' : found[1]
  // A picture of Windows announces its own length; "BM" also begins words.
  if (data.toString('latin1', 0, 2) === 'BM' && data.length > 26 && data.readUInt32LE(14) <= 124) return 'BMP'
  return isDbase(data) ? 'dBase' : ''
}

/** Short beginnings that a table of text may have too: "MZ;12". */
function isText(data: Buffer, name: string): boolean {
  const isShort = name === 'EXE' || name === 'MP3' || name === 'bzip2' || name === 'AVI' || name === 'CAB'
  return isShort && !data.subarray(0, 512).some((byte) => byte < 9)
}

/** dBase has no magic: a version, a date, and a header whose length its fields of 32 bytes explain. */
function isDbase(data: Buffer): boolean {
  if (data.length < 68 || ![0x02, 0x03, 0x30, 0x31, 0x83, 0x8b, 0xf5].includes(data[0] ?? 0)) return false
  const [month = 0, day = 0] = [data[2], data[3]]
  const header = data.readUInt16LE(8)
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && header > 32 && header <= data.length
}

/** What a text that is no table is: a mail, a pointer to a sheet in the web, data of a program. Empty: just text. */
export function nameOfText(start: string): string {
  if (
    /^(received|return-path|delivered-to|message-id|from|date|subject|x-[\w-]+): .*\r?\n[\w-]+: /i.test(start)
  )
    return 'e-mail'
  if (/^\s*\{[^}]*docs\.google\.com/.test(start)) return 'Google Sheets'
  return /^\s*[[{]\s*["{[]/.test(start) ? 'JSON' : ''
}
