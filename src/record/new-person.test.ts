import { beforeAll, describe, expect, it } from 'vitest'
import { arrive } from '../../test/support/arrivals.ts'
import { type Visited, type Visitor, visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { buildTown } from '../../test/support/town.ts'
import { applyWhatWaited, readFeedLine, takeMessages } from '../custody/index.ts'
import { messageOf } from '../custody/told.ts'

const opened = withHouse()
let rosa: Visitor
let amira: Visitor
let lee: string

beforeAll(async () => {
  await buildTown(opened().house)
  rosa = await visit(opened().house, 'rosa')
  amira = await visit(opened().house, 'amira')
  lee = await arrive(opened().house, {
    givenName: 'Lee',
    familyName: 'Whitaker',
    prisonNumber: 'A1234BC',
    dateOfBirth: '1989-03-04',
  })
})

const errors = (page: Visited): string =>
  [...page.document.querySelectorAll('.govuk-error-summary__list a')]
    .map((link) => link.textContent)
    .join(' ')

const born = (day: string, month: string, year: string) => ({
  'birth-day': day,
  'birth-month': month,
  'birth-year': year,
})

const marcus = {
  given_name: 'Marcus',
  family_name: 'Bell',
  ...born('1', '6', '1992'),
  sex: 'M',
  prison_number: '',
  nhs_number: '',
  crn: '',
  why: 'admission',
  'day-day': '23',
  'day-month': '11',
  'day-year': '2026',
  time: '08:00',
}

const add = (who: Visitor, fields: Record<string, string>) =>
  who.send('/people/new', { ...marcus, ...fields })

const countOf = async (family: string): Promise<number> => {
  const found = await opened().house.database.intake(async ({ db }) => ({
    ok: true,
    value: await db.selectFrom('person').select('id').where('family_name', '=', family).execute(),
  }))
  return found.ok ? found.value.length : -1
}

describe('adding a person by hand', () => {
  it('who came in today, owes them a screen', async () => {
    const page = await add(rosa, { prison_number: 'a5555aa', nhs_number: '943 476 5919' })
    expect(page.words).toContain('Marcus Bell is added. An arrival screen is owed.')
    expect(page.document.querySelector('.tc-identity')?.textContent).toContain('A5555AA')
    expect(page.words).toContain('Screen Marcus Bell')
  })

  it('who was referred to a community service, owes them a triage', async () => {
    const page = await add(amira, { family_name: 'Reid', why: 'referral', source: 'self' })
    expect(page.words).toContain('Marcus Reid is added')
    expect((await amira.search('marcus reid')).words).toContain('Marcus Reid')
    expect((await rosa.search('marcus reid')).words).not.toContain('Marcus Reid')
  })

  it('whose number the actor knows, leads to that record', async () => {
    const page = await add(rosa, { family_name: 'Twinone', prison_number: 'A1234BC' })
    expect(page.words).toContain('This number is theirs: nothing was added')
    expect(page.words).toContain('Lee Whitaker')
    expect(await countOf('Twinone')).toBe(0)
  })

  it('whose number another service knows, leads to connect with what was typed', async () => {
    const page = await add(amira, {
      family_name: 'Twintwo',
      prison_number: 'A1234BC',
      ...born('4', '3', '1989'),
      why: 'referral',
      source: 'self',
    })
    expect(page.words).toContain('A record with this number exists, and nothing was added')
    expect(page.document.querySelector('[name=number]')?.getAttribute('value')).toBe('A1234BC')
    expect(page.document.querySelector('[name=birth-year]')?.getAttribute('value')).toBe('1989')
    expect(page.words).not.toContain('Whitaker')
    expect(await countOf('Twintwo')).toBe(0)
  })

  it('of a name and birth that is here already asks first', async () => {
    const twin = { given_name: 'Lee', family_name: 'Whittaker', ...born('4', '3', '1989') }
    const asked = await add(rosa, twin)
    expect(errors(asked)).toContain('Lee Whitaker, born 4 March 1989, is here already (A1234BC, leeds)')
    const added = await add(rosa, { ...twin, somebody_else: 'yes' })
    expect(added.words).toContain('Lee Whittaker is added')
    expect(lee).not.toBe('')
  })

  it.each([
    [{ ...born('31', '2', '1992') }, 'Enter a date that exists'],
    [{ ...born('1', '1', '2030') }, 'Enter a date of birth in the past'],
    [{ nhs_number: '943 476 5918' }, 'Check the NHS number'],
    [{ prison_number: '12' }, 'Enter a prison number'],
    [{ 'day-day': '24' }, 'Enter a day that is not in the future'],
    [{ why: 'referral' }, 'Say who referred them'],
    [{ why: 'referral', source: 'self', 'day-day': '24' }, 'This day is still to come'],
    [{ why: '' }, 'Say why they are added'],
    [{ given_name: 'x'.repeat(10_000) }, 'Shorten this to 100 characters'],
    [{ sex: 'nonsense' }, 'Choose their sex'],
  ])('is refused with what to enter, adds nobody and loses nothing: %j', async (fields, words) => {
    const page = await add(rosa, { family_name: 'Nobody', given_name: 'Zacharias', ...fields })
    expect(page.status).toBe(422)
    expect(errors(page)).toContain(words)
    expect(page.document.querySelector('[name=family_name]')?.getAttribute('value')).toBe('Nobody')
    expect(await countOf('Nobody')).toBe(0)
  })

  it('sent twice adds one', async () => {
    const form = await rosa.get('/people/new')
    const hidden = Object.fromEntries(
      [...form.document.querySelectorAll('main input[type=hidden]')].map((input) => [
        input.getAttribute('name') ?? '',
        input.getAttribute('value') ?? '',
      ]),
    )
    const fields = { ...hidden, ...marcus, given_name: 'Ophelia', family_name: 'Once' }
    const first = await rosa.post('/people/new', fields)
    const second = await rosa.post('/people/new', fields)
    expect(second.location).toBe(first.location)
    expect(await countOf('Once')).toBe(1)
  })

  it('applies what the feed had said of that number before', async () => {
    const { house } = opened()
    const line = JSON.stringify({
      eventType: 'prison-offender-events.prisoner.released',
      occurredAt: '2026-11-23T08:30:00Z',
      additionalInformation: {
        nomsNumber: 'A7777AA',
        reason: 'RELEASED',
        prisonId: 'LEI',
        currentPrisonStatus: 'NOT_UNDER_PRISON_CARE',
      },
    })
    const read = readFeedLine(line)
    if (read.kind !== 'movement') throw new Error(`The line was ${read.kind}.`)
    await house.database.intake((tx) => takeMessages(tx, [messageOf(read, line)]))
    const page = await add(rosa, { given_name: 'Quentin', family_name: 'Waits', prison_number: 'A7777AA' })
    expect(page.html).toContain('Leeds')
    const id = page.document.querySelector('.tc-identity__name')?.getAttribute('href') ?? ''
    await applyWhatWaited.run(
      { personId: id.replace('/people/', '') },
      { database: house.database, clock: house.services.clock },
    )
    expect((await rosa.get(id)).html).toContain('In the community since Monday 23 November')
  })
})
