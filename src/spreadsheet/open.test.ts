import { crc32, deflateRawSync } from 'node:zlib'
import { utils, write } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { openBook } from './open.ts'

const workbook = {
  SheetNames: ['Số liệu'],
  Sheets: { 'Số liệu': utils.aoa_to_sheet([['Mã số', 'Kỳ báo cáo'], ...Array(50).fill(['C01', 12])]) },
}
const good: Buffer = write(workbook, { type: 'buffer', bookType: 'xlsx', compression: true })

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'

/** The parts of a workbook with one sheet; `sheet` is what stands in its part. */
const partsWith = (sheet: string): Record<string, string> => ({
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
  '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  'xl/worksheets/sheet1.xml': sheet,
})

const sheetXml = (rows: string) => `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`

type Lie = Readonly<{ crc?: number; size?: number; flags?: number }>

/** A zip of `parts`, in which `lie` falsifies what is said of the part named. */
function zipOf(parts: Record<string, string>, lies: Record<string, Lie> = {}): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const [name, text] of Object.entries(parts)) {
    const packed = deflateRawSync(text)
    const { crc = crc32(text), size = Buffer.byteLength(text), flags = 0 } = lies[name] ?? {}
    const common = Buffer.alloc(26)
    common.writeUInt16LE(flags, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc, 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(size, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed])
    central.push(Buffer.from('PK\x01\x02\0\0'), common, place, Buffer.from(name))
    locals.push(local)
    at += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(locals.length, 4)
  end.writeUInt16LE(locals.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end])
}

test('a good workbook opens, and says who read it', async () => {
  const opened = await openBook(good)
  expect(opened).toMatchObject({ ok: true, reader: 'own', because: '' })
  expect(opened.ok && opened.book.sheets[0]?.rows).toHaveLength(51)
})

test('the zip that the tests below damage is itself good', async () => {
  expect(await openBook(zipOf(partsWith(sheetXml(CELL))))).toMatchObject({ ok: true })
})

test('an empty sheet is no damage', async () => {
  expect(await openBook(zipOf(partsWith(sheetXml(''))))).toMatchObject({ ok: true })
})

const SHEET = 'xl/worksheets/sheet1.xml'
const parts = partsWith(sheetXml(CELL))
const { [SHEET]: _sheet, ...withoutSheet } = parts

test.each<[string, Uint8Array, string, string]>([
  ['nothing', Buffer.alloc(0), 'empty', ''],
  ['zero bytes', Buffer.alloc(5000), 'damaged', ''],
  ['a PDF', Buffer.from('%PDF-1.4'), 'not-a-spreadsheet', 'PDF'],
  ['a zip of other things', zipOf({ 'a.txt': 'x' }), 'not-a-spreadsheet', 'ZIP'],
  ['a letter', zipOf({ '[Content_Types].xml': '', 'word/document.xml': '' }), 'not-a-spreadsheet', 'Word'],
  ['a workbook cut in the middle', good.subarray(0, good.length / 2), 'truncated', ''],
  ['a part whose CRC is wrong', zipOf(parts, { [SHEET]: { crc: 1 } }), 'damaged', SHEET],
  ['a part longer than announced', zipOf(parts, { [SHEET]: { size: 9 } }), 'damaged', SHEET],
  ['an encrypted part', zipOf(parts, { [SHEET]: { flags: 1 } }), 'password', ''],
  ['a sheet that does not end', zipOf(partsWith(sheetXml(CELL).slice(0, -20))), 'damaged', SHEET],
  [
    'a sheet that claims values and yields none',
    zipOf(partsWith(`<worksheet xmlns="${MAIN}"><sheetDate>${CELL}</sheetDate></worksheet>`)),
    'damaged',
    SHEET,
  ],
  ['a sheet whose part is missing', zipOf(withoutSheet), 'damaged', 'A'],
  [
    'a workbook without sheets',
    zipOf({ ...parts, 'xl/workbook.xml': `<workbook xmlns="${MAIN}"><sheets/></workbook>` }),
    'no-sheets',
    '',
  ],
  ['a table that ends before its end', Buffer.from('<html><table><tr><td>1'), 'truncated', ''],
  [
    'an encrypted OpenDocument',
    zipOf({ 'content.xml': 'x', 'META-INF/manifest.xml': '<manifest:encryption-data/>' }),
    'password',
    '',
  ],
])('%s', async (_, bytes, why, detail) => {
  expect(await openBook(bytes)).toEqual({ ok: false, why, detail })
})

test('a bomb is refused by what it announces, before it is inflated', async () => {
  const bomb = zipOf(partsWith(`<worksheet>${' '.repeat(20 << 20)}</worksheet>`))
  expect(bomb.length).toBeLessThan(100_000)
  expect(await openBook(bomb)).toEqual({
    ok: false,
    why: 'inflates-too-much',
    detail: 'xl/worksheets/sheet1.xml: 21 MB',
  })
})

test('a file above the limit is not even looked at', async () => {
  expect(await openBook(good, { maxBytes: 100 })).toMatchObject({ ok: false, why: 'too-big' })
})

test('a damaged picture hurts nobody', async () => {
  const name = 'xl/media/image1.png'
  const bytes = zipOf({ ...parts, [name]: 'picture' }, { [name]: { crc: 1 } })
  expect(await openBook(bytes)).toMatchObject({ ok: true })
})

test('no single flipped bit yields other cells, and none throws', async () => {
  const expected = await openBook(good)
  let refused = 0
  for (let at = 0; at < good.length; at += 61) {
    const bytes = Buffer.from(good)
    bytes.writeUInt8(bytes.readUInt8(at) ^ 4, at)
    const opened = await openBook(bytes)
    if (opened.ok) expect(opened).toEqual(expected)
    else refused++
  }
  expect(refused).toBeGreaterThan(50)
})

test('a part that goes by two names is refused, for the library would believe the wrong one', async () => {
  const bytes = zipOf(parts)
  bytes.write('X', bytes.indexOf('worksheets/sheet1.xml'))
  expect(await openBook(bytes)).toEqual({ ok: false, why: 'damaged', detail: SHEET })
})
