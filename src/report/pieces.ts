/**
 * Long texts on sheets whose rows Excel lets grow to 409 points only: cut into pieces for rows that go on with each other,
 * or shortened where the whole text stands somewhere else.
 */

/** In the first column of a row that goes on with the text of the row above. */
export const CONTINUED = '…'

/** Lines of a piece: 20 lines of the widest letters are as high as a row can be, of usual ones a third of a printed page. */
const LINES = 20
/** Characters that a line holds for certain, for each character of the column's width. */
const SURE = 0.6

/**
 * The pieces of a text that rows of one column can show whole; joined they are the text.
 *
 * @param width of the column in characters
 */
export function piecesOf(text: string, width: number): readonly string[] {
  const room = Math.floor(width * SURE)
  if (linesOf(text, room) <= LINES) return [text]
  const pieces: string[] = []
  let piece = ''
  // Words with the blank behind them; what has no blank for the whole of a piece is broken inside.
  for (const [word] of text.matchAll(new RegExp(`\\S{1,${room * (LINES - 1)}}\\s?|\\s`, 'gu'))) {
    if (piece !== '' && linesOf(piece + word, room) > LINES) {
      pieces.push(piece)
      piece = ''
    }
    piece += word
  }
  return [...pieces, piece]
}

const linesOf = (text: string, room: number): number =>
  text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / room)), 0)

/** The beginning of a text, to the end of a word, with a mark that more follows. @param most characters */
export function beginningOf(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')
  const end = cut.search(/\s\S*$/)
  return `${cut.slice(0, end > most / 2 ? end : cut.length).trimEnd()}…`
}
