/** A package's bytes depend on its contents only, and come back as they went in. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unzip, type ZipEntry, zipEntries } from './zip.ts'

const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString()

describe('zipEntries', () => {
  test('what goes in comes out, for text, pieces of text and bytes alike', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.string({ minLength: 1 }), fc.array(fc.string({ unit: 'grapheme' }))),
        async (files) => {
          const entries = Object.entries(files)
          for (const form of [(data: string[]) => data, join, (data: string[]) => Buffer.from(join(data))]) {
            const zip = await zipEntries(entries.map(([name, data]) => ({ name, data: form(data) })))
            const read = [...unzip(zip)].map(([name, bytes]) => [name, text(bytes)])
            expect(new Map(read as [string, string][])).toEqual(
              new Map(entries.map(([name, data]) => [name, join(data)])),
            )
          }
        },
      ),
    )
  })

  test('text of many pieces, longer than the compressor takes at once', async () => {
    const lines = Array.from({ length: 40_000 }, (_, index) => `Xã số ${index}, tỉnh Quảng Ngãi\n`)
    const zip = await zipEntries([{ name: 'a', data: lines }])
    expect(text(unzip(zip).get('a'))).toBe(lines.join(''))
  })

  test('entries lie in name order, the content types first, whatever order they came in', async () => {
    const names = ['xl/b.xml', 'xl/a.xml', '[Content_Types].xml', 'Z.xml']
    const zip = (order: string[]) => zipEntries(order.map((name) => ({ name, data: name })))
    expect([...unzip(await zip(names)).keys()]).toEqual([
      '[Content_Types].xml',
      'Z.xml',
      'xl/a.xml',
      'xl/b.xml',
    ])
    expect(await zip(names)).toEqual(await zip(names.toReversed()))
  })

  test('an entry is read to its end before the next is asked for', async () => {
    const met: string[] = []
    function* entries(): Generator<ZipEntry> {
      yield {
        name: 'rows',
        data: (function* () {
          yield 'one'
          met.push('a link')
          yield 'two'
        })(),
      }
      yield { name: 'links', data: met.join() }
    }
    expect(text(unzip(await zipEntries(entries())).get('links'))).toBe('a link')
  })

  test('every entry is dated 1980-01-01', async () => {
    const zip = await zipEntries([{ name: 'a', data: 'a' }])
    expect([zip.readUInt16LE(10), zip.readUInt16LE(12)]).toEqual([0, 0x21])
  })

  test('two entries with one name are refused', async () => {
    const entries = ['a', 'a'].map((name) => ({ name, data: name }))
    await expect(zipEntries(entries)).rejects.toThrow('Two entries')
  })
})

describe('unzip', () => {
  test('damage is noticed', async () => {
    const zip = await zipEntries([{ name: 'a', data: Buffer.from('tám mươi ba chỉ tiêu') }])
    const crc = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 16
    zip[crc] = (zip[crc] ?? 0) ^ 1
    expect(() => unzip(zip)).toThrow('checksum')
  })

  test('what is no zip is refused', () => {
    expect(() => unzip(Buffer.from('không phải zip'))).toThrow('Not a zip')
  })
})

function join(data: readonly string[]): string {
  return data.join('')
}
