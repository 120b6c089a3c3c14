/** A folder as the post brings it: most reports are right, every fifth file is not, and none of them stops another. */

import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import xlsx from '@e965/xlsx'
import { expect, test } from 'vitest'
import { ran } from '../../fixtures/ran.ts'
import { unzip, zipEntries } from '../spreadsheet/zip.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const REPORTS = join(root, 'fixtures/can-tho/reports/2024-H1')

const bytesOf = (name: string): Buffer => fs.readFileSync(join(REPORTS, name))
const codeOf = (name: string): string => basename(name).split(' ')[0] ?? ''

const forms = (fs.readdirSync(REPORTS, { recursive: true }) as string[])
  .filter((name) => /^\d{3,5} [^()]*\.xlsx$/.test(basename(name)))
  .sort()
  .filter((name, at, all) => !all.some((other, index) => index < at && codeOf(other) === codeOf(name)))
  // Two that contradict each other are another test's.
  .filter((name) => codeOf(name) !== '31258')
const ANSWERS = 'xl/worksheets/sheet2.xml'
const META = 'xl/worksheets/sheet4.xml'

/** A report with one part changed, correctly zipped again. */
async function changed(part: string, change: (xml: string) => string, added: Record<string, string> = {}) {
  const parts = [...unzip(ordinary)].map(([name, data]) => ({
    name,
    data: name === part ? changedText(Buffer.from(data).toString(), change) : data,
  }))
  return zipEntries([...parts, ...Object.entries(added).map(([name, data]) => ({ name, data }))])
}

function changedText(xml: string, change: (xml: string) => string): string {
  const text = change(xml)
  if (text === xml) throw new Error('nothing changed')
  return text
}

const ordinary = bytesOf(forms[80] ?? '')
const unit = codeOf(forms[80] ?? '')
const note = (text: string) => (xml: string) =>
  xml.replace(/<c r="G17" s="(\d+)"\/>/, `<c r="G17" s="$1" t="inlineStr"><is><t>${text}</t></is></c>`)

/** The bytes at a place turned over: the zip's own numbers still agree with each other. */
function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  const at = copy.indexOf(ANSWERS) + 3000
  copy[at] = (copy[at] ?? 0) ^ 0xff
  return copy
}

/** Two lines of the directory for one name: the second part renamed to the first, both in its header and its line. */
async function twice(): Promise<Buffer> {
  const bytes = await changed(ANSWERS, (xml) => `${xml} `, { 'xl/worksheets/sheet9.xml': '<worksheet/>' })
  for (let at = bytes.indexOf('sheet9.xml'); at >= 0; at = bytes.indexOf('sheet9.xml', at + 1))
    bytes.write('sheet2.xml', at)
  return bytes
}

function withPassword(): Buffer {
  const { CFB } = xlsx
  const file = CFB.utils.cfb_new()
  CFB.utils.cfb_add(file, '/EncryptionInfo', Buffer.alloc(500, 1))
  CFB.utils.cfb_add(file, '/EncryptedPackage', Buffer.alloc(9000, 2))
  return Buffer.from(CFB.write(file, { type: 'buffer' }) as Uint8Array)
}

function foreignBook(): Buffer {
  const sheet = xlsx.utils.aoa_to_sheet([['Lịch trực', 'Tuần 1']])
  const book = xlsx.utils.book_new()
  xlsx.utils.book_append_sheet(book, sheet, 'Lịch')
  return Buffer.from(xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array)
}

const many = (): Promise<Buffer> =>
  zipEntries(Array.from({ length: 10_001 }, (_, at) => ({ name: `xl/${at}.xml`, data: '' })))

