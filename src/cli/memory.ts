/** How much garbage may stand in memory beside what is in use. */

import { setFlagsFromString } from 'node:v8'

/** Fewer files do not fill the memory, whatever is left lying about. */
const MANY = 1000

/** What V8 lets the heap grow by before it collects garbage again; left alone, up to four times what is in use. */
const GROWTH_PERCENT = 30

/** Collects garbage more often where there are many files: of a nation it is more than all that is in use. */
export function mindMemory(files: number): void {
  if (files >= MANY) setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`)
}
