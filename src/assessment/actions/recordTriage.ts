import { workersNow } from '../../casework/index.ts'
import { contactDetailsOf, personName, recordContactDetails } from '../../people/index.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { dayWords } from '../../platform/ui/index.ts'
import { allocationDue } from '../queries/allocationDue.ts'
import { whatCame } from '../queries/whatCame.ts'
import { answerTo, chosenIn } from '../questions.ts'
import { screenOfThisStay } from '../rules.ts'
import { contactIn, isKnown, sourceAnswered, substancesAnswered, withoutContact } from '../triage-answers.ts'
import { takeOn, turnAway } from './decideTriage.ts'
import type { Recorded, Recording } from './recordForm.ts'

/** The episode that the triage is about, opened, triaged or ended by it. */
const decide = async (tx: WriteTx, recording: Recording): Promise<Result<string | null>> => {
  const { person, service, staffId, answers, day, amended } = recording
  const outcome = answerTo(answers, 'outcome')
  if (amended !== null)
    return answerTo(amended.answers, 'outcome') === outcome
      ? ok(amended.episodeId)
      : refused('invalid', 'What came of it cannot be put right here: record a new triage', 'outcome')
  const about = { personId: person.id, by: { serviceId: service.id, staffId }, day }
  if (outcome !== 'accepted') return turnAway(tx, { ...about, declined: outcome === 'declined' })
  const screen = screenOfThisStay(await whatCame(tx, person.id))
  const screened = screen !== null && Temporal.PlainDate.compare(screen.day, day) <= 0
  return takeOn(tx, {
    ...about,
    referredOn: screened ? screen.day : day,
    source: sourceAnswered(answers, screened),
    substances: substancesAnswered(answers),
  })
}

/** How to reach them, where that is news. */
const recordReach = async (tx: WriteTx, { person, service, answers }: Recording): Promise<Result<void>> => {
  const told = contactIn(answers)
  const { details } = await contactDetailsOf(tx, person.id)
  if (isKnown(details, told)) return ok(undefined)
  return recordContactDetails(tx, {
    personId: person.id,
    serviceId: service.id,
    phone: told.phone,
    safeToRing: told.safe_to_ring,
    safeToRingNote: told.safe_to_ring_note,
    address: told.address,
    town: told.town,
    postcode: told.postcode,
    version: null,
  })
}

const nextStep = async (tx: WriteTx, { person, service, answers, day }: Recording): Promise<string> => {
  if (answerTo(answers, 'outcome') !== 'accepted') return `${personName(person)} is not taken on.`
  const [worker] = await workersNow(tx, person.id, service.id)
  if (worker !== undefined) return `${worker.full_name} is their worker.`
  const due = await allocationDue(tx, day, service.nation, person.release?.day ?? null)
  return due === null ? '' : `A worker is to be allocated by ${dayWords(due, tx.today)}.`
}

/** What a triage changes: contact details, and the episode that is opened, triaged or ended by it. */
export const recordTriage = async (tx: WriteTx, recording: Recording): Promise<Result<Recorded>> => {
  const { person, answers } = recording
  const episode = await decide(tx, recording)
  if (!episode.ok) return episode
  const reached = await recordReach(tx, recording)
  if (!reached.ok) return reached
  const inDanger = chosenIn(answers, 'risk').includes('self_harm')
  return ok({
    reading: {
      episodeId: episode.value,
      accepted: answerTo(answers, 'outcome') === 'accepted',
      agreesToPassOn: answerTo(answers, 'agrees_to_pass_on') === 'yes',
      safetyConcern: inDanger,
    },
    episodeId: episode.value,
    answers: withoutContact(answers),
    said: `Triage recorded. ${await nextStep(tx, recording)}`.trim(),
    ...(inDanger ? { to: `/people/${person.id}/safety-response` } : {}),
  })
}
