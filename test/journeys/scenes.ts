import { takeOn } from '../../src/handover/testing.ts'
import { ok } from '../../src/platform/result.ts'
import type { AtBrowser, Stage } from '../support/at-a-browser.ts'
import { feed, registerPerson, tellReleaseDate } from '../support/feed.ts'

/** Whom a story is about. */
export interface Protagonist {
  readonly number: string
  readonly given: string
  readonly family: string
  readonly born: string
}

const idOf = async ({ house }: Stage, number: string): Promise<string> => {
  const found = await house.database.intake(async ({ db }) =>
    ok(
      await db
        .selectFrom('identifier')
        .select('person_id')
        .where('value', '=', number)
        .executeTakeFirstOrThrow(),
    ),
  )
  if (!found.ok) throw new Error(found.refusal.message)
  return found.value.person_id
}

/** A story that begins late: they came to Leeds on Friday and are in treatment there. Answers with their id. */
export const inTreatmentAtLeeds = async (
  stage: Stage,
  person: Protagonist,
  leavesOn: string | null,
): Promise<string> => {
  const { house, town } = stage
  const { number } = person
  await registerPerson(house, person)
  await feed(house, { number, reason: 'ADMISSION', prison: 'LEI', at: '2026-11-20T17:30:00' })
  if (leavesOn !== null) await tellReleaseDate(house, number, 'CRD', leavesOn)
  const personId = await idOf(stage, number)
  await takeOn(house.database, { personId, serviceId: town.services.leeds })
  return personId
}

/** What goes, on what basis, check, send: to a service that was chosen just before. */
export const finishAndSend = async (colin: AtBrowser, service: string): Promise<void> => {
  await colin.choose('Recovery records')
  await colin.fill('What do you ask of them?', 'Please meet him on the first day.')
  await colin.press('Save and go on')
  await colin.choose('They agreed at triage')
  await colin.press('Save and go on')
  await colin.reads('Please meet him on the first day.')
  await colin.press(`Send to ${service}`)
  await colin.reads(`Sent to ${service}. They can see it now`)
}

/** The hand-over from opening it on the release board to sending it. */
export const sendHandover = async (colin: AtBrowser, service: string): Promise<void> => {
  await colin.open('/releases')
  await colin.follow('Open hand-over')
  await colin.fill('Town or area where they will live', 'Bradford')
  await colin.choose(service)
  await colin.press('Save and go on')
  await colin.reads('opened. Nothing has been sent yet.')
  await finishAndSend(colin, service)
}

/** The receiving service opens what was sent and accepts. */
export const acceptHandover = async (receiver: AtBrowser, name: string): Promise<void> => {
  await receiver.open('/handovers')
  await receiver.follow(name)
  await receiver.reads('Please meet him on the first day.')
  await receiver.press('Accept')
  await receiver.reads(`Accepted. ${name} is now with you`)
}
