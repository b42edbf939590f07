import { sendPage, sendRefusal } from '../../http/answer.tsx'
import type { Route } from '../../http/route.ts'
import { type FormState, typedValue } from '../../ui/index.ts'
import { holdingsOf } from '../account/holdings.ts'
import { back, type Own, type OwnForm, ownForm, ownPage, ownShell } from '../account/own.ts'
import { auditOwn } from '../audit.ts'
import { browserWords } from '../browser-words.ts'
import { ownOrigin, relyingParty } from '../origin.ts'
import { fullRights } from '../session.ts'
import { checkMade, type NewPasskey, optionsToAdd } from './add-passkey.ts'
import { AddPasskeyPage, RemovePasskeyPage } from './pages.tsx'

const recent = { recent: true } as const
const longestName = 60
const most = 20

const namedAddress = ({ context, services }: Own): string => {
  const url = new URL(ownOrigin(context, services))
  url.hostname = 'localhost'
  return url.origin
}

const showAdd = (own: Own, form: FormState): Response =>
  sendPage(
    own.context,
    <AddPasskeyPage
      shell={ownShell(own)}
      form={form}
      insteadAt={relyingParty(own.context, own.services) === null ? namedAddress(own) : null}
    />,
    form.errors.length > 0 ? 422 : 200,
  )

const look = ownPage(
  'add_passkey',
  async (own) =>
    showAdd(own, {
      values: { name: browserWords(own.context.req.header('user-agent') ?? null) },
      errors: [],
    }),
  recent,
)

const options = ownForm(
  'add_passkey',
  async ({ context, services, actor }) => {
    const party = relyingParty(context, services)
    return party === null
      ? sendRefusal(context, services, { kind: 'not_found', message: '' })
      : context.json(await optionsToAdd(services, actor, party))
  },
  recent,
)

/** Stores it; false where there are so many already, or this very one. */
const store = ({ context, services, actor }: OwnForm, passkey: NewPasskey, name: string): Promise<boolean> =>
  services.database.auth(async (db) => {
    const held = await db.selectFrom('passkey').select('id').where('staff_id', '=', actor.staffId).execute()
    if (held.length >= most) return false
    const added = await db
      .insertInto('passkey')
      .values({
        id: passkey.id,
        staff_id: actor.staffId,
        public_key: Buffer.from(passkey.publicKey),
        counter: passkey.counter,
        transports: [...passkey.transports],
        name,
        backed_up: passkey.backedUp,
        added_at: services.clock.now(),
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst()
    if (added.numInsertedOrUpdatedRows !== 1n) return false
    await fullRights(db, actor)
    await auditOwn(context, services, db, actor, { action: 'add_passkey', subject: name })
    return true
  })

const notMade =
  'The passkey was not added: the device did not answer as it should, or too late. Try again, or use another device'

const add = ownForm(
  'add_passkey',
  async (form) => {
    const { context, services, actor, values } = form
    const party = relyingParty(context, services)
    const name = typedValue(values, 'name').trim()
    if (name === '' || name.length > longestName)
      return showAdd(form, {
        values,
        errors: [{ field: 'name', message: `Give the passkey a name of at most ${longestName} characters` }],
      })
    const made = party === null ? null : await checkMade(services, actor, party, typedValue(values, 'answer'))
    return made !== null && (await store(form, made, name))
      ? back(form, 'passkey-added')
      : showAdd(form, { values: { name }, errors: [{ field: 'name', message: notMade }] })
  },
  recent,
)

const askRemove = ownPage(
  'remove_passkey',
  async (own) => {
    const { passkeys, passwordChangedAt, linked } = await holdingsOf(own.services, own.actor.staffId)
    const passkey = passkeys.find(({ id }) => id === own.context.req.query('key'))
    if (passkey === undefined) return back(own)
    const last = passkeys.length === 1 && passwordChangedAt === null && !linked
    return sendPage(
      own.context,
      <RemovePasskeyPage shell={ownShell(own)} id={passkey.id} name={passkey.name} last={last} />,
    )
  },
  recent,
)

const remove = ownForm(
  'remove_passkey',
  async (form) => {
    const { context, services, actor, values } = form
    await services.database.auth(async (db) => {
      const removed = await db
        .deleteFrom('passkey')
        .where('id', '=', typedValue(values, 'key'))
        .where('staff_id', '=', actor.staffId)
        .returning('name')
        .executeTakeFirst()
      if (removed !== undefined)
        await auditOwn(context, services, db, actor, { action: 'remove_passkey', subject: removed.name })
    })
    return back(form, 'passkey-removed')
  },
  recent,
)

const route = (path: string, method: 'GET' | 'POST', audit: string, serve: Route['serve']): Route => ({
  path,
  methods: [method],
  may: 'signed_in',
  audit,
  serve,
  whileLimited: audit === 'add_passkey',
})

/** Adding, naming and removing one's own passkeys. */
export const passkeyRoutes: readonly Route[] = [
  route('/account/passkeys/new', 'GET', 'add_passkey', look),
  route('/account/passkeys/options', 'POST', 'add_passkey', options),
  route('/account/passkeys', 'POST', 'add_passkey', add),
  route('/account/passkeys/remove', 'GET', 'remove_passkey', askRemove),
  route('/account/passkeys/remove', 'POST', 'remove_passkey', remove),
]
