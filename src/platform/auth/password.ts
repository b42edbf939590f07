import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'

interface Cost {
  readonly memory: number
  readonly passes: number
  readonly parallelism: number
}

/** OWASP's second recommendation for argon2id: 19 MiB, two passes, one lane. */
const cost: Cost = { memory: 19_456, passes: 2, parallelism: 1 }

const derive = (password: string, nonce: Buffer, { memory, passes, parallelism }: Cost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    argon2(
      'argon2id',
      { message: Buffer.from(password.normalize('NFC')), nonce, parallelism, tagLength: 32, memory, passes },
      (error, key) => (error === null ? resolve(key) : reject(error)),
    )
  })

/** A password as it is stored: `argon2id$memory$passes$parallelism$salt$hash`. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16)
  const hash = await derive(password, salt, cost)
  return [
    'argon2id',
    cost.memory,
    cost.passes,
    cost.parallelism,
    salt.toString('base64url'),
    hash.toString('base64url'),
  ].join('$')
}

/** Whether `password` is the one behind `stored`. */
export const isPassword = async (password: string, stored: string): Promise<boolean> => {
  const [, memory, passes, parallelism, salt, hash] = stored.split('$')
  if (salt === undefined || hash === undefined) return false
  const expected = Buffer.from(hash, 'base64url')
  const given = await derive(password, Buffer.from(salt, 'base64url'), {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  })
  return given.length === expected.length && timingSafeEqual(given, expected)
}

let nobody: Promise<string> | undefined

/** Takes the time of a check against nobody's password, so that an unknown name answers no sooner than a known one. */
export const pretendToCheck = async (password: string): Promise<false> => {
  nobody ??= hashPassword(randomBytes(16).toString('hex'))
  await isPassword(password, await nobody)
  return false
}
