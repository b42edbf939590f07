import type { Child } from 'hono/jsx'
import { awayWords, birthWords, dateWords } from '../dates.ts'
import type { Html } from '../govuk/html.ts'
import { mojBadge, mojIdentityBar, mojSubNavigation } from '../govuk/moj.ts'
import type { PersonAtAGlance, SafetyFlag } from '../person-at-a-glance.ts'
import type { NavigationLink } from '../shell.ts'

interface PersonProps {
  readonly person: PersonAtAGlance
  readonly today: Temporal.PlainDate
}

const Fact = ({ name, children }: { readonly name: string; readonly children?: Child }): Html => (
  <div class="tc-identity__fact">
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

const Release = ({ person: { release }, today }: PersonProps): Html | null => {
  if (release === undefined) return null
  const { date, note } = release
  return (
    <Fact name="Release">
      {date === undefined ? 'no date' : `${dateWords(date, today)}, ${awayWords(date, today)}`}
      {note !== undefined && ` (${note})`}
    </Fact>
  )
}

/** Who this is: name, prison number, date of birth with age, where they are today, release. */
const IdentityBar = ({ person, today }: PersonProps): Html => (
  <section class="tc-identity" aria-label="Who this is">
    {mojIdentityBar({
      title: {
        html: (
          <a class="tc-identity__name" href={person.href}>
            {person.name}
          </a>
        ),
      },
    })}
    <dl class="tc-identity__facts govuk-width-container">
      {person.prisonNumber !== undefined && <Fact name="Prison number">{person.prisonNumber}</Fact>}
      <Fact name="Born">{birthWords(person.birth, today)}</Fact>
      <Fact name="Where today">{person.where}</Fact>
      <Release person={person} today={today} />
    </dl>
  </section>
)

const flagWords: Readonly<Record<SafetyFlag['kind'], { readonly words: string; readonly colour: string }>> = {
  see_with_another: { words: 'See with another', colour: 'red' },
  acct_open: { words: 'ACCT open', colour: 'red' },
  acct_post_closure: { words: 'ACCT closed, follow-up still runs', colour: 'red' },
  overdose_risk: { words: 'Overdose risk', colour: 'red' },
  allergy: { words: 'Allergy', colour: 'black' },
  interpreter: { words: 'Interpreter', colour: 'blue' },
}

const flagBadge = ({ kind, detail }: SafetyFlag): Html => {
  const { words, colour } = flagWords[kind]
  return mojBadge({
    text: detail === undefined ? words : `${words}: ${detail}`,
    classes: `moj-badge--${colour} moj-badge--large`,
  })
}

/** What keeps people safe. Nothing is shown where the reader may not see flags at all. */
const SafetyBar = ({ safety }: { readonly safety: PersonAtAGlance['safety'] }): Html | null =>
  safety === undefined ? null : (
    <section class="tc-safety" aria-label="Safety">
      <ul class="tc-safety__flags govuk-width-container">
        {safety.length === 0 && <li>No safety flags recorded</li>}
        {safety.map((flag) => (
          <li>{flagBadge(flag)}</li>
        ))}
      </ul>
    </section>
  )

interface PersonNavigationProps {
  readonly links: readonly NavigationLink[]
  readonly path: string
  readonly label: string
}

/** Overview · Plan · Assessments and risk · …: the pages of one person that this reader may open. */
const PersonNavigation = ({ links, path, label }: PersonNavigationProps): Html =>
  mojSubNavigation({
    label,
    items: links.map((link) => ({ ...link, active: link.href === path })),
  })

interface PersonBannerProps extends PersonProps {
  readonly links?: readonly NavigationLink[]
  readonly path: string
}

/** The head of every page about a person, for `<Layout above>`. */
export const PersonBanner = ({ person, today, links = [], path }: PersonBannerProps): Html => (
  <div class="tc-person">
    <IdentityBar person={person} today={today} />
    <SafetyBar safety={person.safety} />
    {links.length > 0 && (
      <div class="govuk-width-container tc-person__navigation">
        <PersonNavigation links={links} path={path} label={`Pages about ${person.name}`} />
      </div>
    )}
  </div>
)
