import type { PropsWithChildren } from 'hono/jsx'
import { birthWords, fullDate, timeWords } from '../dates.ts'
import { formFields } from '../form-state.ts'
import type { Html } from '../govuk/html.ts'
import type { PersonAtAGlance } from '../person-at-a-glance.ts'
import type { Shell } from '../shell.ts'
import { Hidden } from './form.tsx'

/** A filter that is on, in words, and the address of the list without it. */
export interface AppliedFilter {
  readonly text: string
  readonly off: string
}

interface FilterBarProps {
  /** The address of the list itself: the filters go into its query. */
  readonly action: string
  /** Given where a filter may be a name: then it is posted, and stands in no address. */
  readonly posted?: { readonly csrf: string; readonly idempotencyKey: string }
  readonly applied: readonly AppliedFilter[]
  readonly clear: string
}

const AppliedFilters = ({ applied, clear }: Pick<FilterBarProps, 'applied' | 'clear'>): Html => (
  <div class="tc-filter__applied">
    <h2 class="govuk-heading-s">Showing only</h2>
    <ul class="moj-filter-tags">
      {applied.map(({ text, off }) => (
        <li>
          <a class="moj-filter__tag" href={off}>
            <span class="govuk-visually-hidden">Take off </span>
            {text}
          </a>
        </li>
      ))}
    </ul>
    <a class="govuk-link" href={clear}>
      Take off all
    </a>
  </div>
)

/** The filters of a list: its controls, and what is on now, each taken off by itself. */
export const FilterBar = ({
  action,
  posted,
  applied,
  clear,
  children,
}: PropsWithChildren<FilterBarProps>): Html => (
  <search class="tc-filter">
    <form method={posted === undefined ? 'get' : 'post'} action={action} class="tc-filter__controls">
      {posted !== undefined && <Hidden name={formFields.csrf} value={posted.csrf} />}
      {posted !== undefined && <Hidden name={formFields.idempotencyKey} value={posted.idempotencyKey} />}
      {children}
      <button type="submit" class="govuk-button govuk-button--secondary">
        Show
      </button>
    </form>
    {applied.length > 0 && <AppliedFilters applied={applied} clear={clear} />}
  </search>
)

/** An answer where a list is empty: "Nobody arrived since yesterday morning". */
export const EmptyState = ({ children }: PropsWithChildren): Html => (
  <p class="govuk-body tc-empty">{children}</p>
)

interface PrintHeaderProps {
  readonly shell: Shell
  readonly now: Temporal.Instant
  /** What the list holds, in words: "Leeds, leaving within 14 days". */
  readonly filter?: string
}

/** On paper only: when it was printed, what it holds, and who printed it. */
export const PrintHeader = ({ shell, now, filter }: PrintHeaderProps): Html => (
  <p class="tc-print-only">
    {filter !== undefined && `${filter}. `}
    Printed on {fullDate(shell.today)} at {timeWords(now)}
    {shell.account !== undefined && ` by ${shell.account.name}`}.
  </p>
)

interface PrintFootProps {
  readonly shell: Shell
  readonly person: PersonAtAGlance
}

/** On paper only, at the foot of every sheet about a person: whose it is, should it go astray, and who printed it when. */
export const PrintFoot = ({ shell: { account, session, today }, person }: PrintFootProps): Html => (
  <div class="tc-foot">
    <span class="tc-foot__who">{person.name}</span>
    <span class="tc-foot__more">
      {person.prisonNumber !== undefined && `, ${person.prisonNumber}`}, born{' '}
      {birthWords(person.birth, today)}. Printed on {fullDate(today)}
      {session !== undefined && ` at ${timeWords(session.now)}`}
      {account !== undefined && ` by ${account.name}`}.
    </span>
  </div>
)

/** Prints the page; only there with script, since every browser can print without. */
export const PrintButton = ({ text }: { readonly text: string }): Html => (
  <button type="button" class="govuk-button govuk-button--secondary tc-print-button" data-print hidden>
    {text}
  </button>
)
