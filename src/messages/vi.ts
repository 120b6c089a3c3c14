/** The sentences of all findings in Vietnamese: administrative, short, polite, exact. Subject by subject as in `kinds.ts`. */

import type { Messages } from './index.ts'
import { answers } from './vi/answers.ts'
import { compared } from './vi/compared.ts'
import { file } from './vi/file.ts'
import { form } from './vi/form.ts'
import { submitted } from './vi/submitted.ts'
import { time } from './vi/time.ts'
import { whose } from './vi/whose.ts'

export const vi: Messages = {
  ...file,
  ...form,
  ...whose,
  ...submitted,
  ...answers,
  ...compared,
  ...time,
}
