/** The foot of the paper: recipients at the left; at the right on whose behalf it is signed, by whom, and room to sign. */

import { writtenWords as words } from '../messages/written.ts'
import type { Heading } from '../model.ts'
import { type Block, type Paragraph, paragraph } from '../paper.ts'

export function closingBlocks({ signer, authority, recipients }: Heading): readonly Block[] {
  const gap = (role: Paragraph['role'], text: string): Paragraph => {
    return { kind: 'paragraph', role, spans: [{ text, isGap: true }] }
  }
  const lines = recipients?.map((recipient, index) =>
    paragraph('recipient', `- ${recipient}${index === recipients.length - 1 ? '.' : ';'}`),
  )
  return [
    paragraph('space', ''),
    {
      kind: 'columns',
      left: 50,
      columns: [
        [
          paragraph('recipients', words.recipients),
          ...(lines ?? [gap('recipient', words.gap(words.recipientsGap))]),
        ],
        [
          ...(authority === undefined ? [] : [paragraph('signature', authority)]),
          paragraph('signature', signer),
          gap('signer', words.signerGap),
        ],
      ],
    },
  ]
}
