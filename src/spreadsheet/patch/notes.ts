/**
 * Notes on cells: the part with their texts and the drawing with their boxes, made where a sheet has none, added to
 * where it has.
 *
 * A cell that has a note of somebody else keeps it; ours is added below. A conversation (threaded comments) is left
 * alone: its cell is marked by colour only.
 */

import { address } from '../../book.ts'
import { escapeXml } from '../sheet-xml.ts'
import { MAIN } from './package.ts'
import { columnPixels, type Place, rowPixels, type Worksheet } from './sheet.ts'
import {
  appendTo,
  attribute,
  childNamed,
  type Edit,
  type Element,
  edited,
  elementsAt,
  isRooted,
  unescaped,
  type Xml,
} from './xml.ts'

/** By this author our notes are known again. */
export const NOTE_AUTHOR = 'aggregate'
/** Stands above what we add to somebody else's note. */
const SEPARATOR = `— ${NOTE_AUTHOR} —`

/** A note to write: the cell as `E12`, where it is, and what it says. */
export type Note = Readonly<{ cell: string; place: Place; text: string }>

/** `boxes`: the notes that need a box of their own; `gone`: the cells whose box is to go. */
export type Noted = Readonly<{ bytes: Buffer; boxes: readonly Note[]; gone: readonly string[] }>

/** A part of texts for a sheet that has none. */
export function newComments(notes: readonly Note[]): Noted {
  const text = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${MAIN}"><authors><author>${NOTE_AUTHOR}</author></authors><commentList>${notes.map((note) => commentXml(note, 0, '')).join('')}</commentList></comments>`
  return { bytes: Buffer.from(text), boxes: notes, gone: [] }
}

/** A sheet's texts with ours: those of an earlier marking are taken out first. `null`: the part is not understood. */
export function withComments(xml: Xml, notes: readonly Note[]): Noted | null {
  const [authors, list] = [childNamed(xml, 'authors'), childNamed(xml, 'commentList')]
  if (!isRooted(xml, 'comments', MAIN) || authors === null || list === null) return null
  const p = xml.root.prefix === '' ? '' : `${xml.root.prefix}:`
  const names = elementsAt(xml, 2, authors).map(({ tag, contentEnd }) =>
    unescaped(xml.text.slice(tag.end, Math.max(tag.end, contentEnd))),
  )
  const known = names.indexOf(NOTE_AUTHOR)
  const author = known < 0 ? names.length : known
  const edits: Edit[] = []
  const gone: string[] = []
  const others = new Map<string, Element>()
  for (const comment of elementsAt(xml, 2, list)) {
    const cell = attribute(comment.tag, 'ref') ?? ''
    if (Number(attribute(comment.tag, 'authorId')) !== known || known < 0) others.set(cell, comment)
    else {
      edits.push({ from: comment.tag.start, to: comment.end, text: '' })
      gone.push(cell)
    }
  }
  const own = notes.filter(({ cell }) => !others.has(cell))
  const added = new Map(notes.map((note) => [note.cell, note]))
  for (const [cell, comment] of others) {
    const name = names[Number(attribute(comment.tag, 'authorId'))] ?? ''
    if (!name.startsWith('tc=')) edits.push(...addedBelow(xml, comment, added.get(cell) ?? null, p))
  }
  if (own.length > 0 && known < 0) edits.push(appendTo(authors, `<${p}author>${NOTE_AUTHOR}</${p}author>`))
  if (own.length > 0) edits.push(appendTo(list, own.map((note) => commentXml(note, author, p)).join('')))
  return { bytes: edited(xml, edits), boxes: own, gone }
}

/** Our text at the end of somebody's note, in place of what an earlier marking put there. */
function addedBelow(xml: Xml, comment: Element, note: Note | null, p: string): readonly Edit[] {
  const text = elementsAt(xml, 3, comment).find(({ tag }) => tag.name === 'text')
  if (text === undefined || text.tag.kind === 'empty') return []
  const runs = elementsAt(xml, 4, text).filter(({ tag }) => tag.name === 'r' || tag.name === 't')
  const textOf = (run: Element): string => xml.text.slice(run.tag.start, run.end)
  const edits: Edit[] = runs
    .filter((run) => textOf(run).includes(SEPARATOR))
    .map((run) => ({ from: run.tag.start, to: run.end, text: '' }))
  if (note === null) return edits
  // A text without runs becomes one: Excel does not show what follows a bare text.
  for (const run of runs)
    if (run.tag.name === 't' && !textOf(run).includes(SEPARATOR))
      edits.push({ from: run.tag.start, to: run.end, text: `<${p}r>${textOf(run)}</${p}r>` })
  const at = runs.at(-1)?.end ?? text.contentEnd
  return [...edits, { from: at, to: at, text: runXml(`\n${SEPARATOR}\n${note.text}`, p) }]
}

