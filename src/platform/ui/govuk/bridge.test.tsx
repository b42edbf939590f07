import { describe, expect, it } from 'vitest'
import { govukButton, govukInsetText, govukTag, govukTextarea } from './govuk.ts'
import { mojBadge, mojSubNavigation } from './moj.ts'

describe('the bridge to the official templates', () => {
  it('escapes text', () => {
    expect(String(govukTag({ text: '<b>ACCT</b>' }))).toContain('&lt;b&gt;ACCT&lt;/b&gt;')
    expect(String(mojBadge({ text: '<b>ACCT</b>' }))).toContain('&lt;b&gt;ACCT&lt;/b&gt;')
  })

  it('escapes attributes', () => {
    const items = [{ text: 'Plan', href: '/plan"onclick="x' }]
    expect(String(mojSubNavigation({ label: 'Lee', items }))).toContain('/plan&quot;onclick=&quot;x')
    expect(String(govukButton({ text: 'Save', attributes: { 'data-x': '"><b>' } }))).not.toContain('<b>')
  })

  it('takes rendered JSX as html, with what it holds escaped', () => {
    const name = '<i>Lee</i>'
    const markup = govukInsetText({ html: <strong>{name}</strong> })
    expect(String(markup)).toContain('<strong>&lt;i&gt;Lee&lt;/i&gt;</strong>')
  })

  it('does not take a plain string as html', () => {
    // @ts-expect-error a string that somebody typed is no markup
    govukInsetText({ html: '<b>typed</b>' })
    // @ts-expect-error the same for MoJ's
    mojBadge({ html: '<b>typed</b>' })
  })

  it('stands in a page as markup, not as text', () => {
    expect(String(<p>{govukTag({ text: 'New' })}</p>)).toContain('<p><strong class="govuk-tag')
  })

  it('leaves out the blank lines of a template, and none that somebody typed', () => {
    const typed = 'First.\n\n   Second.'
    const markup = String(
      govukTextarea({ id: 'words', name: 'words', label: { text: 'Words' }, value: typed }),
    )
    expect(markup).toContain(`>${typed}</textarea>`)
    expect(markup.replace(typed, '')).not.toMatch(/\n\s*\n/)
  })

  it('refuses a component that is not there yet', () => {
    const Later = async () => <b>later</b>
    expect(() => govukInsetText({ html: <Later /> })).toThrow(/asynchronous/)
  })
})
