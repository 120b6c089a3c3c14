/** Help and the ten lines: every command, both languages, no word of the other; tables that fit their terminal. */

import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { ran } from '../../fixtures/ran.ts'
import { helpWords } from '../messages/help.ts'
import { main } from './main.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const help = async (command: readonly string[], lang: string): Promise<string> =>
  (await ran([...command, '--help', '--lang', lang], root)).out

/** Every command there is, found by walking the help itself. */
let commands: string[][] = []
beforeAll(async () => {
  const walk = async (command: readonly string[]): Promise<string[][]> => {
    const { out } = await ran(['completion', 'words', '--', ...command, ''], root)
    const known = out.split('\n').filter((word) => /^[a-z]+$/.test(word))
    const below = command.length < 2 && command[0] !== 'completion' ? known : []
    const deeper = await Promise.all(below.map((name) => walk([...command, name])))
    return [[...command], ...deeper.flat()]
  }
  commands = await walk([])
})

/** What is the same in every language: options, names of files, commands, codes, examples between quotes. */
const NAMES =
  /--[a-z-]+|-[A-Za-z]\b|"[^"]*"|aggregate( [a-z]+)*|\S*[./]\S*|\b(bash|zsh|powershell|JSON|CSV|UTF|MB|Excel|Word|id|vi|en)\b/gi

describe('the help of every command', () => {
  test('there are ten and more', () => expect(commands.length).toBeGreaterThan(10))

  test('in Vietnamese has no English word', async () => {
    const english =
      /\b(usage|options?|arguments?|commands?|display|help|default|output|version|files?|folders?|show|print|the|of|and|words?|with|for)\b/i
    for (const command of commands) {
      const out = await help(command, 'vi')
      expect(out, command.join(' ')).toMatch(/^Cách dùng: aggregate/)
      const left = out.replace(/^ {2}(?:-\w, )?[a-z]+\b/gm, '').replace(NAMES, '')
      expect(left, command.join(' ')).not.toMatch(english)
    }
  })

  test('in English has no Vietnamese word', async () => {
    for (const command of commands) {
      const out = await help(command, 'en')
      expect(out).toMatch(/^Usage: aggregate/)
      expect(out.replace(/Phường Tân An/g, ''), command.join(' ')).not.toMatch(
        /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơưăâêôàáãèéìíòóõùúý]/i,
      )
    }
  })

  test('fits 80 columns', async () => {
    for (const lang of ['vi', 'en'])
      for (const command of commands) {
        let out = ''
        const io = { err: () => {}, isColoured: false, columns: 80, cwd: root, today: '2024-06-25' }
        await main([...command, '--help', '--lang', lang], { ...io, out: (text) => (out += text) })
        expect(
          out.split('\n').filter((line) => [...line.normalize('NFC')].length > 80),
          `${command} ${lang}`,
        ).toEqual([])
      }
  })
})

test('aggregate alone explains itself in ten lines that fit 80 columns, in either language', async () => {
  for (const lang of ['vi', 'en']) {
    const { code, out } = await ran(['--lang', lang], root)
    const lines = out.trimEnd().split('\n')
    expect([code, lines.length <= 10]).toEqual([0, true])
    expect(lines.filter((line) => line.length > 80)).toEqual([])
  }
})

/** Every text of a tree of words, by its path; functions are left to the sentences' own tests. */
function texts(words: unknown, path: string): [string, string][] {
  if (typeof words === 'string') return [[path, words]]
  if (typeof words !== 'object' || words === null) return []
  return Object.entries(words).flatMap(([key, value]) => texts(value, `${path}.${key}`))
}

describe('no text stands untranslated', () => {
  const messages = join(root, 'src/messages')
  const files = readdirSync(messages).filter((name) => /^(?!.*test)[a-z-]+\.ts$/.test(name))

  /** What is one in both languages: codes, names of files, signs. */
  const NAME = /^([^\p{L}]*|[a-z|]+|[a-z-]+\.(yaml|csv|xlsx)|[A-Z]{1,3})$/u

  /** What an English form keeps: the heading that the law prescribes, and the labels by which a form is read. */
  const KEPT = [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Lần báo cáo',
    'Ngày báo cáo',
    'Người lập biểu',
    'Điện thoại',
  ]

  test('the same sentence in both languages is a forgotten one', async () => {
    let compared = 0
    const same: string[] = []
    for (const file of files) {
      const module = await import(join(messages, file))
      for (const [name, words] of Object.entries(module)) {
        if (typeof words !== 'object' || words === null || !('vi' in words) || !('en' in words)) continue
        const english = new Map(texts(words.en, name))
        for (const [path, vi] of texts(words.vi, name)) {
          compared += 1
          if (!NAME.test(vi) && !KEPT.includes(vi) && english.get(path) === vi) same.push(`${path}: ${vi}`)
        }
      }
    }
    expect(same).toEqual([])
    expect(compared).toBeGreaterThan(300)
  })

  test('both languages have the same help', () => {
    expect(texts(helpWords.vi, '').map(([path]) => path)).toEqual(
      texts(helpWords.en, '').map(([path]) => path),
    )
  })
})
