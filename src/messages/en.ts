/** The sentences of all findings in English, subject by subject as in `kinds.ts`. */

import { answers } from './en/answers.ts'
import { compared } from './en/compared.ts'
import { file } from './en/file.ts'
import { form } from './en/form.ts'
import { submitted } from './en/submitted.ts'
import { time } from './en/time.ts'
import { whose } from './en/whose.ts'
import type { Messages } from './index.ts'

export const en: Messages = {
  ...file,
  ...form,
  ...whose,
  ...submitted,
  ...answers,
  ...compared,
  ...time,
}
