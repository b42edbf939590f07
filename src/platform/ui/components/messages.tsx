import { momentWords } from '../dates.ts'
import type { Html } from '../govuk/html.ts'

/** Words from one service to another; `mine` where the reader's own service said them. */
interface Message {
  readonly id: string
  readonly from: string
  readonly at: Temporal.Instant
  readonly text: string
  readonly mine: boolean
}

interface MessagesProps {
  readonly label: string
  readonly items: readonly Message[]
  readonly today: Temporal.PlainDate
}

/** Messages, oldest first: MoJ's markup, with the moment in words. */
export const Messages = ({ label, items, today }: MessagesProps): Html => (
  <section class="moj-messages-container" aria-label={label}>
    <div class="moj-message-list">
      {items.map(({ id, from, at, text, mine }) => {
        const side = mine ? 'sent' : 'received'
        return (
          <div id={`message-${id}`} class={`moj-message-item moj-message-item--${side}`}>
            <div class={`moj-message-item__text moj-message-item__text--${side} tc-typed`}>{text}</div>
            <div class="moj-message-item__meta">
              <span class="moj-message-item__meta--sender">{from}</span>{' '}
              <time class="moj-message-item__meta--timestamp" datetime={at.toString()}>
                {momentWords(at, today)}
              </time>
            </div>
          </div>
        )
      })}
    </div>
  </section>
)
