import type { Child } from 'hono/jsx'
import { dayOf } from '../../clock.ts'
import { dayWords, momentWords } from '../dates.ts'
import type { Html } from '../govuk/html.ts'

/** Something that happened, on a day or at a moment. */
export interface TimelineItem {
  readonly title: string
  readonly href?: string | undefined
  readonly by?: string | undefined
  readonly at: Temporal.Instant | Temporal.PlainDate
  readonly detail?: Child
}

interface TimelineProps {
  readonly items: readonly TimelineItem[]
  readonly today: Temporal.PlainDate
  readonly headingLevel?: 2 | 3
}

const whenWords = (at: TimelineItem['at'], today: Temporal.PlainDate): string =>
  at instanceof Temporal.PlainDate ? dayWords(at, today) : momentWords(at, today)

const machineDay = (at: TimelineItem['at']): string =>
  (at instanceof Temporal.PlainDate ? at : dayOf(at)).toString()

interface ItemProps {
  readonly item: TimelineItem
  readonly today: Temporal.PlainDate
  readonly heading: 'h2' | 'h3'
}

const Item = ({ item, today, heading: Heading }: ItemProps): Html => (
  <div class="moj-timeline__item">
    <div class="moj-timeline__header">
      <Heading class="moj-timeline__title">
        {item.href === undefined ? (
          item.title
        ) : (
          <a href={item.href}>
            {item.title}
            <span class="govuk-visually-hidden">, {whenWords(item.at, today)}</span>
          </a>
        )}
      </Heading>
      {item.by !== undefined && <p class="moj-timeline__byline"> by {item.by}</p>}
    </div>
    <p class="moj-timeline__date">
      <time datetime={machineDay(item.at)}>{whenWords(item.at, today)}</time>
    </p>
    {item.detail !== undefined && <div class="moj-timeline__description">{item.detail}</div>}
  </div>
)

/** What happened, newest first: MoJ's markup as plain rows, since its template cannot say "yesterday". */
export const Timeline = ({ items, today, headingLevel = 3 }: TimelineProps): Html => (
  <div class="moj-timeline">
    {items.map((item) => (
      <Item item={item} today={today} heading={`h${headingLevel}`} />
    ))}
  </div>
)
