import type { FactForm } from '../assessment/model.ts'
import type { IncidentKind } from '../standards/model.ts'

/** What happened, as lists and figures say it. */
export const incidentWords: Readonly<Record<IncidentKind, string>> = {
  under_influence: 'Found under the influence',
  overdose: 'Overdose',
  self_harm: 'Self-harm',
  fight: 'Fight or assault',
  debt_bullying: 'Debt or bullying',
  medicine: 'Medicine diverted or found',
  force: 'Use of force',
  other: 'Something else',
}

/** Every kind, in the order in which it is asked. */
export const incidentKinds: readonly IncidentKind[] = [
  'under_influence',
  'overdose',
  'self_harm',
  'fight',
  'debt_bullying',
  'medicine',
  'force',
  'other',
]

/** What may be written down of it: everything but of self-harm, whose words belong in the ACCT. */
const worded = incidentKinds.filter((kind) => kind !== 'self_harm')

export const isIncidentKind = (text: string | null): text is IncidentKind =>
  text !== null && Object.hasOwn(incidentWords, text)

const nameOf = (what: unknown): string | null =>
  typeof what === 'string' && isIncidentKind(what) ? incidentWords[what] : null

/** An incident: what, where, in short, and who was told. */
export const incident: FactForm = {
  kind: 'incident',
  title: 'Incident',
  named: ({ what }) => `Incident: ${nameOf(what)?.toLowerCase() ?? 'something else'}`,
  recordClass: 'incident',
  questions: [
    {
      name: 'what',
      asks: 'one',
      label: 'What happened',
      required: 'Choose what happened',
      options: incidentKinds.map((value) => ({
        value,
        text: incidentWords[value],
        ...(value === 'self_harm'
          ? { hint: 'Only that it happened and where. Everything else belongs in the ACCT.' }
          : {}),
      })),
    },
    {
      name: 'naloxone',
      asks: 'one',
      label: 'Was naloxone given?',
      readBack: 'Naloxone given',
      required: 'Say whether naloxone was given',
      when: { what: ['overdose'] },
      options: [
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
        { value: 'not_known', text: 'Not known' },
      ],
    },
    { name: 'where', asks: 'line', label: 'Where', required: 'Say where it happened' },
    {
      name: 'words',
      asks: 'words',
      label: 'What happened, in short',
      hint: 'What was seen and done. Leave other people’s names out. Of self-harm nothing written here is kept.',
      required: 'Write what happened, in a sentence or two',
      when: { what: worded },
    },
    {
      name: 'told',
      asks: 'some',
      label: 'Who was told',
      hint: 'Choose all that apply.',
      required: 'Say who was told, or choose “Nobody yet”',
      options: [
        { value: 'manager', text: 'Wing or duty manager' },
        { value: 'security', text: 'Security' },
        { value: 'safer_custody', text: 'Safer custody' },
        { value: 'healthcare', text: 'Healthcare' },
        { value: 'emergency', text: 'Ambulance or police' },
        { value: 'own_manager', text: 'Manager of our own service' },
        { value: 'nobody', text: 'Nobody yet', alone: true },
      ],
    },
  ],
}
