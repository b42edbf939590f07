import { z } from 'zod'
import { viewsOfPerson } from '../../oversight/index.ts'
import { PersonFrame, personName } from '../../people/index.ts'
import { roleWords } from '../../platform/auth/actor.ts'
import { definePage } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  Checkbox,
  fullDate,
  govukButton,
  type Html,
  PageHeading,
  PrintButton,
  PrintHeader,
} from '../../platform/ui/index.ts'
import { keepsRegister, type Standing } from '../model.ts'
import { onePerSeer, seenWords, toldWords } from '../printed-words.ts'
import { type SharingView, sharingOf } from '../queries/sharingOf.ts'
import { type Seer, whoSees } from '../queries/whoSees.ts'
import { recipientWords } from '../words.ts'

const roleNames: Readonly<Record<string, string>> = roleWords

const seerName = ({ service, role, name }: Seer): string =>
  role === null
    ? service
    : `Your ${(roleNames[role] ?? role).toLowerCase()}${name === null ? '' : `, ${name}`}`

const agreedWords = (row: Standing): string => {
  const until = row.until === null ? '' : `, until ${fullDate(row.until)}`
  return row.basis === 'consent'
    ? `You agreed on ${fullDate(row.day)} that they are told ${toldWords(row.parts)}${until}.`
    : `They may be told ${toldWords(row.parts)}${until}, though you were not asked or did not agree. Why: ${row.words ?? 'ask us'}.`
}

const Agreed = ({ view }: { readonly view: SharingView }): Html => {
  const stands = view.standing.filter(({ now }) => now === 'given')
  return stands.length === 0 ? (
    <p>You have not agreed that anybody else is told about you.</p>
  ) : (
    <ul>
      {stands.map((row) => (
        <li>
          <strong>{recipientWords(row)}.</strong> {agreedWords(row)}
        </li>
      ))}
    </ul>
  )
}

interface Look {
  readonly who: string
  readonly when: string
}

const Looked = ({ looks }: { readonly looks: readonly Look[] }): Html =>
  looks.length === 0 ? (
    <p>Nobody has opened your record yet.</p>
  ) : (
    <ul>
      {looks.map(({ who, when }) => (
        <li>
          <strong>{who}</strong>, {when}
        </li>
      ))}
    </ul>
  )

const times = (opened: number): string => (opened === 1 ? 'once' : `${opened} times`)

/** For the person, in large type and plain words: who can see what, what they agreed to, and who has looked. */
export const printedPage = definePage({
  path: '/people/:personId/sharing/printed',
  may: keepsRegister,
  input: z.object({ personId: z.uuid(), names: z.enum(['yes', 'no']).catch('no').default('no') }),
  load: async (tx, { personId, names }) => {
    const view = await sharingOf(tx, personId)
    if (!view.ok) return view
    const seers = onePerSeer(await whoSees(tx, personId))
    const views = await viewsOfPerson(tx, personId, { names: names === 'yes' })
    const looks = views
      .filter(({ opened }) => opened > 0)
      .map(({ role, services, name, opened, lastAt }) => {
        const day = fullDate(lastAt.toZonedDateTimeISO('Europe/London').toPlainDate())
        const who = [name, roleNames[role] ?? role, services].filter((each) => each !== null).join(', ')
        return { who, when: `${times(opened)}, last on ${day}` }
      })
    return ok({ view: view.value, seers, looks, names: names === 'yes' })
  },
  audit: { action: 'print_who_sees', people: ({ view }) => [view.person.id] },
  show: ({ view, seers, looks, names }, context) => {
    const { person } = view
    const title = `Who can see what about ${personName(person)}`
    return (
      <PersonFrame
        shell={context.shell}
        person={person}
        title={title}
        back={{ href: `/people/${person.id}/sharing`, text: 'Back to sharing' }}
      >
        <PageHeading title={title}>
          <PrintButton text="Print it for them" />
        </PageHeading>
        <PrintHeader shell={context.shell} now={context.now} />
        <form method="get" class="tc-no-print">
          <Checkbox
            values={{ names: names ? 'yes' : '' }}
            errors={[]}
            name="names"
            label="Say by name who has looked, because they ask"
          />
          {govukButton({ text: 'Show it so', classes: 'govuk-button--secondary' })}
        </form>
        <div class="tc-for-them">
          <h2>These people can see your record today</h2>
          <ul>
            {seers.map((seer) => (
              <li>
                <strong>{seerName(seer)}</strong> can see {seenWords(seer)}.
              </li>
            ))}
          </ul>
          <h2>Who else may be told</h2>
          <Agreed view={view} />
          <p>
            You can change your mind at any time. Tell any of us. Saying no does not change the help you get
            here.
          </p>
          <h2>Who has looked at your record</h2>
          <Looked looks={looks} />
          <p>
            Is something wrong here? Ask us, or ask to see everything that is kept about you. You can also ask
            for the names of those who looked.
          </p>
        </div>
      </PersonFrame>
    )
  },
})
