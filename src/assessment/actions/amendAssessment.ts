import { servicesOf } from '../../casework/index.ts'
import type { Actor } from '../../platform/auth/actor.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import type { Done } from '../../platform/http/index.ts'
import { ok, type Result } from '../../platform/result.ts'
import { newDangers } from '../comprehensive-view.ts'
import { comprehensive, type Section } from '../forms/comprehensive/index.ts'
import type { Answers } from '../model.ts'
import { factToAmend } from '../queries/facts.ts'
import { servedPerson } from '../queries/servedPerson.ts'
import { everyQuestion } from '../questions.ts'
import { recordFact } from './recordFact.ts'
import { tellDanger } from './tellDanger.ts'

interface Amended {
  readonly personId: string
  readonly actor: Actor
  /** The completed assessment that is put right. */
  readonly factId: string
  readonly section: Section
  readonly answers: Answers
}

const without = (answers: Answers, section: Section): Answers => {
  const names = new Set(everyQuestion(section.questions).map(({ name }) => name))
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !names.has(name)))
}

/**
 * Puts one part of a completed assessment right: a later record with the other parts as they were. The earlier stays
 * readable. Refuses `not_found` where somebody put it right meanwhile, or another service wrote it.
 */
export const amendAssessment = async (tx: WriteTx, given: Amended): Promise<Result<Done>> => {
  const { personId, actor, section, answers } = given
  const locked = await tx.lock(personId)
  if (!locked.ok) return locked
  const served = await servedPerson(tx, personId, actor)
  if (!served.ok) return served
  const serviceId = served.value.service.id
  const amended = await factToAmend(tx, personId, {
    kind: comprehensive.kind,
    factId: given.factId,
    serviceIds: servicesOf(actor),
  })
  if (!amended.ok) return amended
  const before = amended.value
  const recorded = await recordFact(tx, {
    personId,
    kind: comprehensive.kind,
    recordClass: comprehensive.recordClass,
    serviceId,
    episodeId: before.episodeId,
    day: before.day,
    at: before.at,
    answers: { ...without(before.answers, section), ...answers },
    reading: { episodeId: before.episodeId },
    amends: before.id,
  })
  if (!recorded.ok) return recorded
  const danger = await tellDanger(tx, {
    personId,
    serviceId,
    questions: newDangers(answers, before.answers),
  })
  if (!danger.ok) return danger
  return ok({
    to: danger.value
      ? `/people/${personId}/safety-response`
      : `/people/${personId}/assessments/summary/${recorded.value}`,
    said: `${section.title}: put right. What it said before stays readable.`,
    people: [personId],
    subject: recorded.value,
  })
}
