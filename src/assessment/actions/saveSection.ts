import type { Actor } from '../../platform/auth/actor.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import type { Done } from '../../platform/http/index.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { knownOf, newDangers } from '../comprehensive-view.ts'
import type { Section } from '../forms/comprehensive/index.ts'
import { formVersion } from '../forms/comprehensive/index.ts'
import type { Answers } from '../model.ts'
import { type AssessmentOf, assessmentSources } from '../queries/assessmentSources.ts'
import { type Served, servedPerson } from '../queries/servedPerson.ts'
import { tellDanger } from './tellDanger.ts'

export interface SectionSaved {
  readonly personId: string
  readonly actor: Actor
  readonly section: Section
  readonly answers: Answers
  /** What is known of it is still right; null where nothing was shown to confirm. */
  readonly stillRight: boolean | null
  /** The version that the form was made from; null: whatever stands. */
  readonly version: number | null
}

interface ToStore {
  readonly served: Served
  readonly of: AssessmentOf
  readonly section: Section
  readonly answers: Answers
  readonly assessmentId: string
}

const store = async (tx: WriteTx, { served, section, answers, assessmentId }: ToStore): Promise<void> => {
  await tx.db
    .insertInto('assessment_section')
    .values({
      id: tx.ids.next(),
      person_id: served.person.id,
      recorded_under: served.person.id,
      service_id: served.service.id,
      assessment_id: assessmentId,
      form_version: formVersion,
      section: section.id,
      answers: JSON.stringify(answers),
      recorded_by: tx.actor?.staffId ?? null,
      recorded_at: tx.now,
    })
    .execute()
}

const isStale = ({ saved }: AssessmentOf, { section, version }: SectionSaved): boolean =>
  version !== null && version !== (saved.get(section.id)?.version ?? 0)

/** The answers that stand after this: what is known goes in unless it is to be put right. */
const merged = (of: AssessmentOf, { section, answers, stillRight }: SectionSaved): Answers => {
  if (stillRight === null) return answers
  const known = knownOf(section, of)?.answers ?? {}
  return { ...known, ...answers, confirmed: stillRight ? 'yes' : 'no' }
}

const whereNext = (
  { personId, section, stillRight }: SectionSaved,
  danger: boolean,
): Pick<Done, 'to' | 'said'> => {
  const base = `/people/${personId}/assessments/comprehensive`
  if (danger) return { to: `/people/${personId}/safety-response`, said: `${section.title}: saved.` }
  if (stillRight === false)
    return { to: `${base}/${section.id}?change=yes`, said: 'Put right what has changed.' }
  return { to: base, said: `${section.title}: saved.` }
}

/**
 * Saves one section of a comprehensive assessment: of the one that is under way, else a new one begins with it. The
 * versions before stay. Refuses `conflict` where somebody saved the section meanwhile.
 */
export const saveSection = async (tx: WriteTx, given: SectionSaved): Promise<Result<Done>> => {
  const { personId, actor, section } = given
  const locked = await tx.lock(personId)
  if (!locked.ok) return locked
  const served = await servedPerson(tx, personId, actor)
  if (!served.ok) return served
  const of = await assessmentSources(tx, personId, served.value.service)
  if (isStale(of, given)) return refused('conflict', 'Somebody saved this section meanwhile.')
  const answers = merged(of, given)
  const assessmentId = of.assessmentId ?? tx.ids.next()
  await store(tx, { served: served.value, of, section, answers, assessmentId })
  const before = { ...knownOf(section, of)?.answers, ...of.saved.get(section.id)?.answers }
  const danger = await tellDanger(tx, {
    personId,
    serviceId: served.value.service.id,
    questions: newDangers(answers, before),
  })
  if (!danger.ok) return danger
  return ok({ ...whereNext(given, danger.value), people: [personId], subject: assessmentId })
}
