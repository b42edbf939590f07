import { either, first, seenSinceReturn, triage as triaged, workerInCustody } from '../../meetings.ts'
import { standard } from '../../standard.ts'
import { sources } from '../sources.ts'

export const arrivalScreen = standard<'arrival'>({
  id: 'arrival_screen',
  title: 'Screen',
  words: 'Screened on the day of arrival',
  because: 'Arrived {opened}; not screened in this stay',
  due: { rule: 'same day' },
  metBy: first('arrival_screen'),
  dueBeforeLive: 'over',
  owner: { role: 'recovery_worker', service: 'team there' },
  recordClass: 'recovery',
  source: sources.reception,
  sureness: 'confirmed',
})

export const immediateSafety = standard<'danger'>({
  id: 'immediate_safety',
  title: 'Make safe',
  words: 'Something is done about a danger to life before leaving the page',
  because: 'What was said or recorded {opened} told of self-harm, suicide or a recent overdose',
  due: { rule: 'same day' },
  metBy: first(
    'safety_response',
    (response, { day, about }) => response.day > day || response.at >= about.at,
  ),
  owner: { role: 'recovery_worker', service: 'who recorded it' },
  recordClass: 'safety',
  source: sources.itemNine,
  sureness: 'confirmed',
})

export const firstNight = standard<'screen'>({
  id: 'first_night_look',
  title: 'First-night look',
  words: 'Seen by a nurse or prescriber before lock-up',
  because: 'The screen of {opened} showed opioid, alcohol or benzodiazepine dependence',
  when: ({ about }) => about.dependence.length > 0,
  due: { rule: 'same day' },
  metBy: first('seen_by_clinician'),
  dueBeforeLive: 'over',
  owner: { role: 'clinical', service: 'custody team' },
  recordClass: 'clinical',
  source: sources.reception,
  sureness: 'confirmed',
})

export const medicinesConfirmed = standard<'screen'>({
  id: 'medicines_confirmed',
  title: 'Confirm medicines',
  words: 'Medicines confirmed with the prescriber or pharmacy',
  because: 'Arrived on prescribed treatment, screened {opened}',
  when: ({ about }) => about.prescribedTreatment,
  due: { rule: 'after', span: { name: 'Days to confirm medicines', standard: 1, unit: 'days' } },
  metBy: first('medicines_confirmed'),
  dueBeforeLive: 'over',
  owner: { role: 'clinical', service: 'custody team' },
  recordClass: 'clinical',
  source: sources.ours,
  sureness: 'not confirmed',
})

export const triage = standard<'concern'>({
  id: 'triage',
  title: 'Triage',
  words: 'Triaged by the next working day',
  because: 'Referred, or screened positive, on {opened}',
  due: { rule: 'after', span: { name: 'Working days to triage', standard: 1, unit: 'working days' } },
  metBy: triaged,
  owner: { role: 'recovery_worker', service: 'custody team' },
  recordClass: 'recovery',
  source: sources.ours,
  sureness: 'not confirmed',
})

export const recallOrReturn = standard<'return'>({
  id: 'recall_or_return',
  title: 'Take up again',
  words: 'Taken up again where it was left, within a working day of coming back',
  because: 'Came back into custody {opened}, while being followed up',
  due: {
    rule: 'after',
    span: { name: 'Working days to take up a return', standard: 1, unit: 'working days' },
  },
  metBy: either<'return'>(triaged, seenSinceReturn, workerInCustody),
  owner: { role: 'recovery_worker', service: 'custody team' },
  recordClass: 'recovery',
  source: sources.ours,
  sureness: 'not confirmed',
})
