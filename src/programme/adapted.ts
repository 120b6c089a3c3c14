/**
 * A programme's texts as the beginning of another province's, or of one's own to be changed: names put in place of names,
 * the catalogue beside it, an explanation above each part. Pure: texts in, texts out; what is not touched stays as written.
 */

import { openWords } from '../messages/written.ts'
import { type Path, readYaml } from './yaml.ts'

/** The three texts of a programme. */
export type Texts = Readonly<{ programme: string; catalogue: string | null; units: string }>

/** A province: its code in units.csv and its whole name, "Tỉnh …" or "Thành phố …". */
export type Province = Readonly<{ code: string; name: string }>

/** What the copy shall be. `units` are the rows of the new province; `null`: those of the programme itself. */
export type Wanted = Readonly<{
  from: Province
  to: Province
  units: string | null
  /** What is said above each key of programme.yaml. */
  explained: Readonly<Record<string, string>>
  /** What is said at the top of programme.yaml. */
  opening: string
}>

/** The copy: all its files stand in one folder. */
export function adapted(texts: Texts, wanted: Wanted): Texts {
  const { from, to } = wanted
  const isOther = from.name !== to.name
  const own = texts.programme
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\$schema=\S+/, '$schema=programme.schema.json')
    .replace(/^extends: .*$/m, 'extends: catalogue.yaml')
  const renamed = isOther ? renamedTo(to, from, opened(own, to)) : own
  const [first = '', ...rest] = renamed.split('\n')
  const opening: readonly string[] = [first, ...commented(wanted.opening)]
  return {
    programme: rest.reduce((lines, line) => explained(lines, line, wanted.explained), opening).join('\n'),
    catalogue: texts.catalogue,
    units: isOther ? unitsOf(texts.units, wanted) : texts.units,
  }
}

/** The name without what kind of province it is. */
export const bareName = (name: string): string => name.replace(/^(tỉnh|thành phố|tp\.?) /i, '')

/** "Tỉnh" stands for a name that does not say what kind of province it is. */
export function wholeName(typed: string): string {
  const name = typed.normalize('NFC').trim().replace(/\s+/g, ' ')
  if (/^(tỉnh|thành phố) /i.test(name)) return name.charAt(0).toUpperCase() + name.slice(1)
  return /^tp\.? /i.test(name) ? `Thành phố ${bareName(name)}` : `Tỉnh ${name}`
}

/** `Vĩnh Long`: `vinh-long`, for ids. */
export function idOf(name: string): string {
  const plain = bareName(name).normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase()
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
}

/**
 * The text with a place left open for what only the office knows: its plan, who signs, who gets the report. A draft must
 * not cite another province's.
 */
function opened(text: string, to: Province): string {
  const document = readYaml(text, '')
  const places = placesOf(document.data).flatMap(({ path, now }) => {
    const span = document.spanOf(path)
    return span === null ? [] : [{ span, now: now(to) }]
  })
  // From the end, so that what stands before keeps its place.
  const fromEnd = [...places].sort((a, b) => b.span[0] - a.span[0])
  return fromEnd.reduce(
    (said, { span: [from, until], now }) => `${said.slice(0, from)}${now}${said.slice(until)}`,
    text,
  )
}

type Open = Readonly<{ path: Path; now: (to: Province) => string }>

function placesOf(data: unknown): readonly Open[] {
  const open = (path: Path, words: string): Open => ({ path, now: () => JSON.stringify(words) })
  return [
    open(['source'], openWords.plan),
    ...itemsAt(data, 'heading').flatMap((path) => [
      { path: [...path, 'place'], now: ({ name }: Province) => JSON.stringify(bareName(name)) },
      open([...path, 'signer'], openWords.signer),
      open([...path, 'authority'], openWords.authority),
      { path: [...path, 'recipients'], now: () => JSON.stringify([openWords.recipients]) },
    ]),
    ...itemsAt(data, 'reports').map((path) => open([...path, 'basis'], openWords.basis)),
    ...itemsAt(data, 'targets').map((path) => open([...path, 'source'], openWords.section)),
  ]
}

/** The paths of one item, or of each in a list. */
function itemsAt(data: unknown, key: string): readonly Path[] {
  const found = typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[key] : undefined
  return Array.isArray(found) ? found.map((_, index) => [key, index]) : [[key]]
}

/** Comments speak of the paper that was the model: they keep its name. */
function renamedTo(to: Province, from: Province, text: string): string {
  const bare = { from: bareName(from.name), to: bareName(to.name) }
  const isCity = (name: string): boolean => /^thành phố/i.test(name)
  const lowered = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)
  const pairs = [
    [
      `${bare.from} ${isCity(from.name) ? 'city' : 'province'}`,
      `${bare.to} ${isCity(to.name) ? 'city' : 'province'}`,
    ],
    [from.name.toUpperCase(), to.name.toUpperCase()],
    [from.name, to.name],
    [lowered(from.name), lowered(to.name)],
    [bare.from.toUpperCase(), bare.to.toUpperCase()],
    [bare.from, bare.to],
  ] as const
  const lines = text.split('\n').map((line) => {
    if (/^\s*#/.test(line)) return line
    if (line.startsWith('id: ')) return `id: ${idOf(to.name)}${/-\d{4}.*$/.exec(line)?.[0] ?? ''}`
    return pairs.reduce((said, [old, now]) => said.replaceAll(old, now), line)
  })
  return lines.join('\n')
}

/** The new province's own units, and the departments of the programme under it. */
function unitsOf(text: string, { from, to, units }: Wanted): string {
  const [header = '', ...rows] = text.trimEnd().split(/\r?\n/)
  const bodies = rows
    .filter((row) => row.includes(`,body,${from.code},`))
    .map((row) => row.replace(`,body,${from.code},`, `,body,${to.code},`))
    .map((row) => row.replaceAll(bareName(from.name), bareName(to.name)))
    .map((row) =>
      /^tỉnh/i.test(to.name)
        ? row.replace(/ thành phố(?=,)/, ' tỉnh')
        : row.replace(/ tỉnh(?=,)/, ' thành phố'),
    )
  return `${[header, ...(units ?? '').trimEnd().split(/\r?\n/), ...bodies].join('\n')}\n`
}

/** The line with its explanation, which goes above what the programme itself says there. */
function explained(
  lines: readonly string[],
  line: string,
  explanations: Wanted['explained'],
): readonly string[] {
  const key = /^([a-z-]+):/.exec(line)?.[1]
  const said = key === undefined ? undefined : explanations[key]
  if (said === undefined) return [...lines, line]
  const own = lines.length - 1 - lines.findLastIndex((one) => !one.startsWith('#'))
  const [above, remarks] = [lines.slice(0, lines.length - own), lines.slice(lines.length - own)]
  if (above.length === 0) return [...lines, '', ...commented(said), line]
  return [...above, ...(above.at(-1) === '' ? [] : ['']), ...commented(said), ...remarks, line]
}

const commented = (text: string): readonly string[] =>
  text.split('\n').map((line) => (line === '' ? '#' : `# ${line}`))
