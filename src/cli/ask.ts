/** Asking the user for a line. The only door to readline. */

import { createInterface } from 'node:readline/promises'

/** What the user types after `question`; `null`: nothing more comes, or Ctrl-C. */
export async function ask(
  question: string,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<string | null> {
  const line = createInterface({ input, output })
  const ended = new Promise<null>((resolve) => line.once('close', () => resolve(null)))
  line.once('SIGINT', () => line.close())
  const answer = await Promise.race([line.question(question), ended])
  line.close()
  return answer
}