function commentXml({ cell, text }: Note, author: number, p: string): string {
  return `<${p}comment ref="${cell}" authorId="${author}" shapeId="0"><${p}text>${runXml(text, p)}</${p}text></${p}comment>`
}

function runXml(text: string, p: string): string {
  const font = `<${p}sz val="11"/><${p}color indexed="81"/><${p}rFont val="Times New Roman"/><${p}family val="1"/>`
  return `<${p}r><${p}rPr>${font}</${p}rPr><${p}t xml:space="preserve">${escapeXml(text)}</${p}t></${p}r>`
}

// ─── boxes ───────────────────────────────────────────────────────────────────────────────────────

const NAMESPACES =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"'
const BOX_TYPE = `<v:shapetype ${NAMESPACES} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`
/** Shape numbers come in blocks of this many, and a drawing says which blocks it has. */
const BLOCK = 1024

/** The blocks of shape numbers that a drawing uses. */
export function blocksOf(drawing: string): readonly number[] {
  const data = /<(?:\w+:)?idmap\b[^>]*\sdata="([\d,\s]*)"/.exec(drawing)?.[1] ?? ''
  return data.split(',').map(Number).filter(Number.isInteger)
}

/** A drawing for a sheet that has none. @param block a block of shape numbers that no other drawing uses */
export function newDrawing(sheet: Worksheet, boxes: readonly Note[], block: number): string {
  const layout = `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${block}"/></o:shapelayout>`
  return `<xml ${NAMESPACES}>${layout}${BOX_TYPE}${boxesXml(sheet, boxes, block)}</xml>`
}

/** A drawing with the boxes of our notes, those of an earlier marking taken out. `null`: it is not understood. */
export function withBoxes(drawing: string, sheet: Worksheet, noted: Noted, block: number): string | null {
  const isGone = cellTest(noted.gone)
  const kept = drawing.replace(/<(\w+:)?shape\b[^>]*>[\s\S]*?<\/\1?shape>\s*/g, (box) =>
    isGone(box) ? '' : box,
  )
  const end = kept.search(/<\/(?:\w+:)?xml>\s*$/)
  if (end < 0) return null
  if (noted.boxes.length === 0) return kept
  const type = kept.includes('_x0000_t202"') ? '' : BOX_TYPE
  const whole = `${kept.slice(0, end)}${type}${boxesXml(sheet, noted.boxes, block)}${kept.slice(end)}`
  return whole.replace(/(<(?:\w+:)?idmap\b[^>]*\sdata="[\d,\s]*)"/, `$1,${block}"`)
}

/** Whether a box is that of a note on one of these cells. */
function cellTest(cells: readonly string[]): (box: string) => boolean {
  const places = new Set(cells)
  return (box) => {
    const of = (name: string): number =>
      Number(new RegExp(`<(?:\\w+:)?${name}>(\\d+)<`).exec(box)?.[1] ?? Number.NaN)
    if (!/ObjectType="Note"/.test(box)) return false
    return places.has(address(of('Row') + 1, of('Column') + 1))
  }
}

function boxesXml(sheet: Worksheet, boxes: readonly Note[], block: number): string {
  return boxes.map((note, index) => boxXml(sheet, note, block * BLOCK + 1 + index)).join('')
}

const WIDTH = 300
const CHARACTERS = 44
const LINE = 20

function boxXml(sheet: Worksheet, { place, text }: Note, number: number): string {
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / CHARACTERS)), 0)
  const height = lines * LINE + 14
  const left = walk(place.column + 1, 12, (column) => columnPixels(sheet, column))
  const right = walk(place.column + 1, 12 + WIDTH, (column) => columnPixels(sheet, column))
  const top = walk(place.row, 4, (row) => rowPixels(sheet, row))
  const bottom = walk(place.row, 4 + height, (row) => rowPixels(sheet, row))
  const anchor = [left, top, right, bottom].flatMap(({ index, rest }) => [index - 1, rest]).join(', ')
  const style = `position:absolute;margin-left:60pt;margin-top:2pt;width:${WIDTH * 0.75}pt;height:${height * 0.75}pt;z-index:1;visibility:hidden`
  return [
    `<v:shape ${NAMESPACES} id="_x0000_s${number}" type="#_x0000_t202" style="${style}" fillcolor="#ffffe1" o:insetmode="auto">`,
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>',
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>',
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>`,
    `<x:Row>${place.row - 1}</x:Row><x:Column>${place.column - 1}</x:Column></x:ClientData></v:shape>`,
  ].join('')
}

/** Where a length ends that starts at a row or column: which one, and how many pixels into it. */
function walk(
  start: number,
  length: number,
  pixels: (index: number) => number,
): { index: number; rest: number } {
  let [index, rest] = [start, length]
  // A run of a thousand hidden ones ends somewhere; a note needs no more.
  for (let steps = 0; steps < 1000 && rest > pixels(index); steps++) {
    rest -= pixels(index)
    index++
  }
  return { index, rest: Math.round(rest) }
}
