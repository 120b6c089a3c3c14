/** templates/vi-du.yaml: an example of each kind, which must be right and leave no kind out. */

import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parseProgramme } from '../programme.ts'

const templates = join(dirname(fileURLToPath(import.meta.url)), '../../templates')
const text = readFileSync(join(templates, 'vi-du.yaml'), 'utf8')
const units = [
  'code,name,level,parent,from,until,into,of',
  '1,Tỉnh,province,,2010-01-01,,,',
  '11,Huyện,district,1,2010-01-01,,,',
  '111,Xã,commune,11,2010-01-01,,,',
  'cong-an,Công an,body,1,2010-01-01,,,',
].join('\n')
const { programme, mistakes } = parseProgramme({
  programme: { file: 'vi-du.yaml', text },
  catalogue: null,
  units: { file: 'units.csv', text: units },
})

test('the examples are a programme without mistakes, with Windows line ends and a mark too', () => {
  expect(mistakes).toEqual([])
  const asSaved = (one: string): string => `\ufeff${one.replaceAll('\n', '\r\n')}`
  const again = parseProgramme({
    programme: { file: 'vi-du.yaml', text: asSaved(text).slice(1) },
    catalogue: null,
    units: { file: 'units.csv', text: asSaved(units) },
  })
  expect(again.mistakes).toEqual([])
  expect(again.programme?.indicators).toEqual(programme?.indicators)
})

const schema = JSON.parse(readFileSync(join(templates, 'programme.schema.json'), 'utf8'))
/** The words a deciding key may have, as the schema lists them. */
const kindsOf = (definition: string, key: string): string[] =>
  (schema.$defs[definition].oneOf ?? schema.$defs[definition].anyOf).map(
    (one: { properties: Record<string, { const: string }> }) => one.properties[key]?.const,
  )

test('each kind of indicator, target and severity has its example', () => {
  const types = new Set(programme?.indicators.map(({ type }) => type))
  expect(kindsOf('Indicator', 'type').filter((type) => type !== 'text' && !types.has(type as never))).toEqual(
    [],
  )
  const kinds = new Set(programme?.targets.map(({ kind }) => kind))
  expect(kindsOf('Target', 'kind').filter((kind) => !kinds.has(kind as never))).toEqual([])
  expect([...new Set(programme?.rules.map(({ severity }) => severity))].sort()).toEqual([
    'error',
    'info',
    'warning',
  ])
  expect(programme?.questions).toHaveLength(1)
})
