import { type ContactDetails, contactDetailsOf } from '../../people/index.ts'
import { recordTriage } from '../actions/recordTriage.ts'
import { referredBy, triage } from '../forms/triage.ts'
import type { Answers, Question } from '../model.ts'
import { type WhatCame, whatCame } from '../queries/whatCame.ts'
import { screenOfThisStay, substancesIn } from '../rules.ts'
import { contactAnswers } from '../triage-answers.ts'
import { type FactModel, factForm } from './fact-form.tsx'
import { anythingCame, WhatCameWithThem } from './what-came.tsx'
import { writers } from './writers.ts'

interface Known {
  readonly came: WhatCame
  readonly details: ContactDetails | null
  readonly today: Temporal.PlainDate
}

const openEpisodes = ({ episodes }: WhatCame) => episodes.filter(({ endedOn }) => endedOn === null)

const startsWith = ({ known: { came, details } }: FactModel<Known>): Answers => {
  const screen = screenOfThisStay(came)
  const group = openEpisodes(came)[0]?.substances ?? (screen === null ? null : substancesIn(screen.answers))
  return { ...(group === null ? {} : { substances: group }), ...contactAnswers(details) }
}

const asked = ({ known: { came } }: FactModel<Known>): readonly Question[] => {
  const isReferred = screenOfThisStay(came) !== null || openEpisodes(came).length > 0
  return triage.questions.filter((question) => question !== referredBy || !isReferred)
}

/** Triage: what is known is there already; accepting takes the person on. */
export const triagePage = factForm<Known>({
  ...writers.triage,
  form: triage,
  heading: (name) => `Triage for ${name}`,
  button: 'Record triage',
  know: async (tx, person) => ({
    came: await whatCame(tx, person.id),
    details: (await contactDetailsOf(tx, person.id)).details,
    today: tx.today,
  }),
  startsWith,
  asked,
  above: ({ known }) =>
    anythingCame(known.came) ? <WhatCameWithThem came={known.came} today={known.today} /> : null,
  record: recordTriage,
})
