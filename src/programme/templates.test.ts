/** The catalogue and the programmes in `templates/`: who answers what, which rules hold, and that the schema is fresh. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sayMistake } from '../messages/mistake.ts'
import type { Collect, Period, Programme } from '../model.ts'
import { lastDay, parsePeriod } from '../period.ts'
import { catalogueOf, parseProgramme, programmeSchema, type Source } from '../programme.ts'
import { askedIn, isCollected, treeAt } from '../slots.ts'
import { treeOn, unitsBelow } from '../units.ts'
import { headingOn } from './dated.ts'
import { readYaml } from './yaml.ts'

const templates = new URL('../../templates/', import.meta.url)
const source = (file: string): Source => ({ file, text: readFileSync(new URL(file, templates), 'utf8') })
const folders = readdirSync(templates, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

const installed = (folder: string): Programme =>
  right(source(`${folder}/programme.yaml`), source(`${folder}/units.csv`))

function periodOf(text: string): Period {
  const period = parsePeriod(text)
  if (period === null) throw new Error(text)
  return period
}

function right(programme: Source, units: Source): Programme {
  const parsed = parseProgramme({
    programme,
    catalogue: source('catalogue.yaml'),
    units,
    holidays: source('holidays.yaml'),
  })
  expect(parsed.mistakes.map((mistake) => sayMistake(mistake, 'vi'))).toEqual([])
  if (parsed.programme === null) throw new Error(programme.file)
  return parsed.programme
}

test.each(folders)('%s is a programme without mistakes, named as its folder', (folder) => {
  const programme = source(`${folder}/programme.yaml`)
  expect(catalogueOf(programme.text)).toBe('../catalogue.yaml')
  expect(right(programme, source(`${folder}/units.csv`)).id).toBe(folder)
})

test.each(['catalogue.yaml', ...folders.map((folder) => `${folder}/programme.yaml`)])(
  '%s names its schema',
  (file) => {
    const path = file.includes('/') ? '../programme.schema.json' : 'programme.schema.json'
    expect(source(file).text.split('\n')[0]).toBe(`# yaml-language-server: $schema=${path}`)
  },
)

test('programme.schema.json is fresh; npm run schema writes it', () => {
  expect(JSON.parse(source('programme.schema.json').text)).toEqual(programmeSchema())
})

const BODIES = [
  'bao',
  'ban-kcn',
  'cong-an',
  'dai',
  'hoi-lhpn',
  'mttq',
  'so-gddt',
  'so-ldtbxh',
  'so-tai-chinh',
  'so-tttt',
  'so-tu-phap',
  'so-vhttdl',
  'so-y-te',
  'toa-an',
  'vien-kiem-sat',
]

/** A programme that uses the whole catalogue, in a province where everybody reports. */
const whole = (() => {
  const data = readYaml(source('catalogue.yaml').text, 'catalogue.yaml').data as Readonly<{
    indicators: readonly Readonly<{ code: string }>[]
  }>
  const text = `id: all
title: { vi: a, en: a }
extends: ../catalogue.yaml
valid: { from: 2021-01-01, until: 2026-01-01 }
asks: [year]
levels: [province, district, commune]
reporters: { commune: { deadline: 2, form: a }, district: { deadline: 2, form: a }, body: { deadline: 2, form: a } }
heading: { parent: a, agency: a, symbol: a, place: a, signer: a }
indicators: [${data.indicators.map((indicator) => indicator.code).join(', ')}]
`
  const rows = ['code,name,level,parent,from', '99,Tỉnh,province,,2010-01-01']
  const bodies = BODIES.map((body) => `${body},${body},body,99,2010-01-01`)
  return right({ file: 'all.yaml', text }, { file: 'all.csv', text: [...rows, ...bodies].join('\n') })
})()

const collected = whole.indicators.filter(isCollected)

const codesOf = (list: readonly Readonly<{ code: string }>[]): readonly string[] =>
  list.map(({ code }) => code)

