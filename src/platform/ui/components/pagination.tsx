import type { Html } from '../govuk/html.ts'
import { mojPagination } from '../govuk/moj.ts'

interface PaginationProps {
  /** The page shown, from 1. */
  readonly page: number
  readonly pageSize?: number
  /** How many there are on all pages. */
  readonly total: number
  readonly href: (page: number) => string
  /** What is counted: "people". */
  readonly things?: string
}

/** The first page, the last, the one shown and those beside it; 0 stands for a gap. */
const pagesShown = (page: number, last: number): readonly number[] => {
  const near = [1, page - 1, page, page + 1, last].filter((n) => n >= 1 && n <= last)
  const shown = [...new Set(near)].sort((a, b) => a - b)
  return shown.flatMap((n, index) => (n - (shown[index - 1] ?? 0) > 1 ? [0, n] : [n]))
}

/** Links to the other pages of a long list, and which rows these are; nothing where one page holds all. */
export const Pagination = ({
  page,
  pageSize = 50,
  total,
  href,
  things = 'people',
}: PaginationProps): Html | null => {
  const last = Math.ceil(total / pageSize)
  if (last <= 1) return null
  return mojPagination({
    items: pagesShown(page, last).map((n) =>
      n === 0 ? { ellipsis: true } : { number: n, href: href(n), current: n === page },
    ),
    previous: page > 1 ? { href: href(page - 1) } : undefined,
    next: page < last ? { href: href(page + 1) } : undefined,
    landmarkLabel: 'Pages',
    results: {
      from: (page - 1) * pageSize + 1,
      to: Math.min(page * pageSize, total),
      count: total,
      text: things,
    },
  })
}
