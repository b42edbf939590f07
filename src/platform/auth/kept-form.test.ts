import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { arrive } from '../../../test/support/arrivals.ts'
import { type Visited, type Visitor, visit } from '../../../test/support/browse.ts'
import { withHouse } from '../../../test/support/house.ts'
import { buildTown, townPassword } from '../../../test/support/town.ts'

const opened = withHouse()
const phone = '07700 900 982'

let form: string
let number = 1000

beforeAll(async () => {
  await buildTown(opened().house)
})

beforeEach(async () => {
  number += 1
  const id = await arrive(opened().house, {
    givenName: 'Lee',
    familyName: 'Whitaker',
    prisonNumber: `A${number}AA`,
  })
  form = `/people/${id}/contact-details`
})

const hidden = (page: Visited): Record<string, string> =>
  Object.fromEntries(
    [...page.document.querySelectorAll('main form input[type=hidden]')].map((input) => [
      input.getAttribute('name') ?? '',
      input.getAttribute('value') ?? '',
    ]),
  )

const typedIn = (page: Visited): Record<string, string | null | undefined> => ({
  phone: page.document.querySelector('[name=phone]')?.getAttribute('value'),
  note: page.document.querySelector('[name=safe_to_ring_note]')?.textContent,
})

const words = { phone, safe_to_ring: 'person_no_message', safe_to_ring_note: 'Not before ten, “he sleeps”' }

const later = (minutes: number): void => {
  const { clock } = opened()
  clock.set(clock.now().add({ minutes }))
}

const signInAgain = async (visitor: Visitor, name: string, sentTo: string | null): Promise<Visited> => {
  const to = new URL(sentTo ?? '', 'http://localhost').searchParams.get('to') ?? ''
  return visitor.post('/sign-in', { sign_in_name: name, password: townPassword, to })
}

const sendTooLate = async (
  visitor: Visitor,
): Promise<{ sent: Record<string, string>; to: string | null }> => {
  const sent = { ...hidden(await visitor.get(form)), ...words }
  later(61)
  const answer = await visitor.post(form, sent)
  expect(answer.location).toMatch(/^\/sign-in\?to=.*&kept=yes$/)
  return { sent, to: answer.location }
}

describe('what is sent after the sign-in has ended', () => {
  it('is shown as it was typed after signing in again, and saved once when it is sent', async () => {
    const rosa = await visit(opened().house, 'rosa')
    const { to } = await sendTooLate(rosa)
    expect((await rosa.get(to ?? '')).words).toContain('It is kept for an hour')
    const back = await signInAgain(rosa, 'rosa', to)
    const page = await rosa.get(back.location ?? '')
    expect(page.status).toBe(200)
    expect(page.words).toContain('What you typed before your sign-in ended is still here, and not saved yet')
    expect(typedIn(page)).toEqual({ phone, note: words.safe_to_ring_note })
    const again = { ...hidden(page), ...words }
    const done = await rosa.post(form, again)
    expect(done.status).toBe(303)
    expect((await rosa.post(form, again)).location).toBe(done.location)
    expect(typedIn(await rosa.get(form)).phone).toBe(phone)
  })

  it('is not taken by the form of the ended session itself', async () => {
    const rosa = await visit(opened().house, 'rosa')
    const { sent, to } = await sendTooLate(rosa)
    await signInAgain(rosa, 'rosa', to)
    expect((await rosa.post(form, sent)).words).toContain('Your sign-in changed since this page was opened')
    expect(typedIn(await rosa.get(form)).phone).toBe('')
  })

  it('is shown to nobody else, whoever signs in at that browser', async () => {
    const rosa = await visit(opened().house, 'rosa')
    const { to } = await sendTooLate(rosa)
    const back = await signInAgain(rosa, 'colin', to)
    const page = await rosa.get(back.location ?? '')
    expect(page.status).toBe(200)
    expect(typedIn(page).phone).toBe('')
    expect(page.words).not.toContain('still here')
  })

  it('is shown beside what somebody else has saved since', async () => {
    const rosa = await visit(opened().house, 'rosa')
    const { to } = await sendTooLate(rosa)
    const colin = await visit(opened().house, 'colin')
    await colin.send(form, { phone: '07700 900 111', safe_to_ring: 'person_no_message' })
    const back = await signInAgain(rosa, 'rosa', to)
    const page = await rosa.get(back.location ?? '')
    expect(page.status).toBe(409)
    expect(page.words).toContain(phone)
    expect(page.words).toContain('07700 900 111')
  })

  it('is kept for an hour', async () => {
    const rosa = await visit(opened().house, 'rosa')
    const { to } = await sendTooLate(rosa)
    later(60)
    const back = await signInAgain(rosa, 'rosa', to)
    expect(typedIn(await rosa.get(back.location ?? '')).phone).toBe('')
  })

  it('is kept only where it comes from a form of that session, and sealed', async () => {
    const { database } = opened().house
    const kept = () => database.auth((db) => db.selectFrom('kept_form').select('sealed').execute())
    const rosa = await visit(opened().house, 'rosa')
    await rosa.get(form)
    later(61)
    const before = await kept()
    expect((await rosa.post(form, { ...words, _csrf: 'made up' })).location).toBe('/sign-in')
    expect(await kept()).toEqual(before)
    await sendTooLate(await visit(opened().house, 'rosa'))
    for (const { sealed } of await kept()) expect(sealed).not.toMatch(/sleeps|07700/)
  })

  it('is not kept where somebody has ended that session themself from elsewhere', async () => {
    const lost = await visit(opened().house, 'rosa')
    const sent = { ...hidden(await lost.get(form)), ...words }
    const home = await visit(opened().house, 'rosa')
    const { document } = await home.get('/account')
    await home.post('/account/sessions/end-all', {
      _csrf: document.querySelector('main [name=_csrf]')?.getAttribute('value') ?? '',
    })
    expect((await lost.post(form, sent)).location).toBe('/sign-in')
  })
})

describe('how long somebody stays signed in', () => {
  it('stands on every page, in words and in seconds', async () => {
    const rosa = await visit(opened().house, 'rosa')
    const { document } = await rosa.get('/account')
    const part = document.querySelector('[data-session-ends]')
    expect(part?.textContent).toMatch(
      /until \d\d:\d\d if you open or send nothing, and until \d\d:\d\d at the latest/,
    )
    expect(part?.getAttribute('data-session-ends')).toBe('3600')
    expect(part?.getAttribute('data-session-latest')).toBe('43200')
  })

  it('is not made longer by asking, but by staying', async () => {
    const rosa = await visit(opened().house, 'rosa')
    const csrf = hidden(await rosa.get('/account'))._csrf ?? ''
    const ends = async (): Promise<number> => JSON.parse((await rosa.get('/session')).html).ends
    later(50)
    expect(await ends()).toBe(600)
    expect(await ends()).toBe(600)
    expect((await rosa.post('/session/stay', { _csrf: 'made up' })).status).toBe(403)
    const stayed = await rosa.post('/session/stay', { _csrf: csrf })
    expect(JSON.parse(stayed.html)).toEqual({ ends: 3600, latest: 40_200 })
    later(60)
    expect(await ends()).toBe(0)
  })
})
