import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import type { Shell } from '../shell.ts'
import { Layout } from './layout.tsx'

const shell: Shell = {
  nonce: 'n0nce',
  csrf: 't0ken',
  path: '/board/leeds',
  today: Temporal.PlainDate.from('2026-11-22'),
  navigation: [
    { text: 'Today', href: '/' },
    { text: 'Board', href: '/board' },
  ],
  account: { name: 'Amira <b>', signOut: '/sign-out' },
  flash: { kind: 'success', message: 'Triage recorded <b>' },
  build: '0.1.0',
}
const markup = String(
  <Layout shell={shell} title="Leaving & left" errors={[{ field: 'name', message: 'Enter a name' }]}>
    <p>Here</p>
  </Layout>,
)
const { document } = parseHTML(markup)

describe('the document', () => {
  it('is HTML in English with its title, an error said first', () => {
    expect(markup.startsWith('<!DOCTYPE html><html lang="en"')).toBe(true)
    expect(document.title).toBe('Error: Leaving & left – Throughcare')
  })

  it('has one inline script, which carries the nonce, and no inline styles', () => {
    const inline = [...document.querySelectorAll('script:not([src])')]
    expect(inline.map((script) => script.getAttribute('nonce'))).toEqual(['n0nce'])
    expect(markup).not.toMatch(/<style|\sstyle=|\son\w+=/)
  })

  it('marks where one is', () => {
    expect(document.querySelector('[aria-current]')?.textContent?.trim()).toBe('Board')
  })

  it('signs out by a form with its token', () => {
    const form = document.querySelector('form[action="/sign-out"]')
    expect(form?.querySelector('[name=_csrf]')?.getAttribute('value')).toBe('t0ken')
  })

  it('says what was saved and what is wrong, with the same characters', () => {
    expect(document.querySelector('.moj-alert__content')?.textContent?.trim()).toBe('Triage recorded <b>')
    expect(document.querySelector('.govuk-error-summary a')?.getAttribute('href')).toBe('#name')
  })

  it('wears no crown', () => expect(markup).not.toMatch(/crown|gov\.uk|ogl/i))
})
