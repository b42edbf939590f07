import { KeepAndGo } from '../../drafts/index.ts'
import type { PersonHeader } from '../../people/index.ts'
import {
  dateWords,
  type FormState,
  type Html,
  Radios,
  Select,
  Textarea,
  TextInput,
  WarningText,
} from '../../platform/ui/index.ts'
import { exitWords, type InterventionExit } from '../discharge.ts'
import { exitField } from '../discharge-answers.ts'
import { interventionWords } from '../model.ts'
import type { DischargeSoFar } from '../queries/dischargeOf.ts'

interface GoingOnProps {
  readonly going: DischargeSoFar['going']
  readonly form: FormState
  readonly today: Temporal.PlainDate
}

const exits = Object.keys(exitWords) as InterventionExit[]

const endsWith = (count: number): string =>
  count === 1 ? 'The treatment that goes on ends with it' : `${count} treatments that go on end with it`

/** What still goes on in the episode ends with it: as the reason says, or as is chosen here. */
export const GoingOn = ({ going, form, today }: GoingOnProps): Html | null =>
  going.length === 0 ? null : (
    <>
      <WarningText>{endsWith(going.length)}.</WarningText>
      {going.map(({ id, kind, started }) => (
        <Select
          {...form}
          name={exitField(id)}
          label={`How ${interventionWords[kind].toLowerCase()} ends`}
          hint={`Since ${dateWords(Temporal.PlainDate.from(started), today)}`}
          items={exits.map((value) => ({ value, text: exitWords[value] }))}
          placeholder="As the reason says"
        />
      ))}
    </>
  )

interface DischargeFieldsProps {
  readonly form: FormState
  readonly person: Pick<PersonHeader, 'id'>
  readonly soFar: DischargeSoFar
  readonly treated: boolean
  readonly episodeId: string
  readonly today: Temporal.PlainDate
}

const ExitTop = ({ form, soFar, today, person, episodeId }: DischargeFieldsProps): Html => {
  if (soFar.exitTop !== null)
    return (
      <p class="govuk-body">
        The exit TOP of {dateWords(Temporal.PlainDate.from(soFar.exitTop), today)} counts.
      </p>
    )
  return (
    <>
      <Radios
        {...form}
        name="top"
        label="Exit TOP"
        hint={`None is recorded yet. It counts within ${soFar.topDays} days either side of the discharge.`}
        items={[
          { value: 'later', text: `It will be done within ${soFar.topDays} days` },
          {
            value: 'not_done',
            text: 'It cannot be done',
            conditional: <TextInput {...form} name="top_why" label="Why not" />,
          },
        ]}
      />
      <KeepAndGo
        text="Keep this and record the exit TOP now"
        to={`/people/${person.id}/assessments/top/exit?from=discharge-${episodeId}`}
      />
    </>
  )
}

/** The exit TOP, what next, and who carries on. */
export const DischargeFields = (props: DischargeFieldsProps): Html => {
  const { form, soFar, treated } = props
  return (
    <>
      {treated && soFar.nation !== 'scotland' && <ExitTop {...props} />}
      <Textarea
        {...form}
        name="next"
        label="What next?"
        labelSize="s"
        hint="What they want to do, and what is arranged."
        rows={3}
      />
      <TextInput
        {...form}
        name="continues"
        label="Who carries on with them"
        hint="A service or a person. Leave it empty where nobody does."
        labelSize="s"
      />
    </>
  )
}