test('two indicators are taken from the unit list', () => {
  expect(codesOf(whole.indicators.filter((indicator) => indicator.type === 'reference'))).toEqual([
    'K01',
    'K02',
  ])
})

const TOTALLED = 'commune, district as total'
const POLICE = 'cong-an about district, district as check'
const OFFICES = 'body without bao dai toa-an vien-kiem-sat'

/** Who answers, as agreed with the department; `by`, `about` and `as` where they are not the plain ones. */
const WHO: readonly (readonly [collect: string, codes: string])[] = [
  [`commune, district, ${OFFICES}`, 'A01 D03 D04 D08'],
  ['district', 'A02 A03 E01 E04'],
  ['so-ldtbxh, so-y-te from 2025-07-01', 'A02T'],
  [
    TOTALLED,
    'A02X A03X B01 B03 B04 B06 B07 B08 B09 B11 C01 C02 C03 C04 C05 C06 C07 D01 D02 D09 E05 F03 F04 H01 H02 H03 H04 H05',
  ],
  [`${TOTALLED}, cong-an about district as check`, 'B02 B10 C08'],
  ['bao, dai, so-tttt about province as check', 'D05'],
  ['bao, dai', 'D06'],
  ['ban-kcn', 'D10 D11'],
  ['so-gddt, so-ldtbxh', 'D12 D13'],
  ['district, so-y-te about district as check', 'E02'],
  ['commune, district, so-ldtbxh, so-y-te from 2025-07-01', 'E03 E03M F01 I08'],
  ['commune, district, so-ldtbxh, so-y-te from 2025-07-01, cong-an', 'F02 F05 F06 F07 F08 F09 F10'],
  [POLICE, 'F11 F12 G01 G02 G03 G04 G05 G06 G07'],
  ['cong-an about district, commune as check, district as check', 'F13 F14'],
  ['cong-an about district, vien-kiem-sat about province as check', 'G08 G09'],
  ['vien-kiem-sat about province', 'G10'],
  ['toa-an about province', 'G11 G12 G13'],
  ['so-y-te about province, district as check', 'H06'],
  [OFFICES, 'I01 I03'],
  ['commune, district', 'I02 I04 I07'],
  [`district, ${OFFICES}`, 'I05'],
  ['body without bao dai so-tai-chinh toa-an vien-kiem-sat, so-tai-chinh about province as check', 'I06'],
]

test.each(WHO)('%s: %s', (collect, codes) => {
  const found = collected.filter((indicator) => indicator.collect.map(sayCollect).join(', ') === collect)
  expect(codesOf(found)).toEqual(codes.split(' '))
})

test('who answers is agreed on for every indicator', () => {
  expect(WHO.flatMap(([, codes]) => codes.split(' ')).sort()).toEqual([...codesOf(collected)].sort())
})

/** Those that are no flows. */
const TYPES: readonly (readonly [type: string, codes: string])[] = [
  ['flag', 'A02 A02X A02T A03 A03X B11 D01 D02 E01 E02 E04 E05'],
  ['stock', 'B01 B02 B03 B04 B06 B10 C01 C02 C03 C04 C05 C06 C07 C08 D10 D12 E03 F01 I01 I02'],
  ['distinct', 'D09 D11 D13 F03 H01 H02'],
  ['cumulative', 'F04 I03 I04'],
]

test.each(TYPES)('of type %s are %s', (type, codes) => {
  expect(codesOf(collected.filter((one) => one.type === type))).toEqual(codes.split(' '))
})

test('all others are flows', () => {
  const others = new Set(TYPES.flatMap(([, codes]) => codes.split(' ')))
  expect(collected.filter((one) => !others.has(one.code) && one.type !== 'flow')).toEqual([])
})

test('what does not follow its type across units and time', () => {
  const across = (code: string) => {
    const found = collected.find((one) => one.code === code)
    return [found?.acrossUnits, found?.acrossTime]
  }
  expect(across('B06')).toEqual(['sum', 'first'])
  expect(across('B11')).toEqual(['count', 'min'])
  expect(across('D02')).toEqual(['count', 'min'])
  expect(across('D06')).toEqual(['max', 'sum'])
})

