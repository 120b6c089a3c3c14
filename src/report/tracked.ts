/** A target that is only tracked, number by number: each of its parts as if it were a target of its own. */

import { sayExpression } from '../expression/say.ts'
import { expressionWords } from '../messages/expression.ts'
import type { Code, Lang, Programme, Target, TargetResult } from '../model.ts'
import { indicatorWith } from '../slots.ts'

/** `target` and `result` of the part alone; `code` and `name` of what it counts (`code` is "" of an expression). */
export type TrackedLine = Readonly<{ target: Target; result: TargetResult; code: Code; name: string }>

/** One line for each part; none where there is only one, which the target itself shows, nor of other targets. */
export function trackedLines(
  target: Target,
  result: TargetResult,
  programme: Programme,
  lang: Lang,
): readonly TrackedLine[] {
  if (result.parts.length < 2) return []
  return result.parts.flatMap((part, index): TrackedLine[] => {
    const of = target.of[index]
    if (of === undefined) return []
    const code = of.kind === 'indicator' ? of.code : ''
    const name = indicatorWith(code, programme)?.name[lang]
    return [
      {
        target: { ...target, of: [of] },
        result: { ...result, ...part, parts: [] },
        code,
        name: name ?? sayExpression(of, (one) => one, expressionWords[lang]),
      },
    ]
  })
}
