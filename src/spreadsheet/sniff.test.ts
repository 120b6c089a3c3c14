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
  ['an old workbook', OLE + '\0'.repeat(600), 'xls', ''],
  ['an encrypted new workbook', `${OLE}E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0`, 'password', ''],
  ['an old letter', `${OLE}W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0`, 'other', 'Word'],
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

test('an encrypted old workbook is told by the FILEPASS record near its beginning', () => {
  const stream = `\x09\x08\x10\x00\x00\x06\x05\x00${'\0'.repeat(12)}\x2f\x00\x02\x00\0\0`
  expect(sniff(bytes(OLE + '\0'.repeat(504) + stream)).kind).toBe('password')
})

test.each([
  ['UTF-8', Buffer.from('Hòa, Bình')],
  ['UTF-8 with a mark', Buffer.from('\ufeffHòa, Bình')],
  ['UTF-16', Buffer.from('\ufeffHòa, Bình', 'utf16le')],
  ['UTF-16, big end first', Buffer.from('\ufeffHòa, Bình', 'utf16le').swap16()],
  ['Windows-1258', bytes('Ho\xcca, Bi\xccnh')],
])('text in %s is read', (_, data) => {
  expect(decodeText(data).text.normalize('NFC')).toBe('Hòa, Bình')
})
