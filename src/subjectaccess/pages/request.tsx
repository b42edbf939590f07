import { z } from 'zod'
import { rolesOfTeams } from '../../people/index.ts'
import { definePage, type PageContext } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  Button,
  capitalised,
  Due,
  fullDate,
  type Html,
  Layout,
  momentWords,
  PageHeading,
  SummaryList,
  type SummaryRow,
} from '../../platform/ui/index.ts'
import { askedByWords, howWords, isOpen, requestStateWords } from '../model.ts'
import {
  type AccessRequest,
  accessRequest,
  type Extended,
  type Released,
  releasesOf,
} from '../queries/accessRequest.ts'
import { whyNotExtended } from '../rules.ts'

interface Model {
  readonly request: AccessRequest
  readonly releases: readonly Released[]
}

const mayRelease = ({ state, mine, left, undecided }: AccessRequest): boolean =>
  state === 'in_review' && undecided === 0 && mine.some((each) => !left.includes(each))

const Progress = ({ request }: { readonly request: AccessRequest }): Html => (
  <div role="status">
    <p class="govuk-body-l">
      Gathering: {request.step} of {request.steps === 0 ? 'all' : request.steps} kinds of record.
    </p>
    {request.step_words !== null && <p class="govuk-body">Last: {request.step_words}</p>}
    <p class="govuk-body">This page shows itself again until everything is here.</p>
  </div>
)

const Review = ({ request }: { readonly request: AccessRequest }): Html => (
  <>
    <p class="govuk-body">
      {request.passages === 0
        ? 'Nothing that you may read is marked.'
        : `${request.passages} passages that you may read are marked: ${request.undecided} wait for a decision, ${request.withheld} are withheld.`}{' '}
      Parts that you may not read are reviewed by those who may.
    </p>
    {request.next_passage !== null && (
      <Button
        text="Go through the marked passages"
        href={`/access-requests/${request.id}/passages/${request.next_passage}`}
      />
    )}
    {mayRelease(request) && <Button text="Release" href={`/access-requests/${request.id}/release`} />}
  </>
)

/** Words that a disposal has not taken yet. */
const keptWords = (words: string, gone: string): string => (words === '' ? gone : words)

const Left = ({ request, releases, today }: Model & { readonly today: Temporal.PlainDate }): Html => (
  <>
    <h2 class="govuk-heading-m">What has left</h2>
    <ul class="govuk-list govuk-list--bullet">
      {releases.map(({ recorded_at, given_to, how, by }) => (
        <li>
          {capitalised(momentWords(recorded_at, today))}: to{' '}
          {keptWords(given_to, 'somebody whose name is no longer kept')}. {howWords[how]}. By {by}.
        </li>
      ))}
    </ul>
    {request.cleared_at === null ? (
      <p class="govuk-body">
        <a class="govuk-link" href={`/access-requests/${request.id}/document`}>
          The answer, to read or print
        </a>{' '}
        or{' '}
        <a class="govuk-link" href={`/access-requests/${request.id}/data.json`}>
          as data
        </a>
      </p>
    ) : (
      <p class="govuk-body">The copies were deleted {momentWords(request.cleared_at, today)}.</p>
    )}
  </>
)

/** What a leader may still do with the time. */
const Time = ({
  request,
  today,
}: {
  readonly request: AccessRequest
  readonly today: Temporal.PlainDate
}) => (
  <ul class="govuk-list">
    {whyNotExtended(request, today) === null && (
      <li>
        <a class="govuk-link" href={`/access-requests/${request.id}/extend`}>
          Take longer to answer
        </a>
      </li>
    )}
    <li>
      <a class="govuk-link" href={`/access-requests/${request.id}/withdraw`}>
        Close it: it was taken back
      </a>
    </li>
  </ul>
)

const told = ({ why, told_on, told_how, by }: Extended): string =>
  [
    why ?? 'Why is no longer kept',
    `Told on ${fullDate(Temporal.PlainDate.from(told_on))}: ${told_how ?? 'how is no longer kept'}`,
    `By ${by}`,
  ].join('. ')

const summaryRows = ({ extension, taken_back, ...request }: AccessRequest): readonly SummaryRow[] => [
  {
    key: 'About',
    value:
      request.name === null ? (
        'Somebody whose record you may not open'
      ) : (
        <a class="govuk-link" href={`/people/${request.person_id}`}>
          {request.name}
        </a>
      ),
  },
  {
    key: 'Asked by',
    value: `${askedByWords[request.asked_by]}: ${keptWords(request.asked_name, 'no longer kept')}`,
  },
  { key: 'How it was checked', value: keptWords(request.identity_checked, 'No longer kept') },
  { key: 'Answered for', value: request.service },
  ...(extension === null ? [] : [{ key: 'Takes longer', value: told(extension) }]),
  ...(taken_back === null
    ? []
    : [
        {
          key: 'Taken back',
          value: `${fullDate(Temporal.PlainDate.from(taken_back.day))}. ${taken_back.how ?? 'How is no longer kept'}. Recorded by ${taken_back.by}`,
        },
      ]),
]

const show = ({ request, releases }: Model, { shell, today, actor }: PageContext): Html => (
  <Layout
    shell={shell}
    title="Request for records"
    refreshAfter={request.state === 'gathering' ? 3 : undefined}
    back={{ href: '/access-requests', text: 'Requests for records' }}
  >
    <PageHeading title="Request for records" caption={requestStateWords[request.state]} />
    <p class="govuk-body-l">
      Asked on {fullDate(request.asked_on)}.{' '}
      {isOpen(request.state) && <Due due={request.due_on} today={today} />}
    </p>
    {request.state === 'gathering' && <Progress request={request} />}
    {request.state === 'in_review' && <Review request={request} />}
    {releases.length > 0 && <Left request={request} releases={releases} today={today} />}
    <SummaryList rows={summaryRows(request)} />
    {isOpen(request.state) && actor.role === 'team_leader' && <Time request={request} today={today} />}
  </Layout>
)

/** Where a request stands: how far the gathering is, what waits for a decision, what has left. */
export const requestPage = definePage({
  path: '/access-requests/:accessId',
  may: rolesOfTeams,
  input: z.object({ accessId: z.uuid() }),
  audit: {
    action: 'view_access_request',
    people: ({ request }: Model) => [request.person_id],
    subject: ({ request }: Model) => request.id,
  },
  load: async (tx, { accessId }) => {
    const request = await accessRequest(tx, accessId)
    return request.ok ? ok({ request: request.value, releases: await releasesOf(tx, accessId) }) : request
  },
  show,
})
