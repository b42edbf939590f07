import { beforeAll, describe, expect, it } from 'vitest'
import { arrive } from '../../test/support/arrivals.ts'
import { type Visited, type Visitor, visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { buildTown } from '../../test/support/town.ts'

const opened = withHouse()
let rosa: Visitor
let nadia: Visitor
let lee: string

beforeAll(async () => {
  await buildTown(opened().house)
  rosa = await visit(opened().house, 'rosa')
  nadia = await visit(opened().house, 'nadia')
  lee = await arrive(opened().house, { givenName: 'Lee', familyName: 'Whitaker', prisonNumber: 'A1234BC' })
})

const onMonday = { 'day-day': '23', 'day-month': '11', 'day-year': '2026' }

const errors = (page: Visited): string =>
  [...page.document.querySelectorAll('.govuk-error-summary__list a')]
    .map((link) => link.textContent)
    .join(' ')

const write = (who: Visitor, fields: Record<string, string>) =>
  who.send(`/people/${lee}/notes/new`, { ...onMonday, ...fields })
const linkTo = (page: Visited, words: string): string =>
  [...page.document.querySelectorAll('a')]
    .find((link) => link.textContent?.includes(words))
    ?.getAttribute('href') ?? ''

describe('a note', () => {
  it('is written in a class that says who sees it', async () => {
    const page = await write(rosa, {
      class: 'recovery',
      words: 'Wants to see his daughter.\r\nSleeps badly.',
    })
    expect(page.words).toContain('The wing, probation and courts will not')
    expect(page.words).toContain('Wants to see his daughter.')
    expect((await nadia.get(`/people/${lee}?kind=notes`)).words).toContain('Wants to see his daughter.')
  })

  it('is kept once, though it is sent again after going back', async () => {
    const words = { class: 'recovery', words: 'Asked for a radio.' }
    await write(rosa, words)
    expect(errors(await write(rosa, words))).toContain('they are kept once')
    const all = await rosa.get(`/people/${lee}?kind=notes`)
    expect(all.words.match(/Asked for a radio/g)).toHaveLength(1)
  })

  it('of the clinic is not hinted at to the recovery team', async () => {
    await write(nadia, { class: 'clinical', words: 'Methadone 40 ml at 08:10' })
    const page = await rosa.get(`/people/${lee}?kind=notes`)
    expect(page.html).not.toContain('Methadone')
    expect(page.html).not.toContain('Clinical note')
    const theirs = await nadia.get(`/people/${lee}?kind=notes`)
    expect((await rosa.get(linkTo(theirs, 'Clinical note'))).status).toBe(404)
  })

  it('of safeguarding is raised, and not read again', async () => {
    const page = await write(rosa, { class: 'safeguarding', words: 'Somebody takes his money' })
    expect(page.words).toContain('You will not be able to read it again')
    expect(page.words).not.toContain('takes his money')
  })

  it('is put right, and what it said before stays readable', async () => {
    await write(rosa, { class: 'recovery', words: 'Rang his brother Tom' })
    const note = await rosa.get(linkTo(await rosa.get(`/people/${lee}`), 'Recovery note'))
    const amend = linkTo(note, 'Put it right')
    const stale = await rosa.get(amend)
    const right = await rosa.send(amend, { ...onMonday, words: 'Rang his brother Tim' })
    expect(right.words).toContain('Rang his brother Tim')
    expect(right.words).toContain('What it said before')
    expect(right.words).toContain('Rang his brother Tom')
    const late = await rosa.post(amend, {
      _csrf: stale.document.querySelector('[name=_csrf]')?.getAttribute('value') ?? '',
      _version: stale.document.querySelector('[name=_version]')?.getAttribute('value') ?? '',
      ...onMonday,
      words: 'Rang his brother Ted',
    })
    expect(late.status).toBe(409)
    expect(late.words).toContain('Ted')
    expect(late.words).toContain('Tim')
    const timeline = await rosa.get(`/people/${lee}?kind=notes`)
    expect(timeline.words).not.toContain('brother Tom')
  })

  it('that names somebody else at the prison says so, and a copy leaves the name out', async () => {
    await arrive(opened().house, { givenName: 'Dale', familyName: 'Ford', prisonNumber: 'A7777BC' })
    const page = await write(rosa, { class: 'recovery', words: 'Owes Dale Ford two vapes' })
    expect(page.words).toContain('It names Dale Ford')
    const note = linkTo(await rosa.get(`/people/${lee}?kind=notes`), 'Recovery note')
    expect((await rosa.get(note)).words).toContain('These words speak of somebody else')
    const copy = await rosa.get(`${note}/copy`)
    expect(copy.words).toContain('Owes [somebody else] two vapes')
    expect(copy.words).toContain('For the prison recordNothing of this note may go there')
  })

  it.each([
    [{ words: '' }, 'Write the note'],
    [{ words: 'x'.repeat(10_000) }, 'Shorten this to 8,000 characters'],
    [{ class: 'clinical', words: 'x' }, 'Choose who is to see it'],
    [{ class: 'nonsense', words: 'x' }, 'Choose who is to see it'],
    [{ words: 'x', 'day-day': '31', 'day-month': '2' }, 'Enter a date that exists'],
    [{ words: 'x', 'day-day': '24' }, 'not in the future'],
  ])('is refused with what to do: %j', async (fields, words) => {
    const page = await write(rosa, {
      class: 'recovery',
      ...fields,
    })
    expect(page.status).toBe(422)
    expect(errors(page)).toContain(words)
    expect(page.document.querySelector('[name=words]')?.textContent?.trim()).toBe(fields.words)
  })
})
