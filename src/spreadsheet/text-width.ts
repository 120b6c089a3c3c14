/**
 * How wide a text is in Times New Roman, and how many lines it takes: enough to know a row's height without the font.
 *
 * Widths are those of the font's own tables, in thousandths of its size, by kind of letter; a letter with its marks is
 * as wide as without. A few per cent are added: on a screen letters stand on whole pixels.
 */

const WIDTHS: readonly (readonly [letters: string, width: number])[] = [
  ["ijlt:;/\\|'’‘", 290],
  [' .,', 255],
  ['fr()[]-', 340],
  ['sJ', 440],
  ['acez?', 450],
  ['bdghknopquvxy0123456789$*–', 510],
  ['FPSL“”', 570],
  ['+<>=≤≥TEZ', 625],
  ['ABCRVXYw', 705],
  ['DGHKNOQUm', 755],
  ['MW%—&@', 930],
]
const BY_LETTER = new Map(
  WIDTHS.flatMap(([letters, width]) => [...letters].map((one) => [one, width] as const)),
)
/** Rare signs; a line too many does less harm than one too few. */
const OTHER = 620
const ON_SCREEN = 1.03
const BOLD = 1.08

const known = new Map<string, number>()

function letterWidth(letter: string): number {
  const found = known.get(letter)
  if (found !== undefined) return found
  const plain = letter.normalize('NFD').charAt(0).replace('đ', 'd').replace('Đ', 'D')
  const width = BY_LETTER.get(plain) ?? (plain === 'I' ? 350 : OTHER)
  known.set(letter, width)
  return width
}

/** Width in points of one line. */
export function textWidth(text: string, size: number, isBold: boolean): number {
  let width = 0
  for (const letter of text) width += letterWidth(letter)
  return (width * size * ON_SCREEN * (isBold ? BOLD : 1)) / 1000
}

/** Lines that `text` takes in a cell with `room` points, broken between words, and inside a word that has no room. */
export function linesOf(text: string, room: number, size: number, isBold: boolean): number {
  const space = textWidth(' ', size, isBold)
  let lines = 0
  for (const line of text.split('\n')) {
    lines += 1
    let used = 0
    for (const word of line.split(' ')) {
      const width = textWidth(word, size, isBold)
      const isFirst = used === 0
      if (!isFirst && used + space + width > room) {
        lines += 1
        used = 0
      }
      const extra = Math.max(0, Math.ceil(width / room) - 1)
      lines += extra
      used += (used === 0 ? 0 : space) + width - extra * room
    }
  }
  return lines
}
