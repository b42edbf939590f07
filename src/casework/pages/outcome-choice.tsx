import type { FormState, Html } from '../../platform/ui/index.ts'
import { Radios } from '../../platform/ui/index.ts'
import { outcomeWords } from '../model.ts'
import { sideWords, whoseSide } from '../rules.ts'

/** Everything that can become of a contact (product.md, "Did it happen?"). */
export const outcomes = [
  'kept',
  'late',
  'refused',
  'no_answer',
  'sick',
  'at_court',
  'released',
  'transferred',
  'prison_did_not_unlock',
  'cancelled_by_service',
  'wrong_details',
  'not_known',
] as const

type Outcome = (typeof outcomes)[number]

const item = (outcome: Outcome) => {
  const side = whoseSide(outcome)
  return {
    value: outcome,
    text: outcomeWords[outcome],
    hint: side === null || side === 'happened' || side === 'not_known' ? undefined : sideWords[side],
  }
}

interface OutcomeChoiceProps extends FormState {
  /** Also offers that it is still to come. */
  readonly planned?: boolean
}

/** Did it happen? With whose side it was, so that a prison that did not unlock is never their absence. */
export const OutcomeChoice = ({ planned = false, ...form }: OutcomeChoiceProps): Html => (
  <Radios
    {...form}
    name="outcome"
    label="Did it happen?"
    small
    items={[
      ...(planned ? [{ value: 'planned', text: 'It is still to come' }, { divider: 'or' }] : []),
      ...outcomes.map(item),
    ]}
  />
)
