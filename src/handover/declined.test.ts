import { expect, it } from 'vitest'
import { arrive } from '../../test/support/arrivals.ts'
import { visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { buildTown } from '../../test/support/town.ts'
import type { Result } from '../platform/result.ts'
import { answerHandover, openHandover, sendHandover } from './index.ts'
import { takeOn } from './testing.ts'

const opened = withHouse()

const value = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}

it('a hand-over declined weeks before release is to be done now, whenever the next is due', async () => {
  const { house } = opened()
  const town = await buildTown(house)
  const { leeds, bradford } = town.services
  const staffOf = (name: string) => town.staff[name] ?? { id: '', role: '' }
  const as = (name: string) => ({ staffId: staffOf(name).id, role: staffOf(name).role })
  const by = { serviceId: leeds, staffId: staffOf('colin').id }
  const given = { givenName: 'Dale', familyName: 'Ford', confirmedRelease: '2027-01-27' }
  const personId = await arrive(house, given)
  await takeOn(house.database, { personId, serviceId: leeds })
  const handoverId = value(
    await house.database.write(as('colin'), (tx) =>
      openHandover(tx, { personId, by, kind: 'release', destination: 'Bradford', toServiceId: bradford }),
    ),
  )
  const colin = await visit(house, 'colin')
  const doNow = async (): Promise<string> => {
    const { document } = await colin.get('/today')
    return document.querySelector('section[aria-labelledby=do-now]')?.textContent ?? ''
  }
  const sending = {
    handoverId,
    by,
    role: 'coordinator' as const,
    toServiceId: bradford,
    parts: ['recovery' as const],
    basis: 'agreed_at_triage' as const,
    basisReason: null,
    ask: 'Please carry on with his treatment.',
  }
  value(await house.database.write(as('colin'), (tx) => sendHandover(tx, sending)))
  expect(await doNow()).not.toContain('Choose another service')
  const no = { answer: 'declined' as const, reason: 'area' as const, suggestedServiceId: null, words: null }
  const theirs = { serviceId: bradford, staffId: staffOf('amira').id }
  value(
    await house.database.write(as('amira'), (tx) =>
      answerHandover(tx, { handoverId, by: theirs, answer: no }),
    ),
  )
  expect(await doNow()).toContain('Choose another service for Dale Ford')
})
