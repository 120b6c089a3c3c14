/** The top of the paper (heading blocks, title) and its first sentences: on what the report rests. */

import { reportWords } from '../messages/report.ts'
import { lowerFirst, writtenWords as words } from '../messages/written.ts'
import type { Code, Heading, Written } from '../model.ts'
import { type Block, type Paragraph, paragraph, type Span } from '../paper.ts'
import { firstDay, lastDay } from '../period.ts'
import { isCounted } from '../rollup/receipts.ts'
import { filled } from './chapter.ts'
import { named } from './laggards.ts'
import type { Telling } from './telling.ts'

export function headingBlocks(heading: Heading, written: Written, { material }: Telling): readonly Block[] {
  const { state, motto, number, placeDay } = reportWords.vi
  return [
    {
      kind: 'columns',
      left: 41,
      columns: [
        [
          paragraph('parent', heading.parent),
          paragraph('agency', heading.agency),
          { kind: 'line', percent: 40 },
          paragraph('number', number(heading.symbol)),
        ],
        [
          paragraph('state', state),
          paragraph('motto', motto),
          { kind: 'line', percent: 56 },
          paragraph('place-day', placeDay(heading.place)),
        ],
      ],
    },
    paragraph('kind', words.kind),
    paragraph('subject', filled(written.title, material.period)),
    { kind: 'line', percent: 34 },
    paragraph('space', ''),
  ]
}

export function openingBlocks(heading: Heading, written: Written, telling: Telling): readonly Block[] {
  const { material } = telling
  const { period, programme, asOf } = material
  const subject = lowerFirst(filled(written.title, period))
  const agency = heading.name ?? words.gap(words.agencyGap)
  const first = words.opening(written.basis, agency, subject)
  const days = words.days(firstDay(period, programme.yearStarts), lastDay(period, programme.yearStarts))
  const { asked, missing } = reportersOf(telling)
  const sources = words.sources(asked - missing.length, asked, telling.isComposed)
  const isAnyMissing = missing.length > 0
  const text = [
    `${days}${sources}${words.asOf(asOf)}`,
    ...(isAnyMissing ? [words.notYet(missing.length, namesOf(missing, telling)), words.provisionalMark] : []),
  ].join(' ')
  return [paragraph('body', first), paragraph('body', text), ...againstBlocks(telling)]
}

/** Everybody who is asked, and those of them of whom no report counts. */
function reportersOf({ material }: Telling): Readonly<{ asked: number; missing: readonly Code[] }> {
  const { receipts } = material
  const asked = new Set(receipts.flatMap(({ reporter, level }) => (level === null ? [] : (reporter ?? []))))
  const counted = new Set(receipts.filter(isCounted).map(({ reporter }) => reporter))
  return { asked: asked.size, missing: [...asked].filter((code) => !counted.has(code)) }
}

/** Names where they can be read in a sentence; where many are missing, only how many. */
function namesOf(codes: readonly Code[], telling: Telling): string {
  const units = codes.flatMap((code) => telling.material.tree.unit(code) ?? [])
  return units.length < codes.length || units.length > 15 ? '' : named(units, telling)
}

/** Why there is nothing about last year, said once. */
function againstBlocks({ material, top }: Telling): readonly Paragraph[] {
  const { comparison, period } = material
  const mark = (span: Span): readonly Paragraph[] => [{ kind: 'paragraph', role: 'body', spans: [span] }]
  if (comparison === null) return mark({ text: words.gap(words.noEarlier(period)), isGap: true })
  const ofTop = [...comparison].filter(([key]) => key.startsWith(`${top} `))
  const isComparable = ofTop.some(([, { isComparable: is }]) => is)
  return isComparable ? [] : mark({ text: words.notComparable(period) })
}
