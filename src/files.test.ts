import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { CannotRun, type Disk, filesBelow, onDisk, readInput, readText, writeAll } from './files.ts'

let folder = ''
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'aggregate-files-'))
})

/** A disk on which one operation fails as the system would. */
function failing(operation: keyof Disk, code: string): Disk {
  const fail = (): never => {
    throw Object.assign(new Error(code), { code })
  }
  return { ...fs, [operation]: fail, sleep: () => {} } as Disk
}

/** A disk on which another program holds the file for the first `held` tries; it counts them. */
function held(operation: 'readFileSync' | 'renameSync', held: number): { disk: Disk; tries: () => number } {
  let tries = 0
  const really = { ...fs }[operation] as (...given: unknown[]) => unknown
  const act = (...given: unknown[]): unknown => {
    tries += 1
    if (tries <= held) throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' })
    return really(...given)
  }
  return { disk: { ...fs, [operation]: act, sleep: () => {} } as Disk, tries: () => tries }
}

async function obstacleOf(act: () => void | Promise<void>): Promise<string> {
  try {
    await act()
  } catch (error) {
    if (error instanceof CannotRun) return error.obstacle.code
    throw error
  }
  return 'none'
}

describe('writing', () => {
  test.each([
    ['renameSync', 'EBUSY', 'file-busy'],
    ['renameSync', 'EPERM', 'file-busy'],
    ['renameSync', 'EACCES', 'file-denied'],
    ['writeFileSync', 'EPERM', 'file-denied'],
    ['writeFileSync', 'ENAMETOOLONG', 'name-too-long'],
    ['writeFileSync', 'EACCES', 'file-denied'],
    ['writeFileSync', 'ENOSPC', 'disk-full'],
    ['mkdirSync', 'EROFS', 'file-denied'],
    ['writeFileSync', 'EIO', 'disk-trouble'],
  ] as const)(
    '%s failing with %s is “%s”, and nothing half-written stays',
    async (operation, code, obstacle) => {
      const path = join(folder, 'tong-hop.xlsx')
      fs.writeFileSync(path, 'last month')
      const outputs = [{ path, bytes: 'new' }]
      expect(await obstacleOf(() => writeAll(outputs, undefined, failing(operation, code)))).toBe(obstacle)
      expect(fs.readdirSync(folder)).toEqual(['tong-hop.xlsx'])
      expect(fs.readFileSync(path, 'utf8')).toBe('last month')
    },
  )

  test('a file that is not there yet and may not be made is no file open in Excel', async () => {
    const path = join(folder, 'tong-hop.xlsx')
    expect(
      await obstacleOf(() => writeAll([{ path, bytes: 'new' }], undefined, failing('renameSync', 'EPERM'))),
    ).toBe('file-denied')
  })

  test('a file that a virus scanner holds for a moment is written all the same', async () => {
    const path = join(folder, 'tong-hop.xlsx')
    fs.writeFileSync(path, 'last month')
    const { disk, tries } = held('renameSync', 2)
    await writeAll([{ path, bytes: 'new' }], undefined, disk)
    expect([fs.readFileSync(path, 'utf8'), tries()]).toEqual(['new', 3])
  })

  test('a name as long as the system allows can be written', async () => {
    const path = join(folder, `${'xã '.repeat(62)}.xlsx`)
    expect(Buffer.byteLength(path) - Buffer.byteLength(folder)).toBeGreaterThan(250)
    await writeAll([{ path, bytes: 'new' }])
    expect(fs.readFileSync(path, 'utf8')).toBe('new')
  })

  test('an output that is a folder is refused before anything is written', async () => {
    const path = join(folder, 'tong-hop.xlsx')
    fs.mkdirSync(path)
    const outputs = [
      { path: join(folder, 'a.csv'), bytes: 'a' },
      { path, bytes: 'b' },
    ]
    expect(await obstacleOf(() => writeAll(outputs))).toBe('output-is-folder')
    expect(fs.readdirSync(folder)).toEqual(['tong-hop.xlsx'])
  })

  test('all outputs are written, their folders made, and earlier ones replaced', async () => {
    const path = join(folder, 'ket-qua', 'a.csv')
    await writeAll([{ path, bytes: 'one' }])
    await writeAll([{ path, bytes: 'two' }])
    expect(fs.readFileSync(path, 'utf8')).toBe('two')
    expect(fs.readdirSync(join(folder, 'ket-qua'))).toEqual(['a.csv'])
  })

  test('an error that is none of the system’s is not caught', async () => {
    const broken = { ...fs, writeFileSync: () => { throw new TypeError('a mistake of ours') } } as Disk // biome-ignore format: one line
    await expect(writeAll([{ path: join(folder, 'a'), bytes: '' }], undefined, broken)).rejects.toThrow(
      TypeError,
    )
  })
})

