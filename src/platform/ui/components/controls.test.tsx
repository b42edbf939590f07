import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import type { FormState } from '../form-state.ts'
import type { Html } from '../govuk/html.ts'
import { Checkboxes, Radios, Select } from './choice-controls.tsx'
import { DateInput } from './date-control.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { PasswordInput, Textarea, TextInput } from './text-controls.tsx'

const awkward = `<script>alert("x")</script> & O'Neill "quoted"`
const form = (values: FormState['values'], errors: FormState['errors'] = []): FormState => ({
  values,
  errors,
})
const page = (...markup: readonly Html[]) =>
  parseHTML(`<html><body>${markup.map(String).join('')}</body></html>`).document

const value = (document: ReturnType<typeof page>, selector: string) =>
  document.querySelector(selector)?.getAttribute('value')

describe('a form that failed comes back as it was typed', () => {
  it('in one line, with every character', () => {
    const document = page(
      <TextInput {...form({ name: awkward })} name="name" label={awkward} hint={awkward} />,
    )
    expect(value(document, 'input#name')).toBe(awkward)
    expect(document.querySelector('label')?.textContent?.trim()).toBe(awkward)
    expect(document.querySelector('script')).toBeNull()
  })

  it('in several lines, indented and beginning with an empty one', () => {
    const typed = '\n  first\n\n      second </textarea>\n'
    const text = String(<Textarea {...form({ note: typed })} name="note" label="Note" />)
    const inner = /<textarea[^>]*>\n([\s\S]*)<\/textarea>/.exec(text)?.[1]
    expect(inner).toBe(typed.replaceAll('<', '&lt;').replaceAll('>', '&gt;'))
  })

  it('in several lines inside an answer', () => {
    const note = <Textarea {...form({ why: 'one\n two\n   three' })} name="why" label="Why" />
    const items = [{ value: 'no', text: 'No', conditional: note }]
    const document = page(<Radios {...form({ agrees: 'no' })} name="agrees" label="Agrees?" items={items} />)
    expect(document.querySelector('textarea')?.textContent).toBe('one\n two\n   three')
  })

  it('in radios, checkboxes and a list', () => {
    const items = [
      { value: 'a', text: 'A' },
      { value: 'b', text: 'B' },
      { value: 'c', text: 'C' },
    ]
    const state = form({ one: 'b', many: ['a', 'c'], listed: 'c', ticked: 'b' })
    const document = page(
      <Radios {...state} name="one" label="One" items={items} />,
      <Checkboxes {...state} name="many" label="Many" items={items} />,
      <Checkboxes {...state} name="ticked" label="Ticked" items={items} />,
      <Select {...state} name="listed" label="Listed" items={items} placeholder="Choose" />,
    )
    const checked = [...document.querySelectorAll('input[checked]')].map(
      (input) => `${input.getAttribute('name')}=${input.getAttribute('value')}`,
    )
    expect(checked).toEqual(['one=b', 'many=a', 'many=c', 'ticked=b'])
    expect(value(document, 'option[selected]')).toBe('c')
  })

  it('in a date that is none', () => {
    const typed = { 'due-day': '31', 'due-month': 'Feb', 'due-year': ' 26' }
    const document = page(<DateInput {...form(typed)} name="due" label="Due" />)
    expect(['day', 'month', 'year'].map((part) => value(document, `[name=due-${part}]`))).toEqual([
      '31',
      'Feb',
      ' 26',
    ])
  })

  it('but never a password', () => {
    const state = form({ password: 'correct horse' })
    expect(
      String(<PasswordInput {...state} name="password" label="Password" autocomplete="current-password" />),
    ).not.toContain('correct horse')
  })
})

describe('every error links to its field', () => {
  const errors = ['name', 'note', 'one', 'many', 'listed', 'due', 'end-day', 'start-month'].map((field) => ({
    field,
    message: `Enter ${field}`,
  }))
  const state = form({}, errors)
  const items = [{ value: 'a', text: 'A' }]
  const document = page(
    <ErrorSummary errors={errors} />,
    <TextInput {...state} name="name" label="Name" />,
    <Textarea {...state} name="note" label="Note" />,
    <Radios {...state} name="one" label="One" items={items} />,
    <Checkboxes {...state} name="many" label="Many" items={items} />,
    <Select {...state} name="listed" label="Listed" items={items} />,
    <DateInput {...state} name="due" label="Due" />,
    <DateInput {...state} name="end" label="End" />,
    <DateInput {...state} name="start" label="Start" />,
  )

  it.each(errors)('$field', ({ message }) => {
    const link = [...document.querySelectorAll('.govuk-error-summary a')].find(
      (a) => a.textContent === message,
    )
    const target = document.getElementById(link?.getAttribute('href')?.slice(1) ?? '')
    expect(target?.tagName).toMatch(/^(INPUT|TEXTAREA|SELECT)$/)
    const described = target?.closest('.govuk-form-group--error')
    expect(described?.querySelector('.govuk-error-message')?.textContent).toContain(message)
  })

  it('and no id stands twice', () => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id)
    expect(ids).toEqual([...new Set(ids)])
  })

  it('marks the part of a date that is wrong, or all of one that is wrong as a whole', () => {
    const wrong = (name: string) => document.querySelectorAll(`[name^=${name}-].govuk-input--error`).length
    expect([wrong('due'), wrong('end'), wrong('start')]).toEqual([3, 1, 1])
  })
})
