import type { PropsWithChildren } from 'hono/jsx'
import { PersonFrame, type PersonHeader, personName } from '../../people/index.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import type { FormContext, PageContext, Request } from '../../platform/http/index.ts'
import { ok, type Result } from '../../platform/result.ts'
import { dayWords, type Html, PageHeading } from '../../platform/ui/index.ts'
import type { Known } from '../comprehensive-view.ts'
import { type AssessmentOf, assessmentSources } from '../queries/assessmentSources.ts'
import { servedPerson } from '../queries/servedPerson.ts'

/** What every page of a comprehensive assessment is made from. */
export interface Assessing {
  readonly person: PersonHeader
  readonly of: AssessmentOf
}

export const loadAssessing = async (
  tx: ReadTx,
  personId: string,
  { actor }: Pick<Request, 'actor'>,
): Promise<Result<Assessing>> => {
  const served = await servedPerson(tx, personId, actor)
  if (!served.ok) return served
  const { person, service } = served.value
  return ok({ person, of: await assessmentSources(tx, personId, service) })
}

/** Below the person's address. */
export const assessmentsPath = (personId: string): string => `/people/${personId}/assessments`

/** The address of the task list. */
export const comprehensivePath = (personId: string): string => `${assessmentsPath(personId)}/comprehensive`

const sourceWords = {
  arrival_screen: 'the arrival screen',
  triage: 'triage',
  assessment: 'the last assessment',
  unfinished: 'an assessment that was not finished',
} as const satisfies Readonly<Record<Known['from'], string>>

/** "Known from the arrival screen, yesterday". */
export const knownFrom = ({ from, day }: Pick<Known, 'from' | 'day'>, today: Temporal.PlainDate): string =>
  `Known from ${sourceWords[from]}, ${dayWords(day, today)}`

interface FrameProps {
  readonly person: PersonHeader
  readonly context: PageContext | FormContext
  readonly title: string
  readonly caption?: string
  readonly back: { readonly href: string; readonly text: string }
}

/** A page of an assessment: the person above, one column. */
export const AssessmentFrame = ({
  person,
  context,
  title,
  caption,
  back,
  children,
}: PropsWithChildren<FrameProps>): Html => (
  <PersonFrame
    shell={context.shell}
    person={person}
    title={`${title}: ${personName(person)}`}
    errors={'form' in context ? context.form.errors : []}
    back={back}
  >
    <PageHeading title={title} {...(caption === undefined ? {} : { caption })} />
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">{children}</div>
    </div>
  </PersonFrame>
)
