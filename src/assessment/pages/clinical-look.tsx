import { ok } from '../../platform/result.ts'
import { clinicalLook } from '../forms/clinical-look.ts'
import { newestFact, type RecordedFact } from '../queries/facts.ts'
import { factForm } from './fact-form.tsx'
import { EarlierForm } from './what-came.tsx'
import { writers } from './writers.ts'

interface Known {
  readonly screen: RecordedFact | null
  readonly today: Temporal.PlainDate
}

/** Seen by a nurse or prescriber before lock-up; the screen that asked for it stands above. */
export const clinicalLookPage = factForm<Known>({
  ...writers.seen_by_clinician,
  form: clinicalLook,
  heading: (name) => `First-night clinical look at ${name}`,
  button: 'Record clinical look',
  know: async (tx, person) => ({
    screen: await newestFact(tx, person.id, 'arrival_screen'),
    today: tx.today,
  }),
  above: ({ known: { screen, today } }) =>
    screen === null ? null : <EarlierForm fact={screen} today={today} open />,
  record: async () => ok({ reading: {}, said: 'Clinical look recorded.' }),
})
