import { CFB } from '@e965/xlsx'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText } from './decode.ts'
import { sniff } from './sniff.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'

test.each([
  ['nothing', '', 'empty', ''],
  ['blanks', ' \r\n\t ', 'empty', ''],
  ['zero bytes', '\0'.repeat(2000), 'zeroed', ''],
  ['a PDF', '%PDF-1.7', 'other', 'PDF'],
  ['a picture', '\x89PNG\r\n', 'other', 'PNG'],
  ['a zip without its end', 'PK\x03\x04 and no more', 'cut', ''],
  ['a container of Office without its directory', OLE + '\0'.repeat(600), 'broken', ''],
  ['the beginning of one', OLE, 'cut', ''],
  ['Excel 97 without a container', '\x09\x08\x08\x00\x00\x06\x05\x00', 'xls', ''],
  ['an Excel from the future', '\x09\x08\x08\x00\x00\x08\x05\x00', 'newer', 'Excel'],
  ['a database', 'SQLite format 3\0', 'other', 'SQLite'],
  ['a table of dBase', `\x03\x63\x06\x1e${'\0'.repeat(4)}\x41\0${'\0'.repeat(60)}`, 'other', 'dBase'],
  ['a mail', 'From: a@b\r\nSubject: báo cáo\r\n\r\nx', 'other', 'e-mail'],
  [
    'a pointer to a sheet in the web',
    '{"url": "https://docs.google.com/open?id=1"}',
    'other',
    'Google Sheets',
  ],
  ['data of a program', '[{"a": 1, "b": 2}]', 'other', 'JSON'],
  ['a table whose first cell begins like a picture', 'BM;12\r\n', 'csv', ''],
  ['a drawing', '<?xml version="1.0"?><svg xmlns="x"></svg>', 'other', 'SVG'],
  ['a table without a page around it', '<div><table><tr><td>1</table>', 'html', ''],
  ['a page that is XML too', '<?xml version="1.0"?><!DOCTYPE html><html><table></table>', 'html', ''],
  ['the lock file of Excel', `\x04Lan ${' '.repeat(50)}\x04\0L\0a\0n\0${' \0'.repeat(51)}`, 'lock', ''],
  ['Excel 4 without a container', '\x09\x04\x06\x00\x00\x00', 'xls', 'Excel 2–4'],
  [
    'XML of Excel 2003',
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
    'spreadsheetml',
    '',
  ],
  ['any other XML', '<?xml version="1.0"?><a/>', 'other', 'XML'],
  ['a web page with a table', '<html><body><table><tr>', 'html', ''],
  [
    'a table exported by a web site for Excel',
    '<html xmlns:x="urn:schemas-microsoft-com:office:spreadsheet"><table>',
    'html',
    '',
  ],
  ['a web page without one', '<!DOCTYPE html><p>Đăng nhập</p>', 'other', 'HTML'],
  ['a table as text', 'A01;12\r\nA02;3\r\n', 'csv', ''],
  ['a letter as text', 'xin gửi báo cáo', 'other', 'TXT'],
  ['who knows what', '\x01\x02\x03,\x04', 'other', ''],
])('%s', (_, start, kind, name) => {
  expect(sniff(bytes(start))).toMatchObject({ kind, name })
})

/** A container of Office with these streams. */
function containerOf(streams: Record<string, Buffer>): Buffer {
  const container = CFB.utils.cfb_new()
  for (const [path, content] of Object.entries(streams)) CFB.utils.cfb_add(container, path, content)
  return CFB.write(container, { type: 'buffer' }) as Buffer
}

const stream = bytes(`\x09\x08\x10\x00\x00\x06\x05\x00${'\0'.repeat(12)}`)
const filePass = Buffer.concat([stream, bytes('\x2f\x00\x02\x00\0\0')])
const long = Buffer.concat([stream, Buffer.alloc(9000)])

test.each<[string, Buffer, string, string]>([
  ['an old workbook', containerOf({ '/Workbook': stream }), 'xls', ''],
  ['one whose stream is in capitals', containerOf({ '/BOOK': long }), 'xls', ''],
  ['one with a password', containerOf({ '/Workbook': filePass }), 'password', ''],
  ['one that lacks its end', containerOf({ '/Workbook': long }).subarray(0, 5000), 'cut', ''],
  ['a new workbook with a password', containerOf({ '/EncryptedPackage': stream }), 'password', ''],
  [
    'a letter with a workbook inside',
    containerOf({ '/WordDocument': stream, '/Pool/Workbook': stream }),
    'other',
    'Word',
  ],
  [
    'a workbook with a letter inside',
    containerOf({ '/Workbook': stream, '/MBD1/WordDocument': stream }),
    'xls',
    '',
  ],
  ['a mail kept by Outlook', containerOf({ '/__substg1.0_0037001E': stream }), 'other', 'Outlook'],
  ['who knows what of Office', containerOf({ '/Contents': stream }), 'other', ''],
])('%s', (_, data, kind, name) => {
  expect(sniff(data)).toMatchObject({ kind, name })
})

test('no container, however damaged, makes looking at it fail or go on for ever', () => {
  const good = containerOf({ '/Workbook': long, '/A/B': stream })
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1 }), (changes) => {
      const data = Buffer.from(good)
      for (const [at, byte] of changes) data[at] = byte
      expect(sniff(data).kind).toMatch(/^[a-z]+$/)
    }),
  )
})

test('a table whose last letter is not whole has lost its end', () => {
  const whole = Buffer.from('Tên,Số\nPhường Hòa,12\nTân Bì')
  expect(sniff(whole).kind).toBe('csv')
  expect(sniff(whole.subarray(0, -1)).kind).toBe('cut')
})

test.each([
  ['UTF-8', Buffer.from('Hòa, Bình')],
  ['UTF-8 with a mark', Buffer.from('\ufeffHòa, Bình')],
  ['UTF-16', Buffer.from('\ufeffHòa, Bình', 'utf16le')],
  ['UTF-16, big end first', Buffer.from('\ufeffHòa, Bình', 'utf16le').swap16()],
  ['UTF-16 without a mark', Buffer.from('Hòa, Bình', 'utf16le')],
  [
    'UTF-32',
    Buffer.concat(
      [...'\ufeffHòa, Bình'].map((one) =>
        Buffer.of(one.codePointAt(0) ?? 0, (one.codePointAt(0) ?? 0) >> 8, 0, 0),
      ),
    ),
  ],
  ['Windows-1258', bytes('Ho\xcca, Bi\xccnh')],
  ['what XML says of itself', bytes('<?xml encoding="iso-8859-1"?>H\xf2a, B\xecnh')],
])('text in %s is read', (_, data) => {
  expect(decodeText(data).text.normalize('NFC').replace(/^<.*>/, '')).toBe('Hòa, Bình')
})
