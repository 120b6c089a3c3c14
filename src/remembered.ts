/** Functions of a text that remember what they said: forms of one programme, and rows of one sheet, hold the same texts. */

/** Enough for the texts of many programmes; whoever has more starts over. */
const MOST = 8192

/** Longer texts are what people wrote, and seldom come again. */
const LONGEST = 512

/** @param make depends on nothing but the text, and never gives `undefined` */
export function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    if (text.length > LONGEST) return make(text)
    const before = known.get(text)
    if (before !== undefined) return before
    const made = make(text)
    if (known.size === MOST) known.clear()
    known.set(text, made)
    return made
  }
}
