import type { Child } from 'hono/jsx'
import { govukSummaryList } from '../govuk/govuk.ts'
import type { Html } from '../govuk/html.ts'

/** One answer, and the link that changes it; `about` tells that link from the others. */
export interface SummaryRow {
  readonly key: string
  readonly value: Child
  readonly action?: { readonly text: string; readonly href: string; readonly about?: string } | undefined
}

const actionOf = ({ action, key }: SummaryRow) =>
  action && {
    items: [{ text: action.text, href: action.href, visuallyHiddenText: action.about ?? key.toLowerCase() }],
  }

interface SummaryListProps {
  readonly rows: readonly SummaryRow[]
  /** Makes it a card with this heading. */
  readonly card?: string
}

/** Names and values, one under the other. */
export const SummaryList = ({ rows, card }: SummaryListProps): Html =>
  govukSummaryList({
    card: card === undefined ? undefined : { title: { text: card } },
    rows: rows.map((row) => ({
      key: { text: row.key },
      value: { html: <>{row.value}</> },
      actions: actionOf(row),
    })),
  })
