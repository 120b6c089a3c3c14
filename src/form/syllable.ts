/** Whether letters make a Vietnamese syllable: tells text that was decoded rightly from text that was not. */

const ONSET = '(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?'
const RIMES = [
  'a(?:ch|c|i|m|ng|nh|n|o|p|t|u|y)?',
  'ă(?:c|m|ng|n|p|t)',
  'â(?:c|m|ng|n|p|t|u|y)',
  'e(?:c|m|ng|n|o|p|t)?',
  'ê(?:ch|m|nh|n|p|t|u)?',
  'i(?:a|ch|m|nh|n|p|t|u)?',
  '(?:i|y)ê(?:c|m|ng|n|p|t|u)',
  'o(?:c|i|m|ng|n|p|t|oc|ong)?',
  'oa(?:ch|c|i|m|ng|nh|n|o|p|t|y)?',
  'oă(?:c|m|ng|n|t)',
  'oe(?:n|o|t)?',
  'ô(?:c|i|m|ng|n|p|t)?',
  'ơ(?:i|m|n|p|t)?',
  'u(?:a|c|i|m|ng|n|p|t)?',
  'uâ(?:ng|n|t|y)',
  'uê(?:ch|nh|n|t)?',
  'uô(?:c|i|m|ng|n|t)',
  'uơ',
  'uy(?:a|ch|nh|n|t|u|ên|êt)?',
  'ư(?:a|c|i|ng|n|t|u)?',
  'ươ(?:c|i|m|ng|n|p|t|u)',
  'y',
]
const SYLLABLE = new RegExp(`^${ONSET}(?:${RIMES.join('|')})$`)
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/** In any case; at most one tone. */
export function isSyllable(word: string): boolean {
  const apart = word.toLowerCase().normalize('NFD')
  // A tone stands on a vowel: ñ is no n with a tone.
  if ((apart.match(TONES)?.length ?? 0) > 1 || apart.includes('n\u0303')) return false
  return SYLLABLE.test(apart.replace(TONES, '').normalize('NFC'))
}

/** Words with a letter beyond ASCII: how many there are, how many are syllables, and their letters together. */
type Accented = Readonly<{ words: number; syllables: number; letters: number }>

// What is punctuation to Unicode (a middle dot, a soft hyphen) is a letter in the old fonts, so it belongs to a word.
const WORD = /[A-Za-z\u00a1-\u024f\u1e00-\u1eff]+/g

export function accented(text: string): Accented {
  const words = (text.match(WORD) ?? []).filter((word) => /[^A-Za-z]/.test(word))
  const letters = words.reduce((sum, word) => sum + word.length, 0)
  return { words: words.length, syllables: words.filter(isSyllable).length, letters }
}