describe('reading', () => {
  test.each([
    ['EBUSY', 'locked'],
    ['EACCES', 'denied'],
    ['EPERM', 'denied'],
    ['EIO', 'damaged'],
  ])('an input that fails with %s is unreadable because it is %s', (code, why) => {
    const read = readInput('a.xlsx', failing('readFileSync', code))
    expect(read).toMatchObject({ ok: false, fault: { code: 'file-unreadable', why } })
  })

  test('a file that Excel is just saving is tried again; one that stays locked is given up after a moment', () => {
    const path = join(folder, 'a.xlsx')
    fs.writeFileSync(path, 'saved')
    const soon = held('readFileSync', 2)
    expect(readInput(path, soon.disk)).toMatchObject({ ok: true })
    const never = held('readFileSync', 99)
    expect(readInput(path, never.disk)).toMatchObject({ ok: false, fault: { why: 'locked' } })
    expect(never.tries()).toBe(4)
  })

  test('a path typed in NFC finds a folder that came from a Mac in NFD, and the other way round', () => {
    const [composed, decomposed] = ['Quận Ninh Kiều', 'Quận Ninh Kiều'.normalize('NFD')]
    fs.mkdirSync(join(folder, decomposed))
    fs.writeFileSync(join(folder, decomposed, 'Cái Khế.xlsx'), 'it')
    const path = onDisk(join(folder, composed, 'Cái Khế.xlsx'.normalize('NFD')))
    expect(fs.readFileSync(path, 'utf8')).toBe('it')
    const nowhere = join(folder, 'không có', 'a.xlsx')
    expect(onDisk(nowhere)).toBe(nowhere)
  })

  test('text may have the mark and the line ends that Notepad gives it', async () => {
    fs.writeFileSync(join(folder, 'a.yaml'), '\ufeffa: 1\r\nb: 2\r\n')
    expect(readText(join(folder, 'a.yaml'))).toBe('a: 1\r\nb: 2\r\n')
    fs.writeFileSync(join(folder, 'b.yaml'), Buffer.from([0x61, 0xe1]))
    expect(await obstacleOf(() => void readText(join(folder, 'b.yaml')))).toBe('text-not-utf8')
  })

  test('files come sorted, shown in NFC and with /, opened by the name they have on the disk', () => {
    const decomposed = 'Phường Tân An.xlsx'.normalize('NFD')
    fs.mkdirSync(join(folder, 'B'))
    fs.writeFileSync(join(folder, 'B', decomposed), '')
    fs.writeFileSync(join(folder, 'a.xlsx'), '')
    const { found } = filesBelow(folder, null)
    expect(found.map((file) => file.shown)).toEqual(['B/Phường Tân An.xlsx', 'a.xlsx'])
    expect(found.every((file) => fs.existsSync(file.path))).toBe(true)
  })

  test('lock files, hidden ones, results and folders of other periods are never input, and each is named', () => {
    for (const name of ['x-tong-hop', '2023-H1', '.git', '2024-H1', 'Ninh Kiều'])
      fs.mkdirSync(join(folder, name))
    const files = [
      '~$a.xlsx',
      '.b.xlsx',
      'Thumbs.db',
      'x-tong-hop/c.xlsx',
      '2023-H1/d.xlsx',
      '.git/e',
      '2024-H1/f.xlsx',
    ]
    for (const name of [...files, 'Ninh Kiều/g.xlsx']) fs.writeFileSync(join(folder, name), '')
    const { found, skipped } = filesBelow(folder, '2024-H1')
    expect(found.map((file) => file.shown)).toEqual(['2024-H1/f.xlsx', 'Ninh Kiều/g.xlsx'])
    expect(Object.fromEntries(skipped.map(({ shown, why }) => [shown, why]))).toEqual({
      '~$a.xlsx': 'lock',
      '.b.xlsx': 'hidden',
      '.git': 'hidden',
      'Thumbs.db': 'hidden',
      'x-tong-hop/': 'output',
      '2023-H1/': 'other-period',
    })
  })

  test('decisions.yaml at the top is no input and is not named; below it is a file like any other', () => {
    fs.mkdirSync(join(folder, 'Ninh Kiều'))
    const files = ['decisions.yaml', 'Decisions.YML', 'my decisions.yaml', 'decisions.yaml.xlsx', 'a.xlsx']
    for (const name of [...files, 'Ninh Kiều/decisions.yaml']) fs.writeFileSync(join(folder, name), '')
    const { found, skipped } = filesBelow(folder, null)
    expect(found.map((file) => file.shown)).toEqual([
      'Ninh Kiều/decisions.yaml',
      'a.xlsx',
      'decisions.yaml.xlsx',
      'my decisions.yaml',
    ])
    expect(skipped).toEqual([])
  })
})
