/** The sample that came with the program: the reports of one province, to try with before one's own arrive. */

import { join } from 'node:path'
import { isDirectory, namesIn } from '../files.ts'
import type { Period } from '../model.ts'
import { parsePeriod } from '../period.ts'
import { REPORTS } from './nearby.ts'
import { installedProgrammes, templatesFolder } from './programmes.ts'

/** Folders of the sample, one for each period, earliest first. */
export function sampleFolders(): readonly Readonly<{ path: string; name: string; period: Period }>[] {
  const reports = join(sampleRoot().path, REPORTS)
  return namesIn(reports).flatMap((name) => {
    const period = parsePeriod(name)
    return period === null ? [] : [{ path: join(reports, name), name, period }]
  })
}

/** The period to try with. */
export const latestSample = (): Period | null => sampleFolders().at(-1)?.period ?? null

/** The programme that the sample's reports were made for: its id begins with the sample's name. */
export function sampleProgramme(): string {
  const { name } = sampleRoot()
  return installedProgrammes().find((id) => id.startsWith(`${name}-`)) ?? name
}

/** In `fixtures/`, the folder with a folder of reports. */
function sampleRoot(): { path: string; name: string } {
  const fixtures = join(templatesFolder(), '..', 'fixtures')
  const name = namesIn(fixtures).find((one) => isDirectory(join(fixtures, one, REPORTS))) ?? ''
  return { path: join(fixtures, name), name }
}
