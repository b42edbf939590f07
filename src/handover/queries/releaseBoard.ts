import type { Actor } from '../../platform/auth/actor.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import {
  type BoardFound,
  inBoardOrder,
  type LeavingRow,
  type LeftRow,
  leavingRow,
  leftRow,
} from '../board.ts'
import { lastFollowUpDay } from '../rules.ts'
import { boardHandovers } from './boardHandovers.ts'
import { type BoardPerson, type BoardReader, leavingPeople, leftPeople } from './boardPeople.ts'
import { type MonthFigure, monthFigure } from './monthFigure.ts'

export interface BoardFilter {
  readonly days: number
  readonly order: 'ready' | 'soonest'
}

export interface ReleaseBoard {
  readonly leaving: readonly LeavingRow[]
  readonly left: readonly LeftRow[]
  readonly month: MonthFigure
}

const readerOf = ({ services }: Actor): BoardReader => ({
  establishments: services.flatMap(({ establishment }) => (establishment === null ? [] : [establishment])),
  services: services.flatMap(({ id, setting }) => (setting === 'community' ? [id] : [])),
})

/** Who leaves and who left, each with what they have and what is to be done next. Four queries, whatever their number. */
export const releaseBoard = async (tx: ReadTx, actor: Actor, filter: BoardFilter): Promise<ReleaseBoard> => {
  const reader = readerOf(actor)
  const leaving = await leavingPeople(tx, reader, filter.days)
  const left = await leftPeople(tx, reader, lastFollowUpDay)
  const handovers = await boardHandovers(
    tx,
    [...leaving, ...left].map(({ id }) => id),
  )
  const found = <Person extends BoardPerson>(person: Person): BoardFound<Person> => {
    const handover = handovers.get(person.id)
    return {
      person,
      handover,
      receives: actor.services.some(({ id }) => id === handover?.to_service_id),
      clinical: actor.role === 'clinical',
    }
  }
  return {
    leaving: inBoardOrder(
      leaving.map((row) => leavingRow(found(row), tx.today)),
      filter.order,
      tx.today,
    ),
    left: left.map((row) => leftRow(found(row), tx.today)),
    month: await monthFigure(tx, reader),
  }
}