test('money has three decimals, everything else is counted whole', () => {
  const fractions = collected.filter((one) => one.decimals !== 0)
  expect(fractions.map((one) => [one.code, one.decimals, one.measure.vi])).toEqual(
    ['F10', 'I06', 'I07', 'I08'].map((code) => [code, 3, 'triệu đồng']),
  )
})

test('“trong đó” lines stand under their whole', () => {
  const parts = collected.filter((one) => one.partOf !== null).map((one) => `${one.code} ${one.partOf}`)
  expect(parts.join(', ')).toBe(
    'B03 B02, B04 B02, C02 C01, C03 C01, C04 C01, C05 C01, C07 C06, F06 F05, F07 F05, F08 F05, F09 F05, G04 G03, G05 G03, G06 G03, G07 G03',
  )
})

test('the rules between indicators of one period', () => {
  expect(whole.rules.map((rule) => `${rule.code} ${rule.text} (${rule.severity}, ${rule.level})`)).toEqual([
    'V01 C02 + C03 + C04 + C05 == C01 (error, own)',
    'V02a B03 <= B02 (error, own)',
    'V02b B04 <= B02 (error, own)',
    'V02c C07 <= C06 (error, own)',
    'V02d C08 <= C01 (error, own)',
    'V03 B02 <= B01 (warning, own)',
    'V04a B10 == B06 + B07 + B09 - B08 (error, own)',
    'V04b B06 == before(B10) (warning, own)',
    'V05a F05 <= F02 (error, own)',
    'V05b F06 + F07 + F08 + F09 == F05 (warning, own)',
    'V06 F04 <= C01 (error, own)',
    'V06a F03 <= F02 (warning, province)',
    'V06b F03 <= C01 (warning, own)',
    'V06c F03 <= F04 (warning, own)',
    'V07a F10 > 0 ==> F07 > 0 (warning, own)',
    'V07b F07 > 0 ==> F10 > 0 (warning, own)',
    'V08a F14 <= F13 (error, own)',
    'V08b G02 <= G01 (error, own)',
    'V08c G12 <= G11 (warning, own)',
    'V09 G04 + G05 + G06 + G07 == G03 (error, own)',
    'V10a G09 >= G08 (error, own)',
    'V10b G13 >= G12 (error, own)',
    'V11 H02 <= H01 (error, own)',
    'V11b D09 <= C06 (warning, own)',
    'V11c D11 <= D10 (warning, own)',
    'V11d D13 <= D12 (warning, own)',
    'V11e I03 <= I01 (warning, own)',
    'V11f I04 <= I02 (warning, own)',
    'V12 D02 <= D01 (error, own)',
    'V14 B11 == 1 ==> B01 == 0 && B10 == 0 (warning, own)',
    'V16 D06 <= months() (error, own)',
  ])
})

test('a blank silences every rule, and no error can be explained away by a note', () => {
  expect(whole.rules.filter((rule) => rule.whenBlank !== 'skip')).toEqual([])
  expect(whole.rules.filter((rule) => rule.explain && rule.severity === 'error')).toEqual([])
})

test('of a rule that runs on one form, one kind of reporter answers every indicator', () => {
  const answers = (code: string) =>
    new Set(collected.find((one) => one.code === code)?.collect.map((entry) => `${entry.by} ${entry.about}`))
  for (const rule of whole.rules.filter((one) => one.level === 'own')) {
    const [first, ...others] = (rule.text.match(/[A-I]\d\d/g) ?? []).map(answers)
    const together = [...(first ?? [])].filter((who) => others.every((other) => other.has(who)))
    expect([rule.code, together.length > 0]).toEqual([rule.code, true])
  }
})

