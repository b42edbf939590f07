import { z } from 'zod'

/** Columns that the caseload is sorted by, each the least good first: what most needs doing, the longest unseen. */
const caseloadSorts = ['owed', 'name', 'landing', 'next', 'leaves', 'risk', 'seen'] as const
export type CaseloadSort = (typeof caseloadSorts)[number]

export const showWords = {
  overdue: 'Something is overdue',
  leaving: 'Leaving in 28 days',
  not_seen: 'Not seen for 14 days',
  no_contact: 'No contact planned',
  covering: 'Covering for somebody',
} as const

type CaseloadShow = '' | keyof typeof showWords

/** What a caseload is narrowed to; an empty word leaves it whole. */
export interface CaseloadFilter {
  readonly show: CaseloadShow
  /** As the roll writes it. */
  readonly wing: string
  readonly sort: CaseloadSort
  readonly page: number
}

/** What of the address is remembered for next time. */
export const keptNames: readonly string[] = ['show', 'wing', 'sort']

export const caseloadFilter: z.ZodType<CaseloadFilter> = z.object({
  show: z.enum(['', 'overdue', 'leaving', 'not_seen', 'no_contact', 'covering']).catch(''),
  wing: z.string().max(40).catch(''),
  sort: z.enum(caseloadSorts).catch('owed'),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
})

/** Whose caseload an address asks for: a worker's id, `team`, or nothing for one's own. */
export const whoseInput = z
  .union([z.uuid(), z.literal('team')])
  .optional()
  .catch(undefined)
export type WhoseChoice = z.output<typeof whoseInput>

/** The address of a caseload with a change: always names its sort, so that no filter is kept too. */
export const caseloadAddress = (
  whose: WhoseChoice,
  filter: CaseloadFilter,
  change: Partial<CaseloadFilter> = {},
): string => {
  const { show, wing, sort } = { ...filter, ...change }
  const page = change.page === undefined ? {} : { page: `${change.page}` }
  const chosen = Object.entries({ worker: whose ?? '', show, wing, sort, ...page }).filter(
    ([, value]) => value !== '',
  )
  return `/caseload?${new URLSearchParams(chosen)}`
}
