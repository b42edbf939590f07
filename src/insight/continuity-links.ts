import { addressWith } from '../platform/ui/index.ts'
import type { Outcome } from './continuity/index.ts'
import { type Period, periodQuery } from './period.ts'

/** Which releases a cell counts. */
export interface Cell {
  readonly outcome?: Outcome
  /** Prison code, or service id; `none` where there is none. */
  readonly prison?: string
  readonly service?: string
}

/** The address of the people behind a cell. */
export const peopleAddress = (period: Period, { outcome, prison, service }: Cell, page = 1): string =>
  addressWith('/continuity/people', {
    ...periodQuery(period),
    outcome,
    prison,
    service,
    page: page === 1 ? undefined : String(page),
  })

export const continuityAddress = (period: Period): string => addressWith('/continuity', periodQuery(period))

export const chartAddress = (period: Period): string =>
  addressWith('/continuity/chart.svg', periodQuery(period))
