import { z } from 'zod'
import { YourDrafts } from '../../drafts/index.ts'
import { definePage, type PageContext } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  dateWords,
  type Html,
  Layout,
  PageHeading,
  PrintButton,
  PrintHeader,
} from '../../platform/ui/index.ts'
import { daysAhead, loadToday, type TodayModel } from '../queries/today.ts'
import { wholeTeam } from '../roles.ts'
import { CameIn, Leaving, LeftWithout } from './today-comings.tsx'
import { LeftUntreated, ToAnswer } from './today-community.tsx'
import { MyDay } from './today-day.tsx'
import { DoNow } from './today-do-now.tsx'
import { Notices } from './today-notices.tsx'
import { Waiting } from './today-waiting.tsx'

const peopleOn = (model: TodayModel): readonly string[] => [
  ...new Set(
    [
      ...model.owed.rows,
      ...model.cameIn,
      ...model.leaving,
      ...model.left,
      ...model.allocations,
      ...model.myDay,
      ...model.handovers,
      ...model.toAnswer,
      ...model.untreated,
      ...model.notices,
      ...model.drafts.flatMap(({ person_id }) => (person_id === null ? [] : [{ person_id }])),
    ].map(({ person_id }) => person_id),
  ),
]

const Page = ({ model, context }: { readonly model: TodayModel; readonly context: PageContext }): Html => {
  const { today, shell, actor, now } = context
  const title = `Today, ${dateWords(today, today)}`
  return (
    <Layout shell={shell} title={title}>
      <PageHeading title={title} caption={actor.services.map(({ name }) => name).join(', ')}>
        <PrintButton text="Print my day" />
      </PageHeading>
      <PrintHeader shell={shell} now={now} />
      <Notices rows={model.notices} context={context} />
      <DoNow owed={model.owed} role={actor.role} today={today} />
      {(!model.hasPrison || model.toAnswer.length > 0) && (
        <ToAnswer rows={model.toAnswer} role={actor.role} today={today} />
      )}
      <YourDrafts rows={model.drafts} today={today} />
      <LeftWithout rows={model.left} role={actor.role} today={today} />
      <div class="tc-today__pair">
        {model.hasPrison ? (
          <CameIn rows={model.cameIn} since={model.since} role={actor.role} today={today} />
        ) : (
          <LeftUntreated rows={model.untreated} role={actor.role} today={today} />
        )}
        <Leaving rows={model.leaving} days={daysAhead} role={actor.role} today={today} />
      </div>
      <div class="tc-today__pair">
        <MyDay rows={model.myDay} today={today} />
        <Waiting
          handovers={model.handovers}
          allocations={model.allocations}
          role={actor.role}
          today={today}
        />
      </div>
    </Layout>
  )
}

/** The first page of whoever works with people: what is owed, who came, who leaves, today's appointments. */
export const todayPage = definePage({
  path: '/today',
  may: wholeTeam,
  input: z.object({}),
  load: async (tx, _input, { actor }) => ok(await loadToday(tx, actor)),
  audit: { action: 'view_today', people: peopleOn },
  show: (model, context) => <Page model={model} context={context} />,
})
