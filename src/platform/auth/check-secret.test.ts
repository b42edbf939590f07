import { expect, it } from 'vitest'
import { withHouse } from '../../../test/support/house.ts'
import { openSecrets } from '../secrets.ts'
import { checkSecret } from './check-secret.ts'

const opened = withHouse()

it('starts again with the secret that the database was used with, and with no other', async () => {
  const { database } = opened().house
  const with32 = (secret: string) => ({
    database,
    secrets: openSecrets({ secret, dataFolder: '/nowhere' }),
  })
  await checkSecret(with32('the first secret of this database'))
  await checkSecret(with32('the first secret of this database'))
  await expect(checkSecret(with32('another secret for this database'))).rejects.toThrow(
    /THROUGHCARE_SECRET .* is not the one/,
  )
})
