import type { CameOf } from './model.ts'

const ourselves = ['localhost', '127.0.0.1']

/** Why an address may not be called, as a sentence for who typed it; null where it may. */
export const whyNotCalled = (typed: string, hosts: readonly string[]): string | null => {
  const url = URL.parse(typed)
  if (url === null || !/^https?:$/.test(url.protocol))
    return 'Enter the whole address, such as https://alerts.example.org/throughcare'
  if (url.protocol === 'http:' && !ourselves.includes(url.hostname))
    return 'Enter an address that begins with https://'
  if (url.username !== '' || url.password !== '') return 'Leave out the name and password before the @'
  if (!hosts.includes(url.host))
    return `This service may not call ${url.host}. Ask whoever runs Throughcare for you to allow that host`
  return null
}

/** Whether trying again may help. */
export const isWorthAgain = (cameOf: CameOf): boolean =>
  ['not_taken', 'no_answer', 'too_slow'].includes(cameOf)
