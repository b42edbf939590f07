import { roleWords } from '../../platform/auth/actor.ts'
import type { FormContext } from '../../platform/http/index.ts'
import { Checkboxes, dayWords, type Html } from '../../platform/ui/index.ts'
import { loadWords } from '../caseload-view.ts'
import type { WorkerLoad } from '../queries/teamLoad.ts'

interface ColleaguesProps {
  readonly context: FormContext
  readonly colleagues: readonly WorkerLoad[]
  readonly label: string
  readonly hint: string
}

/** Each colleague once, in the role of their first service here. */
const eachOnce = (colleagues: readonly WorkerLoad[]): readonly WorkerLoad[] => [
  ...new Map(colleagues.toReversed().map((load) => [load.staff_id, load])).values(),
]

/** Colleagues to choose any number from, with what each carries and when they are away. */
export const Colleagues = ({ context, colleagues, label, hint }: ColleaguesProps): Html => (
  <Checkboxes
    {...context.form}
    small
    name="colleagues"
    label={label}
    hint={hint}
    items={eachOnce(colleagues)
      .toReversed()
      .map((load) => ({
        value: load.staff_id,
        text: load.full_name,
        hint: [
          `${roleWords[load.role]}, ${loadWords(load)}`,
          ...(load.covering > 0 ? [`covers ${load.covering} more`] : []),
          ...(load.away_until === null ? [] : [`away until ${dayWords(load.away_until, context.today)}`]),
        ].join(', '),
      }))}
  />
)
