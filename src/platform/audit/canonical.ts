import { createHash } from 'node:crypto'

/** Every column of an audit event, as text, in the order in which it is hashed. */
export const sealedColumns = [
  'id',
  'written_in',
  'at',
  'staff_id',
  'role',
  'service_ids',
  'action',
  'outcome',
  'person_ids',
  'subject',
  'address',
  'request_id',
  'why',
  'uninvolved',
] as const

/** An event as it is hashed: `at` in microseconds since 1970, everything else as PostgreSQL writes it. */
export type SealedEvent = Readonly<
  Record<(typeof sealedColumns)[number], string | readonly string[] | null>
> & {
  readonly id: string
  readonly written_in: string
  readonly at: string
}

/** What a seal says of one event: which, and the hash of all its columns. */
export interface Leaf {
  readonly id: string
  readonly digest: string
}

/** A seal without its hash. `from` and `to` are transactions: the first that it covers, the first that it does not. */
export interface SealBody {
  readonly number: number
  readonly from: string
  readonly to: string
  readonly events: number
  readonly previous: string
  readonly sealedAt: Temporal.Instant
}

export interface Seal extends SealBody {
  readonly hash: string
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Of one event: SHA-256 over its columns as a JSON list in their fixed order, which no other event writes alike. */
export const leafOf = (event: SealedEvent): Leaf => ({
  id: event.id,
  digest: sha256(JSON.stringify(sealedColumns.map((column) => event[column]))),
})

/** Of a seal: SHA-256 over everything that it says, the hash before it and each of its events. */
export const hashOf = (seal: SealBody, leaves: readonly Leaf[]): string =>
  sha256(
    JSON.stringify([
      'throughcare audit seal 1',
      seal.number,
      seal.from,
      seal.to,
      seal.events,
      seal.previous,
      seal.sealedAt.epochMilliseconds,
      leaves.map(({ id, digest }) => [id, digest]),
    ]),
  )

const idBytes = 16
const leafBytes = 48

/** Leaves as they are stored: 16 bytes of id and 32 of hash each. */
export const packLeaves = (leaves: readonly Leaf[]): Buffer =>
  Buffer.concat(
    leaves.flatMap(({ id, digest }) => [
      Buffer.from(id.replaceAll('-', ''), 'hex'),
      Buffer.from(digest, 'hex'),
    ]),
  )

const asUuid = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')

export const unpackLeaves = (stored: Buffer): readonly Leaf[] =>
  Array.from({ length: Math.floor(stored.length / leafBytes) }, (_, place) => {
    const leaf = stored.subarray(place * leafBytes, (place + 1) * leafBytes)
    return {
      id: asUuid(leaf.subarray(0, idBytes).toString('hex')),
      digest: leaf.subarray(idBytes).toString('hex'),
    }
  })
