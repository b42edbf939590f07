import { personName } from '../../people/index.ts'
import type { Actor } from '../../platform/auth/actor.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import type { Done } from '../../platform/http/index.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { type FillIn, formOfInstrument, isEmpty, keptWith, readingOf } from '../instruments/fill-in.ts'
import { itemsOf } from '../instruments/instrument.ts'
import { scoreOf } from '../instruments/score.ts'
import { stageWords } from '../instruments/top.ts'
import { scoreWords } from '../instruments/words.ts'
import type { Answers } from '../model.ts'
import { type Recorded, type Recording, recordForm } from './recordForm.ts'

interface ToRecord {
  readonly personId: string
  readonly actor: Actor
  readonly filled: FillIn
  readonly typed: Answers
  readonly amends: string | null
  readonly to: string
}

const saidOf = ({ instrument, stage }: FillIn, answers: Answers, name: string): string =>
  stage === null
    ? `${instrument.name} of ${name} recorded: ${scoreWords(instrument, scoreOf(instrument, answers))}.`
    : `TOP of ${name} recorded: ${stageWords[stage].toLowerCase()}.`

/** Whoever put it right, it stays about the place and the person that it was asked of. */
const kept = (filled: FillIn, { amended, service, person }: Recording): Answers => {
  const now = keptWith(filled, { where: service.setting, sex: person.sex })
  if (amended === null) return now
  return Object.fromEntries(
    Object.entries(now).map(([name, value]) => [name, amended.answers[name] ?? value]),
  )
}

const recorded = (given: ToRecord, recording: Recording): Result<Recorded> => {
  const { filled } = given
  const { person } = recording
  if (isEmpty(itemsOf(filled.instrument), recording.answers) && recording.answers.total === undefined)
    return refused('invalid', 'Answer at least one question')
  const answers = { ...kept(filled, recording), ...recording.answers }
  const reading = readingOf(filled, answers)
  return ok({
    answers,
    reading,
    said: saidOf(filled, answers, personName(person)),
    ...(reading.safetyConcern === true ? { to: `/people/${person.id}/safety-response` } : {}),
  })
}

/**
 * Records an instrument as it was answered, with its version, the time asked about and its score. Leads on to what was done
 * about it where an answer tells of a danger to life, whatever the total. Refuses `not_found` for whom it is not to take.
 */
export const recordInstrument = async (tx: WriteTx, given: ToRecord): Promise<Result<Done>> =>
  recordForm(tx, {
    form: formOfInstrument(given.filled),
    personId: given.personId,
    actor: given.actor,
    typed: given.typed,
    amends: given.amends,
    to: given.to,
    record: (_tx, recording) => Promise.resolve(recorded(given, recording)),
  })
