import type { Actor } from '../../platform/auth/actor.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import type { Done } from '../../platform/http/index.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { knownOf, stateOf } from '../comprehensive-view.ts'
import { formVersion, sections } from '../forms/comprehensive/index.ts'
import { assessmentSources } from '../queries/assessmentSources.ts'
import { servedPerson } from '../queries/servedPerson.ts'

interface Confirmed {
  readonly personId: string
  readonly actor: Actor
  /** The parts of what came that are still right; the others stay to be put right. */
  readonly sectionIds: readonly string[]
}

/**
 * Takes the history that came with somebody over into their assessment, as it was written, for the parts that they say are
 * still right (product.md, "Never retyped"). Refuses `invalid` where nothing came that may be taken over whole.
 */
export const confirmCame = async (
  tx: WriteTx,
  { personId, actor, sectionIds }: Confirmed,
): Promise<Result<Done>> => {
  const locked = await tx.lock(personId)
  if (!locked.ok) return locked
  const served = await servedPerson(tx, personId, actor)
  if (!served.ok) return served
  const of = await assessmentSources(tx, personId, served.value.service)
  const rows = sections
    .filter((section) => sectionIds.includes(section.id) && stateOf(section, of) === 'came')
    .map((section) => ({
      section: section.id,
      answers: JSON.stringify({ ...knownOf(section, of)?.answers, confirmed: 'yes' }),
    }))
  if (rows.length === 0) return refused('invalid', 'Choose at least one part that is still right')
  const assessment_id = of.assessmentId ?? tx.ids.next()
  await tx.db
    .insertInto('assessment_section')
    .values(
      rows.map((row) => ({
        ...row,
        id: tx.ids.next(),
        person_id: personId,
        recorded_under: personId,
        service_id: served.value.service.id,
        assessment_id,
        form_version: formVersion,
        recorded_by: tx.actor?.staffId ?? null,
        recorded_at: tx.now,
      })),
    )
    .execute()
  return ok({
    to: `/people/${personId}/assessments/comprehensive`,
    said: `Confirmed: ${rows.length} ${rows.length === 1 ? 'part' : 'parts'} of what came with them.`,
    people: [personId],
    subject: assessment_id,
  })
}
