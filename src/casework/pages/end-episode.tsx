import { z } from 'zod'
import { type Draft, discardDraft, draftOf, KeptForm } from '../../drafts/index.ts'
import { type PersonHeader, personName } from '../../people/index.ts'
import type { ActorService } from '../../platform/auth/actor.ts'
import type { ReadTx, WriteTx } from '../../platform/database/transaction.ts'
import { dayValues, defineForm, type FormContext, type Request } from '../../platform/http/index.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { DateInput, dayWords, Hidden, type Html, Radios } from '../../platform/ui/index.ts'
import { endEpisode } from '../actions/endEpisode.ts'
import { type DischargeTold, tellDischarge } from '../actions/tellDischarge.ts'
import { type DischargeTyped, dischargeBody, endReasons, toldIn } from '../discharge-answers.ts'
import { endReasonWords, type RecordedBy } from '../model.ts'
import { personInService, servicesOf } from '../person-in-service.ts'
import { type DischargeSoFar, dischargeOf } from '../queries/dischargeOf.ts'
import { type EpisodeRow, episodeOf } from '../queries/episodeOf.ts'
import { returnTo } from '../return-to.ts'
import { recoveryTeam } from '../roles.ts'
import { DischargeFields, GoingOn } from './discharge-fields.tsx'

interface Model {
  readonly person: PersonHeader
  readonly service: ActorService
  readonly by: RecordedBy
  readonly today: Temporal.PlainDate
  readonly episodeId: string
  readonly episode: EpisodeRow
  readonly soFar: DischargeSoFar
  /** What was typed before, kept while the exit TOP was recorded. */
  readonly draft: Draft | null
}

/** The episode is closed already, by a file or before this was asked: only what next is missing. */
const isClosed = ({ episode, soFar }: Pick<Model, 'episode' | 'soFar'>): boolean =>
  episode.end_date !== null && !soFar.told

const wasTreated = ({ episode }: Pick<Model, 'episode'>): boolean => episode.treatment_start !== null

const known = async (
  tx: ReadTx,
  { personId, episodeId }: { readonly personId: string; readonly episodeId: string },
  { actor, today, url }: Pick<Request, 'actor' | 'today' | 'url'>,
): Promise<Result<Model>> => {
  const about = await personInService(tx, personId, actor)
  if (!about.ok) return about
  const episode = await episodeOf(tx, personId, servicesOf(actor), episodeId)
  if (!episode.ok) return episode
  const soFar = await dischargeOf(tx, episodeId)
  const draft = await draftOf(tx, url.pathname)
  return ok({ ...about.value, today, episodeId, episode: episode.value, soFar, draft })
}

const tellOnly = async (
  tx: WriteTx,
  model: Model,
  ids: { readonly personId: string; readonly episodeId: string },
  told: DischargeTold,
): Promise<Result<void>> => {
  const { end_date: day, end_reason: reason, service_id: serviceId } = model.episode
  if (day === null || reason === null)
    return refused('conflict', 'Somebody has changed this episode meanwhile.')
  const locked = await tx.lock(ids.personId)
  if (!locked.ok) return locked
  await tellDischarge(tx, { ...ids, by: { ...model.by, serviceId }, day, reason, ...told })
  return ok(undefined)
}

const told = (model: Model, typed: DischargeTyped): Result<DischargeTold | null> => {
  if (!wasTreated(model) && typed.next === null) return ok(null)
  const { exitTop, nation } = model.soFar
  const given = toldIn(typed, { recorded: exitTop !== null, nation, treated: wasTreated(model) })
  return 'field' in given ? refused('invalid', given.message, given.field) : ok(given)
}

/** Discharge in one go: why, how its interventions end with it, the exit TOP or why not, and what next. */
export const endEpisodeForm = defineForm({
  path: '/people/:personId/episodes/:episodeId/end',
  may: recoveryTeam,
  input: z.object({ personId: z.uuid(), episodeId: z.uuid() }),
  body: dischargeBody,
  load: known,
  audit: { action: 'view_end_episode', people: ({ person }: Model) => [person.id] },
  does: 'end_episode',
  initial: ({ today, episode, draft }) => ({
    ...dayValues('day', episode.end_date ?? today),
    reason: episode.end_reason ?? '',
    ...draft?.answers,
  }),
  versioned: ({ person, episode }) => ({
    version: episode.version,
    what: `The episode of ${personName(person)}`,
    labels: {
      reason: 'Why did it end?',
      next: 'What next?',
      'day-day': 'Day it ended',
      'day-month': 'Month',
      'day-year': 'Year',
    },
    words: { reason: endReasonWords },
  }),
  act: async (tx, { input, body, version, request }) => {
    const found = await known(tx, input, request)
    if (!found.ok) return found
    const model = found.value
    const given = told(model, body)
    if (!given.ok) return given
    const done = await discharge(tx, model, input, { body, told: given.value, version })
    if (!done.ok) return done
    await discardDraft(tx, { path: request.url.pathname })
    const name = personName(model.person)
    return ok({
      to: returnTo(request, `/people/${input.personId}`),
      said: isClosed(model)
        ? `What next is kept for ${name}.`
        : `The episode of ${name} has ended: ${endReasonWords[body.reason].toLowerCase()}.`,
      people: [input.personId],
      subject: input.episodeId,
    })
  },
  show: (model, context) => <Asking model={model} context={context} />,
})

interface Typed {
  readonly body: DischargeTyped
  readonly told: DischargeTold | null
  readonly version: number | null
}

const discharge = (
  tx: WriteTx,
  model: Model,
  ids: { readonly personId: string; readonly episodeId: string },
  { body, told: said, version }: Typed,
): Promise<Result<void>> => {
  if (isClosed(model) && version === model.episode.version && said !== null)
    return tellOnly(tx, model, ids, said)
  const by = { serviceId: model.episode.service_id, staffId: model.by.staffId }
  const { reason, day, exits } = body
  return endEpisode(tx, { ...ids, by, version, reason, day, exits, told: said })
}

const Why = ({ model, context }: { readonly model: Model; readonly context: FormContext }): Html =>
  isClosed(model) ? (
    <>
      <Hidden name="reason" value={model.episode.end_reason ?? ''} />
      {Object.entries(dayValues('day', model.episode.end_date)).map(([name, value]) => (
        <Hidden name={name} value={value} />
      ))}
    </>
  ) : (
    <>
      <Radios
        {...context.form}
        name="reason"
        label="Why did it end?"
        items={endReasons.map((value) => ({ value, text: endReasonWords[value] }))}
      />
      <DateInput {...context.form} name="day" label="On which day?" />
      <GoingOn going={model.soFar.going} form={context.form} today={model.today} />
    </>
  )

const Asking = ({ model, context }: { readonly model: Model; readonly context: FormContext }): Html => {
  const { person, episode, today } = model
  const name = personName(person)
  const title = isClosed(model) ? `What next for ${name}` : `End the episode of ${name}`
  return (
    <KeptForm
      person={person}
      context={context}
      title={title}
      button={isClosed(model) ? 'Keep what next' : 'End the episode'}
      version={episode.version}
      draft={model.draft}
    >
      <p class="govuk-body">
        Referred {dayWords(episode.referral_date, today)}
        {episode.treatment_start === null
          ? ', treatment not started'
          : `, in treatment since ${dayWords(episode.treatment_start, today)}`}
        .
      </p>
      <Why model={model} context={context} />
      <DischargeFields
        form={context.form}
        person={person}
        soFar={model.soFar}
        treated={wasTreated(model)}
        episodeId={model.episodeId}
        today={today}
      />
    </KeptForm>
  )
}
