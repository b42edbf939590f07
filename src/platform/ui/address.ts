/** The filters of a list as its address holds them. */
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>

const pairs = (query: Query): [string, string][] =>
  Object.entries(query).flatMap(([name, value]): [string, string][] => {
    if (value === undefined || value === '') return []
    return typeof value === 'string' ? [[name, value]] : value.map((one): [string, string] => [name, one])
  })

/**
 * The address of the same list with some of its query changed; `undefined` takes one off.
 * `addressWith('/board', { prison: 'LEI', page: '3' }, { page: undefined })` is `/board?prison=LEI`.
 */
export const addressWith = (path: string, query: Query, change: Query = {}): string => {
  const search = new URLSearchParams(pairs({ ...query, ...change })).toString()
  return search === '' ? path : `${path}?${search}`
}