test('Cần Thơ asks communes, districts and 15 bodies the whole catalogue, every half and year; its own Sở every quarter', () => {
  const folder = 'can-tho-2021-2025'
  const programme = right(source(`${folder}/programme.yaml`), source(`${folder}/units.csv`))
  expect(codesOf(programme.indicators)).toEqual(codesOf(whole.indicators))
  expect(programme.asks).toEqual(['half', 'year'])
  expect(programme.reporters).toMatchObject({
    commune: [{ deadline: 2, form: 'Biểu 01-X' }],
    district: [{ deadline: 4, form: 'Biểu 02-H' }],
    'so-ldtbxh': [{ deadline: 6, form: 'Biểu 03-S', asks: ['quarter', 'half', 'year'] }],
    'cong-an': [{ deadline: 4, form: 'Biểu 04-CA' }],
    body: [{ deadline: 4, form: 'Biểu 05-N', asks: ['half', 'year'] }],
  })
  const bodies = programme.units.filter((unit) => unit.level === 'body').map((unit) => unit.code)
  expect([...new Set(bodies)].sort()).toEqual([...BODIES].sort())
  expect(programme.questions.map((question) => question.code)).toEqual(['Q1', 'Q2', 'Q3', 'Q4'])
})

/** Districts and communes in force, as the government's lists have them. */
test.each([
  ['can-tho-2021-2025', '92', '2015-06-14', 9, 85],
  ['can-tho-2021-2025', '92', '2017-12-14', 9, 85],
  ['can-tho-2021-2025', '92', '2020-12-14', 9, 83],
  ['can-tho-2021-2025', '92', '2024-06-14', 9, 83],
  ['can-tho-2021-2025', '92', '2024-12-14', 9, 80],
  ['can-tho-2021-2025', '92', '2025-12-14', 0, 103],
  ['phu-tho-2015', '25', '2015-06-14', 13, 277],
  ['phu-tho-2017', '25', '2017-12-14', 13, 277],
  ['tong-ket-2016-2020', '25', '2020-12-14', 13, 225],
  ['tong-ket-2016-2020', '25', '2024-06-14', 13, 225],
  ['tong-ket-2016-2020', '25', '2024-12-14', 13, 225],
  ['tong-ket-2016-2020', '25', '2025-12-14', 0, 148],
  ['ha-noi-2020', '01', '2015-06-14', 30, 584],
  ['ha-noi-2020', '01', '2017-12-14', 30, 584],
  ['ha-noi-2020', '01', '2020-02-29', 30, 584],
  ['ha-noi-2020', '01', '2020-03-01', 30, 579],
  ['ha-noi-2020', '01', '2020-12-14', 30, 579],
  ['ha-noi-2020', '01', '2024-06-14', 30, 579],
  ['ha-noi-2020', '01', '2024-12-14', 30, 579],
  ['ha-noi-2020', '01', '2025-12-14', 0, 126],
])('%s: province %s on %s has %i districts and %i communes', (folder, top, day, districts, communes) => {
  const tree = treeOn(day, installed(folder).units)
  expect(tree.roots.map(({ code }) => code)).toEqual([top])
  expect([unitsBelow(tree, top, 'district').length, unitsBelow(tree, top, 'commune').length]).toEqual([
    districts,
    communes,
  ])
})

test.each([
  ['phu-tho-2015', '2015-H1', '2015-06-30'],
  ['phu-tho-2015', '2015', '2015-12-31'],
  ['phu-tho-2017', '2017-H2', '2017-12-31'],
  ['ha-noi-2020', '2020-H1', '2020-06-14'],
  ['ha-noi-2020', '2020', '2020-12-14'],
  ['tong-ket-2016-2020', '2016..2020', '2020-12-14'],
  ['can-tho-2021-2025', '2025-H2', '2025-12-14'],
])('%s: %s ends on %s, by the calendar of its time', (folder, period, day) => {
  const { yearStarts, valid } = installed(folder)
  expect(lastDay(periodOf(period), yearStarts)).toBe(day)
  expect(valid.from <= day && day < valid.until).toBe(true)
})

/** Reporters of a period that are no commune or district, with the form each fills. */
const officesIn = (folder: string, period: string): readonly string[] => {
  const programme = installed(folder)
  const at = periodOf(period)
  return askedIn(programme, at, treeAt(programme, at))
    .filter(({ unit }) => unit.level === 'body')
    .map(({ unit, duty }) => `${unit.code} ${duty.form} ${duty.deadline}`)
}