/** Every one with what has to be said of it. */
const HOSTILE: Readonly<Record<string, readonly [make: () => Buffer | Promise<Buffer>, said: RegExp]>> = {
  'bom.xlsx': [
    () => changed(ANSWERS, (xml) => xml + ' '.repeat(70 << 20)),
    /larger than allowed \(\d+ MB > 64 MB\)/,
  ],
  'nhiều phần.xlsx': [many, /too many parts \(10001 > 10000\)/],
  'cắt nửa chừng.xlsx': [() => ordinary.subarray(0, ordinary.length >> 1), /incomplete/],
  'cắt đuôi.xlsx': [() => ordinary.subarray(0, -10), /incomplete/],
  'hỏng một byte.xlsx': [() => flipped(ordinary), /damaged .* \(xl\/worksheets\/sheet2\.xml\)/],
  'trùng thành phần.xlsx': [twice, /two parts of the same name.* \(xl\/worksheets\/sheet2\.xml\)/],
  'có DOCTYPE.xlsx': [
    () => changed(ANSWERS, (xml) => xml.replace('<worksheet', '<!DOCTYPE x><worksheet')),
    /DOCTYPE/,
  ],
  'mật khẩu.xlsx': [withPassword, /password/],
  'bản in.xlsx': [() => Buffer.from(`%PDF-1.7\n${'0 obj\n'.repeat(50)}`), /file of PDF/],
  'ảnh chụp.xls': [() => Buffer.from(`\x89PNG\r\n\x1a\n${'0'.repeat(400)}`, 'latin1'), /picture \(PNG\)/],
  'công văn.xlsx': [() => zipEntries([{ name: 'word/document.xml', data: '<w:document/>' }]), /file of Word/],
  'nén.xlsx': [() => gzipSync(ordinary), /archive \(gzip\)/],
  'rỗng.xlsx': [() => Buffer.alloc(0), /is empty/],
  'vỡ.xls': [
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096, 255)]),
    /damaged/,
  ],
  'lịch trực.xlsx': [foreignBook, /not a form of this programme/],
  'số căn cước.xlsx': [
    () => changed(ANSWERS, note('CCCD 092099000001')),
    /personal data \(an identity number\) in G17/,
  ],
  'điện thoại.xlsx': [
    () => changed(ANSWERS, note('gọi chị Hoa 0912 000 111')),
    /personal data \(a phone number\) in G17/,
  ],
  'kỳ trước.xlsx': [
    () => changed(META, (xml) => xml.replace('2024-H1', '2023-H1')),
    /for 2023-H1, not for 2024-H1/,
  ],
  'mã lạ.xlsx': [() => changed(META, (xml) => xml.replace(`>${unit}<`, '>39999<')), /unit code “39999”/],
  'chương trình khác.xlsx': [
    () => changed(META, (xml) => xml.replace('can-tho-2021-2025', 'can-tho-2031-2035')),
    /programme “can-tho-2031-2035”/,
  ],
}

test('a hundred files of which twenty are hostile: eighty count, twenty are named in a line each, nothing stops', async () => {
  const cwd = fs.mkdtempSync(join(tmpdir(), 'aggregate-batch-'))
  const folder = join(cwd, 'reports/2024-H1')
  fs.mkdirSync(folder, { recursive: true })
  for (const name of forms.slice(0, 79)) fs.copyFileSync(join(REPORTS, name), join(folder, basename(name)))
  // Macros are never run, and no reason to lose a report.
  const [part, macros] = ['xl/vbaProject.bin', 'Sub Auto_Open()']
  const withMacros = [...unzip(bytesOf(forms[79] ?? '')), [part, macros] as const]
  fs.writeFileSync(
    join(folder, 'có macro.xlsm'),
    await zipEntries(withMacros.map(([name, data]) => ({ name, data }))),
  )
  for (const [name, [make]] of Object.entries(HOSTILE)) fs.writeFileSync(join(folder, name), await make())
  expect(fs.readdirSync(folder)).toHaveLength(100)

  const { code, out, err } = await ran(
    ['reports/2024-H1', '--programme', 'can-tho-2021-2025', '--lang', 'en'],
    cwd,
  )
  expect({ code, err }).toEqual({ code: 1, err: '' })
  expect(out).toContain('100 files seen: 80 counted, 20 left out, 0 skipped.')
  const leftOut = out.split('Left out (20 files)\n')[1]?.split('\n\n')[0]?.split('\n') ?? []
  expect(leftOut).toHaveLength(20)
  for (const [name, [, said]] of Object.entries(HOSTILE)) {
    const line = leftOut.filter((one) => one.startsWith(`  ${name}: `))
    expect(line).toEqual([expect.stringMatching(said)])
  }
  // What is said of people is never repeated.
  expect(out).not.toMatch(/092099000001|0912 000 111/)
})
