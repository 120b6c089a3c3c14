import { expect, test } from 'vitest'
import { bookOf, type Changes } from '../../fixtures/book-of.ts'
import { installedProgramme, PERIOD } from '../../fixtures/can-tho.ts'
import { type Filled, inventProvince } from '../../fixtures/province.ts'
import { filledPages } from '../../fixtures/workbooks.ts'
import { readForm } from './read.ts'

const programme = installedProgramme('can-tho-2021-2025', new URL('../..', import.meta.url).pathname)
const province = inventProvince(programme, PERIOD, 7, { totals: 1 })
const police = province.find(({ asked }) => asked.unit.code === 'cong-an') as Filled

const renamed = (changes: Changes) =>
  readForm(bookOf(filledPages(police, programme, PERIOD), changes), programme, {
    path: 'a.xlsx',
    sha256: 'x',
  }).findings.flatMap(({ fault, cell }) => (fault.code === 'form-column-renamed' ? [cell] : []))

test('a column under its own name, or under words that name nobody, is as it was sent', () => {
  expect(renamed({})).toEqual([])
  expect(renamed({ 'Số liệu!14:6': { value: 'quận  NINH KIỀU' } })).toEqual([])
  expect(renamed({ 'Số liệu!14:6': { value: 'Q. NK' } })).toEqual([])
})

test('codes exchanged beneath the names are said at both columns', () => {
  const changes = { 'Số liệu!15:6': { value: '917' }, 'Số liệu!15:7': { value: '916' } }
  expect(renamed(changes)).toEqual(['G14', 'F14'])
})
