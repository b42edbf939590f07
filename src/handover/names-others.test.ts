import { beforeAll, expect, it } from 'vitest'
import { arrive } from '../../test/support/arrivals.ts'
import { visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { buildTown } from '../../test/support/town.ts'
import { takeOn } from './testing.ts'

const opened = withHouse()
let personId = ''
let serviceId = ''

beforeAll(async () => {
  const { house } = opened()
  const town = await buildTown(house)
  serviceId = town.services.bradford
  personId = await arrive(house, {
    givenName: 'Kim',
    familyName: 'Reid',
    confirmedRelease: '2026-11-26',
  })
  await takeOn(house.database, { personId, serviceId: town.services.leeds, agreesToPassOn: true })
})

it('asks the sender to look at notes that speak of somebody else, and at no others', async () => {
  const rosa = await visit(opened().house, 'rosa')
  const colin = await visit(opened().house, 'colin')
  const write = (words: string, others: Record<string, string>) =>
    rosa.send(`/people/${personId}/notes/new`, {
      class: 'recovery',
      'day-day': '23',
      'day-month': '11',
      'day-year': '2026',
      words,
      ...others,
    })
  const opening = await colin.send(`/people/${personId}/handover/new`, {
    destination: 'Bradford',
    service: serviceId,
  })
  const id = /\/handovers\/([0-9a-f-]{36})/.exec(opening.html)?.[1] ?? ''
  await write('Slept well', {})
  expect((await colin.get(`/handovers/${id}/what-goes`)).words).not.toContain('somebody else')
  await write('His cellmate was with him', { names_others: 'yes' })
  const page = await colin.get(`/handovers/${id}/what-goes`)
  expect(page.words).toContain('One note here speaks of somebody else')
  const note = [...page.document.querySelectorAll('main a')].find((link) =>
    link.textContent.includes('Note of'),
  )
  expect((await colin.get(note?.getAttribute('href') ?? '')).words).toContain('His cellmate')
})