test('each plan asks the offices it names', () => {
  expect(officesIn('phu-tho-2015', '2015')).toEqual([
    'cong-an Biểu 04-CA 4',
    'doan-tn Biểu 05-N 4',
    'hoi-lhpn Biểu 05-N 4',
    'mttq Biểu 05-N 4',
    'so-khdt Biểu 05-N 4',
    'so-ldtbxh Biểu 03-S 6',
    'so-tai-chinh Biểu 07-TC 4',
    'so-vhttdl Biểu 05-N 4',
    'so-y-te Biểu 06-YT 4',
  ])
  expect(officesIn('phu-tho-2017', '2017')).toEqual([
    'bao Biểu 06-BC 4',
    'cong-an Biểu 04-CA 4',
    'dai Biểu 06-BC 4',
    'so-ldtbxh Biểu 03-S 6',
    'so-y-te Biểu 05-YT 4',
  ])
  expect(officesIn('ha-noi-2020', '2020')).toEqual(['cong-an Biểu 04-CA 4', 'so-ldtbxh Biểu 03-S 6'])
  expect(officesIn('tong-ket-2016-2020', '2016..2020')).toHaveLength(16)
})

test('of Cần Thơ’s offices Sở Y tế takes over on 1 July 2025: its name, its symbol, its quarters, its answers', () => {
  const folder = 'can-tho-2021-2025'
  const programme = installed(folder)
  const agency = (day: string): readonly string[] => {
    const { agency, symbol } = headingOn(day, programme)
    return [agency, symbol]
  }
  expect(agency('2025-06-14')).toEqual(['SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI', 'BC-SLĐTBXH'])
  expect(agency('2025-12-14')).toEqual(['SỞ Y TẾ', 'BC-SYT'])
  expect(officesIn(folder, '2025-Q2')).toEqual(['so-ldtbxh Biểu 03-S 6'])
  expect(officesIn(folder, '2025-Q3')).toEqual(['so-y-te Biểu 03-S 6'])
  const asked = (period: string, body: string): readonly string[] => {
    const at = periodOf(period)
    const found = askedIn(programme, at, treeAt(programme, at)).find(({ unit }) => unit.code === body)
    return [...new Set(found?.slots.map(({ indicator }) => indicator))]
  }
  const taken = 'A02T E03 E03M F01 F02 F05 F06 F07 F08 F09 F10 I08'.split(' ')
  expect(asked('2025-H1', 'so-ldtbxh')).toEqual(expect.arrayContaining([...taken, 'D12', 'D13']))
  expect(asked('2025-H1', 'so-y-te').filter((code) => taken.includes(code))).toEqual([])
  expect(asked('2025-H2', 'so-ldtbxh')).toEqual([])
  expect(asked('2025-H2', 'so-y-te')).toEqual(expect.arrayContaining([...taken, 'A01', 'I01', 'H06']))
  expect(asked('2025-H2', 'so-gddt')).toEqual(expect.arrayContaining(['D12', 'D13']))
})

test('the group of another programme is asked and never missed', () => {
  const { groups, indicators } = installed('ha-noi-2020')
  expect(groups.at(-1)).toMatchObject({ code: 'N' })
  expect(
    indicators
      .filter(({ group }) => group === 'N')
      .map((one) => isCollected(one) && [one.code, one.required]),
  ).toEqual([
    ['N01', false],
    ['N02', false],
  ])
})

function sayCollect({ by, about, as, except, from, until }: Collect): string {
  const parts = [by, about === null ? '' : `about ${about}`, as === 'own' ? '' : `as ${as}`]
  const without = except.length === 0 ? '' : `without ${except.join(' ')}`
  const days = [from === null ? '' : `from ${from}`, until === null ? '' : `until ${until}`]
  return [...parts, without, ...days].filter((part) => part !== '').join(' ')
}
