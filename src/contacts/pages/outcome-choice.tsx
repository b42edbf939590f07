import type { FormState, Html } from '../../platform/ui/index.ts'
import { Radios } from '../../platform/ui/index.ts'
import { outcomes, outcomeWords } from '../model.ts'
import { type Side, whoseSide } from '../rules.ts'

const groups: readonly { readonly side: Side; readonly words: string }[] = [
  { side: 'happened', words: 'It happened' },
  { side: 'theirs', words: 'It was theirs to keep' },
  { side: 'elsewhere', words: 'They could not come' },
  { side: 'prison', words: 'It was the prison’s side' },
  { side: 'ours', words: 'It was our side' },
  { side: 'not_known', words: 'Or' },
]

const items = groups.flatMap(({ side, words }) => [
  { divider: words },
  ...outcomes
    .filter((outcome) => whoseSide(outcome) === side)
    .map((outcome) => ({ value: outcome, text: outcomeWords[outcome] })),
])

/** Did it happen? By whose side it was, so that a prison that did not unlock is never their absence. */
export const OutcomeChoice = (form: FormState): Html => (
  <Radios {...form} name="outcome" label="Did it happen?" small items={items} />
)
