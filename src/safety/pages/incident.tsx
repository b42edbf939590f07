import {
  type Acting,
  answerTo,
  factForm,
  newestFact,
  type Recorded,
  type Recording,
} from '../../assessment/index.ts'
import { personName, raiseFlag } from '../../people/index.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { dateWords, InsetText } from '../../platform/ui/index.ts'
import { incident, isIncidentKind } from '../model.ts'
import { incidentWriters } from '../roles.ts'
import { incidentClass, isDanger } from '../rules.ts'
import { toldWhen } from '../told.ts'

const readers: Readonly<Record<Acting['setting'], string>> = {
  custody:
    'The recovery team and healthcare read this, and the key worker, offender manager, probation and court team who are named for this person. It tells nobody by itself: report it where your service reports incidents.',
  community:
    'Your own service reads this, and whoever the recovery record is shared with. It tells nobody by itself: report it where your service reports incidents.',
}

/** Everybody who meets them is told of an overdose, unless they are already. Answers with what to say of it. */
const warnOfOverdose = async (tx: WriteTx, { person, service, day }: Recording): Promise<string> => {
  const raised = await raiseFlag(tx, {
    personId: person.id,
    serviceId: service.id,
    kind: 'overdose_risk',
    detail: `Overdose on ${day.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })}`,
  })
  return raised.ok ? ` Every page about ${personName(person)} now says “Overdose risk”.` : ''
}

const recordIncident = async (tx: WriteTx, recording: Recording): Promise<Result<Recorded>> => {
  const { person, service, role, answers, day, amended } = recording
  const what = answerTo(answers, 'what')
  const recordClass = incidentClass(role, service.setting)
  if (recordClass === null || !isIncidentKind(what))
    return refused('forbidden', 'Clinical staff outside prison write what happened in a clinical note.')
  const safetyConcern = isDanger(what, day, tx.today)
  const isNews = safetyConcern && amended?.reading.safetyConcern !== true
  const warned = isNews && what === 'overdose' ? await warnOfOverdose(tx, recording) : ''
  const plan = await newestFact(tx, person.id, 'risk_plan_agreed')
  const review = plan === null ? '' : ' The risk plan is to be looked at again within 3 working days.'
  return ok({
    recordClass,
    reading: { what, recordClass, safetyConcern, ...toldWhen(tx, amended, isNews) },
    said: `Incident of ${dateWords(day, tx.today)} recorded.${warned}${review}`,
    ...(isNews ? { to: `/people/${person.id}/safety-response` } : {}),
  })
}

/** An incident, written down once. An overdose or self-harm leads on to what was done now. */
export const incidentPage = factForm<Acting>({
  path: 'incidents/new',
  may: incidentWriters,
  form: incident,
  heading: (name) => `Incident: ${name}`,
  button: 'Record incident',
  leadsTo: (id) => `/people/${id}/tests`,
  know: (_tx, _person, by) => Promise.resolve(by),
  above: ({ known: { setting } }) => <InsetText>{readers[setting]}</InsetText>,
  record: recordIncident,
})
