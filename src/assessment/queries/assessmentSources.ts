import type { ActorService } from '../../platform/auth/actor.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { AssessmentSources } from '../comprehensive-view.ts'
import { assessmentUnderWay } from './assessmentUnderWay.ts'
import { newestFacts, type RecordedFact } from './facts.ts'
import { nowBegins } from './nowBegins.ts'
import { unfinishedBefore } from './unfinishedBefore.ts'

/** What an assessment of somebody is made from, and which one is under way. */
export interface AssessmentOf extends AssessmentSources {
  readonly assessmentId: string | null
}

const notBefore = (fact: RecordedFact | undefined, day: Temporal.PlainDate): RecordedFact | null =>
  fact === undefined || Temporal.PlainDate.compare(fact.day, day) < 0 ? null : fact

/** Sections saved so far, and what the arrival screen, the triage and earlier assessments say, in a handful of queries. */
export const assessmentSources = async (
  tx: ReadTx,
  personId: string,
  /** Of the service that assesses: in custody only what was said in this stay is of now. */
  { setting }: Pick<ActorService, 'setting'>,
): Promise<AssessmentOf> => {
  const ofNow = await nowBegins(tx, personId, { setting })
  const facts = await newestFacts(tx, personId, ['arrival_screen', 'triage', 'assessment_completed'])
  const newest = (kind: string) => facts.find((fact) => fact.kind === kind)
  const came = newest('assessment_completed')
  const underWay = await assessmentUnderWay(tx, personId, { setting, since: ofNow })
  return {
    assessmentId: underWay?.id ?? null,
    saved: underWay?.sections ?? new Map(),
    screen: notBefore(newest('arrival_screen'), ofNow),
    triage: notBefore(newest('triage'), ofNow),
    came: came ?? null,
    unfinished: (await unfinishedBefore(tx, personId, ofNow))[0] ?? null,
    cameIsFresh: notBefore(came, ofNow) !== null,
  }
}
