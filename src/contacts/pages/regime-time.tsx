import { z } from 'zod'
import { formAddress } from '../../casework/index.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import {
  choicesField,
  defineForm,
  formOf,
  optionalTextField,
  optionalTimeField,
  type Request,
} from '../../platform/http/index.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import {
  Button,
  Checkbox,
  Checkboxes,
  Form,
  type FormValues,
  Layout,
  PageHeading,
  Select,
  TextInput,
} from '../../platform/ui/index.ts'
import { setRegime } from '../actions/setRegime.ts'
import { regimes } from '../queries/regimes.ts'
import { type PrisonRegime, type RegimeTime, regimeKinds } from '../regime.ts'
import { prisonsOf, regimeSetters } from './regime.tsx'

const input = z.object({ prison: z.string().max(10).optional(), period: z.uuid().optional() })

interface Model {
  readonly prison: PrisonRegime
  readonly time: RegimeTime | null
}

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const
const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const body = formOf({
  what: optionalTextField(60),
  words: optionalTextField(60),
  days: choicesField(weekdays),
  starts: optionalTimeField(),
  ends: optionalTimeField(),
  off: choicesField(['yes']),
})
type Body = z.infer<typeof body>

const load = async (
  tx: ReadTx,
  { prison, period }: z.infer<typeof input>,
  { actor }: Pick<Request, 'actor'>,
) => {
  const mine = prisonsOf(actor)
  const [regime] = await regimes(tx, [prison ?? mine[0] ?? ''])
  const time = regime?.times.find(({ id }) => id === period) ?? null
  return regime === undefined || !mine.includes(regime.code) || (period !== undefined && time === null)
    ? refused('not_found', 'There is no such prison or time of yours.')
    : ok<Model>({ prison: regime, time })
}

const initial = ({ time }: Model): FormValues =>
  time === null
    ? { days: [...weekdays] }
    : {
        ...(time.words in regimeKinds ? { what: time.words } : { what: '', words: time.words }),
        days: time.weekdays.map(String),
        starts: time.starts.toString({ smallestUnit: 'minute' }),
        ends: time.ends.toString({ smallestUnit: 'minute' }),
      }

/** What was typed → the time, or what it lacks. */
const timeTyped = (typed: Body): Result<Pick<RegimeTime, 'weekdays' | 'starts' | 'ends' | 'words'>> => {
  const { what, days, starts, ends } = typed
  const words = what === null || !(what in regimeKinds) ? typed.words : what
  if (words === null) return refused('invalid', 'Choose what it is, or say it in words', 'what')
  if (days.length === 0) return refused('invalid', 'Tick the days', 'days')
  if (starts === null) return refused('invalid', 'Enter when it begins', 'starts')
  if (ends === null || Temporal.PlainTime.compare(starts, ends) >= 0)
    return refused('invalid', 'Enter a time after it begins. Past midnight is another time', 'ends')
  return ok({ words, weekdays: days.map(Number), starts, ends })
}

/** Sets a time of a prison's week, changes one or takes it off. */
export const regimeTimePage = defineForm({
  path: '/regime/time',
  may: regimeSetters,
  input,
  body,
  load,
  initial,
  audit: { action: 'view_regime_time', people: () => [] },
  does: 'set_regime_time',
  act: async (tx, { input: given, body: typed, request }) => {
    const found = await load(tx, given, request)
    if (!found.ok) return found
    const { prison, time: before } = found.value
    const off = before !== null && typed.off.length > 0
    const time = off ? ok(null) : timeTyped(typed)
    if (!time.ok) return time
    const done = await setRegime(tx, {
      establishment: prison.code,
      replaces: before?.id ?? null,
      time: time.value,
    })
    if (!done.ok) return done
    const what = off ? 'taken off' : before === null ? 'added' : 'changed'
    return ok({
      to: '/regime',
      said: `The regime of ${prison.name} is changed: ${time.value?.words ?? before?.words} ${what}. Contacts planned from now on are checked against it.`,
      people: [],
      subject: prison.code,
    })
  },
  show: ({ prison, time }, context) => {
    const { form } = context
    const title = time === null ? 'Add a time' : 'Change a time'
    return (
      <Layout
        shell={context.shell}
        title={`${title} of the regime`}
        errors={form.errors}
        back={{ href: '/regime', text: 'Back to regime times' }}
      >
        <PageHeading title={title} caption={prison.name} />
        <Form action={formAddress(context)} csrf={form.csrf} idempotencyKey={form.idempotencyKey}>
          <Select
            {...form}
            name="what"
            label="What is it?"
            items={Object.entries(regimeKinds).map(([value, text]) => ({ value, text }))}
            placeholder="Something else"
          />
          <TextInput {...form} name="words" label="If something else: what?" width={20} />
          <Checkboxes
            {...form}
            name="days"
            label="On which days?"
            small
            items={dayNames.map((text, index) => ({ value: String(index + 1), text }))}
          />
          <TextInput {...form} name="starts" label="From" hint="Such as 12:00" width={5} />
          <TextInput {...form} name="ends" label="To" hint="Such as 13:30" width={5} />
          {time !== null && (
            <Checkbox {...form} name="off" label="Take this time off: nothing is to be here" />
          )}
          <Button text="Save" />
        </Form>
      </Layout>
    )
  },
})
