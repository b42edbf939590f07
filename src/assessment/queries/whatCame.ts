import type { ReadTx } from '../../platform/database/transaction.ts'
import { newestFacts, type RecordedFact } from './facts.ts'

/** Care somebody has or had with a service. */
export interface KnownEpisode {
  readonly id: string
  readonly serviceId: string
  readonly service: string
  readonly setting: 'custody' | 'community'
  readonly substances: 'opiate' | 'non_opiate' | 'non_opiate_and_alcohol' | 'alcohol' | null
  readonly referredOn: Temporal.PlainDate
  readonly triagedOn: Temporal.PlainDate | null
  readonly startedOn: Temporal.PlainDate | null
  readonly endedOn: Temporal.PlainDate | null
  readonly version: number
}

/** A hand-over on its way: from whom and, once sent, to whom. */
interface KnownHandover {
  readonly id: string
  readonly from: string
  readonly openedOn: Temporal.PlainDate
}

/** What came with a person: for laying out instead of asking again. */
export interface WhatCame {
  readonly episodes: readonly KnownEpisode[]
  readonly handovers: readonly KnownHandover[]
  readonly screen: RecordedFact | null
  readonly triage: RecordedFact | null
  /** Start of the stay in custody that is on now or was last. */
  readonly admittedOn: Temporal.PlainDate | null
}

/** The newest five episodes of somebody, as far as this reader may see them. */
const knownEpisodes = (tx: ReadTx, personId: string): Promise<readonly KnownEpisode[]> =>
  tx.db
    .selectFrom('episode')
    .innerJoin('service', 'service.id', 'episode.service_id')
    .select([
      'episode.id',
      'episode.service_id as serviceId',
      'service.name as service',
      'episode.setting',
      'episode.substances',
      'episode.referral_date as referredOn',
      'episode.triage_date as triagedOn',
      'episode.treatment_start as startedOn',
      'episode.end_date as endedOn',
      'episode.version',
    ])
    .where('episode.person_id', '=', personId)
    .orderBy('episode.end_date', (order) => order.desc().nullsFirst())
    .orderBy('episode.referral_date', 'desc')
    .limit(5)
    .$narrowType<{ substances: KnownEpisode['substances'] }>()
    .execute()

const openHandovers = (tx: ReadTx, personId: string): Promise<readonly KnownHandover[]> =>
  tx.db
    .selectFrom('handover')
    .innerJoin('service', 'service.id', 'handover.service_id')
    .select(['handover.id', 'service.name as from', 'handover.opened_on as openedOn'])
    .where('handover.person_id', '=', personId)
    .where('handover.closed_on', 'is', null)
    .orderBy('handover.opened_on', 'desc')
    .limit(3)
    .execute()

/** Since when somebody is in custody, or was last; null where they never were. */
export const admittedOn = async (tx: ReadTx, personId: string): Promise<Temporal.PlainDate | null> =>
  (
    await tx.db
      .selectFrom('whereabouts')
      .select('admitted_on')
      .where('person_id', '=', personId)
      .executeTakeFirst()
  )?.admitted_on ?? null

/** Episodes, open hand-overs, the last screen and triage, and since when they are in custody, in four queries. */
export const whatCame = async (tx: ReadTx, personId: string): Promise<WhatCame> => {
  const episodes = await knownEpisodes(tx, personId)
  const handovers = await openHandovers(tx, personId)
  const facts = await newestFacts(tx, personId, ['arrival_screen', 'triage'])
  const newest = (kind: string): RecordedFact | null => facts.find((fact) => fact.kind === kind) ?? null
  return {
    episodes,
    handovers,
    screen: newest('arrival_screen'),
    triage: newest('triage'),
    admittedOn: await admittedOn(tx, personId),
  }
}
