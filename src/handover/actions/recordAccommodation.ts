import type { WriteTx } from '../../platform/database/transaction.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { RecordedBy } from '../model.ts'
import { type Accommodation, accommodationWords } from '../pack-answers.ts'
import { recordPackFact } from './recordPackFact.ts'

export interface FirstNight {
  readonly personId: string
  readonly by: RecordedBy
  readonly where: Accommodation
  /** The place in words; or, where there is none, to whom it was taken further. */
  readonly words: string | null
}

/** Where they sleep on the first night. "Nowhere yet" must say to whom it was taken further. */
export const recordAccommodation = async (tx: WriteTx, night: FirstNight): Promise<Result<string>> => {
  if (night.where === 'none' && night.words === null)
    return refused('invalid', 'Say whom you told that they have nowhere to sleep', 'words')
  return recordPackFact(tx, {
    personId: night.personId,
    by: night.by,
    kind: 'accommodation_recorded',
    recordClass: 'handover',
    answers: {
      where: accommodationWords[night.where],
      ...(night.words === null ? {} : { words: night.words }),
    },
    reading: { known: night.where !== 'none' },
  })
}
