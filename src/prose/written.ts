/** The written report: head, outline, foot, annexes. Read this first; each part is a file of its own. */

import type { Written } from '../model.ts'
import type { Pages } from '../page.ts'
import type { Paper } from '../paper.ts'
import { headingOn } from '../programme/dated.ts'
import type { Material } from '../report/material.ts'
import { annexSections } from './annexes.ts'
import { filled, outlineBlocks } from './chapter.ts'
import { closingBlocks } from './closing.ts'
import { headingBlocks, openingBlocks } from './opening.ts'
import { tellingOf } from './telling.ts'

/**
 * @param pages the workbook of the same run, whose tables are annexed
 * @returns `null`: the programme says nothing about a written report of this kind of period
 */
export function writtenReport(material: Material, pages: Pages): Paper | null {
  const written = writtenFor(material)
  if (written === null) return null
  const telling = tellingOf(material)
  const heading = headingOn(material.tree.on, material.programme)
  return {
    title: filled(written.title, material.period),
    sections: [
      {
        orientation: 'portrait',
        blocks: [
          ...headingBlocks(heading, written, telling),
          ...openingBlocks(heading, written, telling),
          ...outlineBlocks(written.outline, telling),
          ...closingBlocks(heading),
        ],
      },
      ...annexSections(heading, pages, telling),
    ],
  }
}

function writtenFor({ programme, period }: Pick<Material, 'programme' | 'period'>): Written | null {
  return programme.written.find(({ asks }) => asks.includes(period.kind)) ?? null
}
