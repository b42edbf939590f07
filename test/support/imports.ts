import type { House } from '../../src/compose.ts'
import type { ImportCounts } from '../../src/exchange/index.ts'
import { countsOf, type scratchFolder } from './files.ts'

const peopleHeader = 'prison_number,nhs_number,family_name,given_name,date_of_birth,sex,date_of_death'

/** `number|nhs|family|given|born|sex|died`, from the left as far as it matters. */
export type PersonWords = string

const personLine = (words: PersonWords): string => {
  const [
    number = '',
    nhs = '',
    family = 'Test',
    given = 'Person',
    born = '1990-01-01',
    sex = 'M',
    died = '',
  ] = words.split('|')
  return [number, nhs, family, given, born, sex, died].join(',')
}

/** Imports people, given in words, and lines of the feed, each through a file. */
export const importing = (house: () => House, folder: ReturnType<typeof scratchFolder>) => {
  let files = 0
  const file = (name: string, lines: readonly string[]): string => {
    files += 1
    return folder.write(`${files}-${name}`, `${lines.join('\n')}\n`)
  }
  return {
    people: (...people: readonly PersonWords[]): Promise<ImportCounts> =>
      countsOf(house(), 'people', file('people.csv', [peopleHeader, ...people.map(personLine)])),
    feed: (...lines: readonly string[]): Promise<ImportCounts> =>
      countsOf(house(), 'movements', file('feed.ndjson', lines)),
    sheet: (...rows: readonly string[]): Promise<ImportCounts> =>
      countsOf(
        house(),
        'movements',
        file('sheet.csv', ['prison_number,event,establishment,at,reason', ...rows]),
      ),
    dates: (...rows: readonly string[]): Promise<ImportCounts> =>
      countsOf(
        house(),
        'release-dates',
        file('dates.csv', ['prison_number,type,date,recorded_at,source', ...rows]),
      ),
    roll: (...rows: readonly string[]): Promise<ImportCounts> =>
      countsOf(
        house(),
        'roll',
        file('roll.csv', ['establishment,as_of,prison_number,wing,cell,legal_status', ...rows]),
      ),
    episodes: (...rows: readonly string[]): Promise<ImportCounts> =>
      countsOf(
        house(),
        'episodes',
        file('episodes.csv', [
          'service_code,setting,local_id,prison_number,nhs_number,given_initial,family_initial,date_of_birth,sex,substances,referral_date,triage_date,treatment_start,end_date,end_reason',
          ...rows,
        ]),
      ),
  }
}
