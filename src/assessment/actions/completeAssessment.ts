import { openEpisode, servicesOf } from '../../casework/index.ts'
import type { Actor } from '../../platform/auth/actor.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import type { Done } from '../../platform/http/index.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { stillMissing, wholeOf } from '../comprehensive-view.ts'
import { comprehensive, formVersion } from '../forms/comprehensive/index.ts'
import { assessmentSources } from '../queries/assessmentSources.ts'
import { servedPerson } from '../queries/servedPerson.ts'
import { recordFact } from './recordFact.ts'

/**
 * Completes the assessment that is under way: one fact with every answer, which closes the standard and on which the risk
 * plan and the recovery plan hang. Refuses `invalid` where a compulsory answer is missing or nothing was begun.
 */
export const completeAssessment = async (
  tx: WriteTx,
  { personId, actor }: { readonly personId: string; readonly actor: Actor },
): Promise<Result<Done>> => {
  const locked = await tx.lock(personId)
  if (!locked.ok) return locked
  const served = await servedPerson(tx, personId, actor)
  if (!served.ok) return served
  const of = await assessmentSources(tx, personId, served.value.service)
  if (of.assessmentId === null) return refused('invalid', 'No assessment is under way. Save a section first.')
  const missing = stillMissing(of)
  if (missing.length > 0)
    return refused('invalid', `Finish these first: ${missing.map(({ title }) => title).join(', ')}`)
  const episode = await openEpisode(tx, personId, servicesOf(actor))
  const recorded = await recordFact(tx, {
    personId,
    kind: comprehensive.kind,
    recordClass: comprehensive.recordClass,
    serviceId: served.value.service.id,
    episodeId: episode?.id ?? null,
    day: tx.today,
    at: tx.now,
    answers: { ...wholeOf(of.saved), form_version: String(formVersion) },
    reading: { episodeId: episode?.id ?? null, assessmentId: of.assessmentId },
  })
  if (!recorded.ok) return recorded
  return ok({
    to: `/people/${personId}/assessments/summary/${recorded.value}`,
    said: 'Assessment completed. A risk plan and a recovery plan follow from it.',
    people: [personId],
    subject: recorded.value,
  })
}
