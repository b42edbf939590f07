import { parseHTML } from 'linkedom'
import { expect, it } from 'vitest'
import type { Shell } from '../shell.ts'
import { ConflictPage } from './conflict.tsx'

const shell: Shell = {
  nonce: 'n',
  csrf: 'fresh',
  path: '/plan',
  today: Temporal.PlainDate.from('2026-11-22'),
  navigation: [],
  build: '0',
}

it('shows both versions, and can send what was typed again from the version that stands now', () => {
  const { document } = parseHTML(
    String(
      <ConflictPage
        shell={shell}
        what="The plan"
        fields={[{ label: 'What matters', typed: 'one\n two', now: 'three' }]}
        startAgain="/plan"
        keepTyped={{
          action: '/plan',
          idempotencyKey: 'k2',
          version: 5,
          values: { _version: '4', _csrf: 'stale', matters: 'one\n two', wing: ['A', 'B'] },
        }}
      />,
    ),
  )
  expect([...document.querySelectorAll('.tc-typed')].map((words) => words.textContent)).toEqual([
    'one\n two',
    'three',
  ])
  const sent = [...document.querySelectorAll('form input')].map(
    (input) => `${input.getAttribute('name')}=${input.getAttribute('value')}`,
  )
  expect(sent).toEqual([
    '_csrf=fresh',
    '_idempotency_key=k2',
    '_version=5',
    'matters=one\n two',
    'wing=A',
    'wing=B',
  ])
})
