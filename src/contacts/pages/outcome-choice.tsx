import type { FormState, Html } from '../../platform/ui/index.ts'
import { Radios } from '../../platform/ui/index.ts'
import { outcomes, outcomeWords } from '../model.ts'
import { sideWords, whoseSide } from '../rules.ts'

const item = (outcome: (typeof outcomes)[number]) => {
  const side = whoseSide(outcome)
  return {
    value: outcome,
    text: outcomeWords[outcome],
    hint: side === null || side === 'happened' || side === 'not_known' ? undefined : sideWords[side],
  }
}

/** Did it happen? With whose side it was, so that a prison that did not unlock is never their absence. */
export const OutcomeChoice = (form: FormState): Html => (
  <div class="tc-outcomes">
    <Radios {...form} name="outcome" label="Did it happen?" small items={outcomes.map(item)} />
  </div>
)
