/** The parts in which a sheet's notes stand: found or made, and told to the package. */

import { contentOf } from './container.ts'
import { blocksOf, type Note, type Noted, newComments, newDrawing, withBoxes, withComments } from './notes.ts'
import {
  declare,
  freeName,
  OFFICE,
  type Package,
  partOf,
  relate,
  relationsOf,
  type Workbook,
} from './package.ts'
import { type Worksheet, withNotesDrawing } from './sheet.ts'
import { attribute, childNamed, type Edit } from './xml.ts'

const COMMENTS = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml'
const DRAWING = 'application/vnd.openxmlformats-officedocument.vmlDrawing'

/** Writes texts and boxes of the notes; @returns what the sheet itself must say of them, or `null`: not understood */
export function annotate(
  patched: Package,
  workbook: Workbook,
  part: string,
  sheet: Worksheet,
  notes: readonly Note[],
): readonly Edit[] | null {
  const relations = relationsOf(patched, part)
  if (relations === null) return null
  const texts = relations.find(({ type }) => type === `${OFFICE}/comments`)?.target ?? ''
  const noted = texts === '' ? newTexts(patched, workbook, part, notes) : oldTexts(patched, texts, notes)
  if (noted === null) return null
  if (noted === 'nothing') return []
  return drawBoxes(patched, workbook, part, sheet, noted)
}

function newTexts(
  patched: Package,
  workbook: Workbook,
  part: string,
  notes: readonly Note[],
): Noted | 'nothing' | null {
  if (notes.length === 0) return 'nothing'
  const noted = newComments(notes)
  const name = freeName(patched, `${workbook.folder}comments`, '.xml')
  patched.changed.set(name, noted.bytes)
  if (!declare(patched, 'Override', `/${name}`, COMMENTS)) return null
  return relate(patched, part, 'comments', name) === null ? null : noted
}

function oldTexts(patched: Package, name: string, notes: readonly Note[]): Noted | null {
  const xml = partOf(patched, name)
  const noted = xml === null ? null : withComments(xml, notes)
  if (noted !== null) patched.changed.set(name, noted.bytes)
  return noted
}

function drawBoxes(
  patched: Package,
  workbook: Workbook,
  part: string,
  sheet: Worksheet,
  noted: Noted,
): readonly Edit[] | null {
  const id = legacyDrawingOf(sheet)
  const known = id === null ? undefined : relationsOf(patched, part)?.find((one) => one.id === id)?.target
  const block = freeBlock(patched)
  if (known !== undefined && known !== '') {
    const drawing = textOf(patched, known)
    const drawn = drawing === null ? null : withBoxes(drawing, sheet, noted, block)
    if (drawn === null) return null
    patched.changed.set(known, Buffer.from(drawn))
    return []
  }
  if (id !== null) return null
  if (noted.boxes.length === 0) return []
  const name = freeName(patched, `${workbook.folder}drawings/vmlDrawing`, '.vml')
  patched.changed.set(name, Buffer.from(newDrawing(sheet, noted.boxes, block)))
  if (!declare(patched, 'Default', 'vml', DRAWING)) return null
  const relation = relate(patched, part, 'vmlDrawing', name)
  return relation === null ? null : [withNotesDrawing(sheet, relation)]
}

/** The relationship of the drawing that holds boxes of notes and old controls; `null`: the sheet has none. */
function legacyDrawingOf({ xml }: Worksheet): string | null {
  const element = childNamed(xml, 'legacyDrawing')
  return element === null ? null : attribute(element.tag, '[^\\s:=]+:id')
}

/** A drawing as it now stands: no proper XML, since old ones are not always well formed. */
function textOf(from: Package, name: string): string | null {
  const bytes = from.changed.get(name) ?? contentOf(from.container, name)
  return bytes === null ? null : Buffer.from(bytes).toString('utf8')
}

/** A block of shape numbers that no drawing of the package uses yet. */
function freeBlock(from: Package): number {
  const names = [...from.container.entries.map(({ name }) => name), ...from.changed.keys()]
  const drawings = new Set(names.filter((name) => name.toLowerCase().endsWith('.vml')))
  return Math.max(0, ...[...drawings].flatMap((name) => blocksOf(textOf(from, name) ?? ''))) + 1
}
