import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { arrive } from '../../test/support/arrivals.ts'
import { type Visitor, visit } from '../../test/support/browse.ts'
import { mondayMorning, withHouse } from '../../test/support/house.ts'
import { buildTown } from '../../test/support/town.ts'

const opened = withHouse()
let rosa: Visitor
let person: string
let count = 0

beforeAll(async () => {
  await buildTown(opened().house)
  rosa = await visit(opened().house, 'rosa')
})

beforeEach(async () => {
  opened().clock.set(mondayMorning)
  count += 1
  person = await arrive(opened().house, {
    givenName: 'Dale',
    familyName: `Ford${'abcdefghijklmnopqrstuvwxyz'[count]}`,
    prisonNumber: `A10${10 + count}AA`,
  })
})

const on = (name: string, day: string): Record<string, string> => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}

const move = (fields: Record<string, string>) => rosa.send(`/people/${person}/movements/new`, fields)
const errors = (page: { document: Document }) =>
  [...page.document.querySelectorAll('.govuk-error-summary__list a')].map((link) => link.textContent)

describe('a move recorded by hand', () => {
  it('moves where they are, and counts from the day', async () => {
    const page = await move({ what: 'to_court', ...on('day', '2026-11-23'), time: '08:10' })
    expect(page.words).toContain(
      'Recorded: went to court. Sessions today are at risk, and court can become release.',
    )
    expect(page.html).toContain('At court, from Leeds')
  })

  it('as a release owes what comes after it', async () => {
    const page = await move({ what: 'release_unplanned', ...on('day', '2026-11-23') })
    expect(page.words).toContain('a call sheet is owed')
    expect(page.html).toContain('In the community since Monday 23 November')
  })

  it('of the day they came in, without a time, happened after they came', async () => {
    const page = await move({ what: 'to_hospital', ...on('day', '2026-11-22') })
    expect(page.html).toContain('In hospital, from Leeds')
  })

  it.each([
    [{ what: 'release', ...on('day', '2026-11-24') }, 'Enter a day that is not in the future'],
    [{ what: 'release', ...on('day', '2026-11-20') }, 'Something later has been recorded already'],
    [{ what: 'release', ...on('day', '2026-02-31') }, 'Enter a date that exists'],
    [{ what: 'admission', ...on('day', '2026-11-23'), establishment: 'LEI' }, 'in custody already'],
    [
      { what: 'to_court', ...on('day', '2026-11-23'), time: '23:00' },
      'Enter a time that is not in the future',
    ],
    [{ what: 'to_court', ...on('day', '2026-11-22'), time: '06:00' }, 'Something later has been recorded'],
    [{ what: 'transfer_in', ...on('day', '2026-11-23') }, 'Choose the prison'],
    [
      { what: 'transfer_in', ...on('day', '2026-11-23'), establishment: 'ZZZ' },
      'Choose a prison from the list',
    ],
    [{ what: 'nonsense', ...on('day', '2026-11-23') }, 'Choose what happened'],
  ])('is refused where it does not fit, and loses nothing: %j', async (fields, words) => {
    const page = await move({ establishment: '', ...fields })
    expect(page.status).toBe(422)
    expect(errors(page).join(' ')).toContain(words)
    expect(page.document.querySelector('[name=day-day]')?.getAttribute('value')).toBe(
      new Map(Object.entries(fields)).get('day-day'),
    )
    expect((await rosa.get(`/people/${person}/history`)).words).not.toContain('by hand')
  })

  it('as a death stops the clocks, tells those involved, and can be set aside', async () => {
    const dead = await move({ what: 'death', ...on('day', '2026-11-23') })
    expect(dead.words).toContain('has died')
    expect(dead.words).toContain('Nothing is owed')
    const told = await opened().house.database.intake(async ({ db }) => ({
      ok: true,
      value: await db.selectFrom('notice').select('kind').where('person_id', '=', person).execute(),
    }))
    expect(told.ok && told.value.map(({ kind }) => kind)).toContain('death')
    const history = await rosa.get(`/people/${person}/history`)
    const link = history.document.querySelector('a[href$=set-aside]')?.getAttribute('href') ?? ''
    expect(link).toMatch(/^\/feed\//)
    await rosa.send(link, { why: 'Somebody else of that name' })
    const undone = await rosa.get(`/people/${person}/history`)
    expect(undone.words).toContain('Set aside: Somebody else of that name')
    expect((await rosa.get(`/people/${person}`)).words).toContain('Screen Dale')
  })
})

const date = (fields: Record<string, string>) => rosa.send(`/people/${person}/release-dates/new`, fields)

describe('a release date recorded by hand', () => {
  it('becomes the working date, a Friday a day earlier, and says how it came about', async () => {
    const page = await date({
      type: 'CRD',
      stands: 'yes',
      ...on('date', '2027-03-05'),
      source: 'Custody office',
    })
    expect(page.words).toContain('The working release date is now Thursday 4 March 2027')
    expect(page.words).toContain('recorded as Friday 5 March 2027')
    expect(page.words).toContain('Day of Release from Detention')
    expect(page.words).toContain('Custody office; typed by Rosa Example, Leeds recovery team')
  })

  it('keeps what it took the place of, and can be withdrawn', async () => {
    await date({ type: 'CRD', stands: 'yes', ...on('date', '2027-03-03'), source: 'Custody office' })
    opened().clock.set(mondayMorning.add({ minutes: 5 }))
    const page = await date({ type: 'CRD', stands: 'no', source: 'Recalculated' })
    expect(page.words).toContain('No date that counts is known now')
    expect(page.words).toContain('Until today at 09:00: then withdrawn')
    expect(page.words).toContain('as for most people on remand')
  })

  it('is the working date that the engine derives, to the day', async () => {
    await date({ type: 'CONF', stands: 'yes', ...on('date', '2026-12-11'), source: 'Custody office' })
    const page = await rosa.get(`/people/${person}/release`)
    expect(page.document.querySelector('.tc-identity')?.textContent).toContain('Friday 11 December')
    expect(page.words).toContain('Friday 11 December, in 18 days, confirmed')
  })

  it.each([
    [{ type: 'CRD', stands: 'yes', source: 'x' }, 'Enter the date'],
    [{ type: 'CRD', stands: 'yes', ...on('date', '2027-02-31'), source: 'x' }, 'Enter a date that exists'],
    [{ type: 'CRD', stands: 'yes', ...on('date', '2020-02-01'), source: 'x' }, 'after they came in'],
    [{ type: 'CRD', stands: 'no', source: 'x' }, 'There is no such date to withdraw'],
    [{ type: 'WHEN', stands: 'no', source: 'x' }, 'Choose which date it is'],
    [{ type: 'CRD', stands: 'no', source: 'x'.repeat(10_000) }, 'Shorten this to 200 characters'],
    [{ type: 'CRD', stands: 'no', source: '' }, 'Say who told you'],
  ])('is refused where it cannot be: %j', async (fields, words) => {
    const page = await date(fields)
    expect(page.status).toBe(422)
    expect(errors(page).join(' ')).toContain(words)
  })
})

describe('the pages', () => {
  it.each(['movements/new', 'release-dates/new', 'release', 'history'])(
    '%s answer those who do not work with them as if nobody were there',
    async (path) => {
      const isla = await visit(opened().house, 'isla')
      expect((await isla.get(`/people/${person}/${path}`)).status).toBe(404)
      expect((await isla.post(`/people/${person}/${path}`, {})).status).not.toBe(200)
    },
  )
})
