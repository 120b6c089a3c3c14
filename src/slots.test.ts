/** Who is asked what: slots by level, by body, about others, and with levels that do not report or do not exist. */

import { expect, test } from 'vitest'
import type { Programme } from './model.ts'
import { askedIn, dutyOf, slotsOf, topOf, treeAt } from './slots.ts'
import { anIndicator, aProgramme, COUNTED, PERIOD, UNITS } from './testing.ts'

const slotsIn = (programme: Programme, reporter: string): readonly string[] => {
  const tree = treeAt(programme, PERIOD)
  const unit = tree.unit(reporter)
  if (unit === null) throw new Error(reporter)
  return slotsOf(unit, programme, tree).map((slot) => `${slot.indicator} ${slot.about} ${slot.as}`)
}

const asking = (collect: string, more: Parameters<typeof aProgramme>[0] = {}): Programme =>
  aProgramme({ indicators: [anIndicator('C01', 'stock', `collect: ${collect}`)], ...more })

test('an office answers about itself, and a district types a total of its area', () => {
  const programme = asking(COUNTED)
  expect(slotsIn(programme, '99101')).toEqual(['C01 99101 own'])
  expect(slotsIn(programme, '991')).toEqual(['C01 991 total'])
  expect(slotsIn(programme, '99')).toEqual([])
  expect(slotsIn(programme, 'cong-an')).toEqual([])
})

test('where the level below does not report, the typed total is the answer itself', () => {
  const programme = asking(COUNTED, { reporters: ['district'] })
  expect(slotsIn(programme, '991')).toEqual(['C01 991 own'])
})

test('"body" means every body but those taken out', () => {
  expect(slotsIn(asking('[{ by: body }]'), 'cong-an')).toEqual(['C01 cong-an own'])
  const but = asking('[{ by: body, except: [cong-an] }]')
  expect([slotsIn(but, 'cong-an'), slotsIn(but, 'so-ldtbxh')]).toEqual([[], ['C01 so-ldtbxh own']])
})

test('who speaks of districts speaks of the province too', () => {
  const programme = asking('[{ by: cong-an, about: district }]')
  expect(slotsIn(programme, 'cong-an')).toEqual(['C01 99 own', 'C01 991 own', 'C01 992 own'])
})

test('where there are no districts only the province is left', () => {
  const units = UNITS.split('\n')
    .filter((line) => !line.includes(',district,'))
    .join('\n')
    .replaceAll(/,99[12],/g, ',99,')
  const programme = asking('[{ by: cong-an, about: district }]', { units })
  expect(slotsIn(programme, 'cong-an')).toEqual(['C01 99 own'])
})

test('who speaks of the province has one answer', () => {
  expect(slotsIn(asking('[{ by: cong-an, about: province }]'), 'cong-an')).toEqual(['C01 99 own'])
})

test('a check is asked for, as a check', () => {
  const programme = asking('[{ by: cong-an, about: district }, { by: district, as: check }]')
  expect(slotsIn(programme, '991')).toEqual(['C01 991 check'])
})

test('who is not listed as a reporter, has nothing to answer, or is not asked in this kind of period is not asked', () => {
  const programme = asking(COUNTED)
  const tree = treeAt(programme, PERIOD)
  const codes = (kind: 'half' | 'quarter') =>
    askedIn(programme, { ...PERIOD, kind }, tree).map(({ unit }) => unit.code)
  expect(codes('half')).toEqual(['991', '99101', '99102', '992', '99201'])
  expect(codes('quarter')).toEqual([])
})

test('an entry for one body goes before that of its level', () => {
  const programme = aProgramme()
  const tree = treeAt(programme, PERIOD)
  const unit = tree.unit('cong-an')
  const district = tree.unit('991')
  const province = tree.unit('99')
  if (unit === null || district === null || province === null) throw new Error('units')
  const special = {
    ...programme,
    reporters: {
      ...programme.reporters,
      body: [{ from: null, until: null, deadline: 9, form: 'x', asks: [] }],
    },
  }
  expect(dutyOf(unit, special, tree.on)?.form).toBe('Biểu cong-an')
  expect(dutyOf(district, special, tree.on)?.form).toBe('Biểu district')
  expect(dutyOf(province, special, tree.on)).toBeNull()
  expect(topOf(unit, tree).code).toBe('99')
})

test('only units in force on the last day are asked', () => {
  const units = UNITS.replace(
    '99102,Xã Hai,commune,991,2010-01-01,,',
    '99102,Xã Hai,commune,991,2010-01-01,2024-06-14,',
  )
  const programme = asking(COUNTED, { units })
  const asked = askedIn(programme, PERIOD, treeAt(programme, PERIOD))
  expect(asked.map(({ unit }) => unit.code)).not.toContain('99102')
})
