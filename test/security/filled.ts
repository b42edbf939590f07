import type { Visited } from '../support/browse.ts'

const part: Readonly<Record<string, string>> = { day: '23', month: '11', year: '2026', time: '10:30' }

const typedInto = (field: Element, name: string): string => {
  const end = name.split('-').at(-1) ?? ''
  if (end in part) return part[end] ?? ''
  if (field.getAttribute('value')) return field.getAttribute('value') ?? ''
  if (field.getAttribute('inputmode') === 'numeric' || field.getAttribute('type') === 'number') return '5'
  return 'Some words that say enough'
}

const chosen = (field: Element): string =>
  [...field.querySelectorAll('option')]
    .map((option) => option.getAttribute('value') ?? '')
    .find((value) => value !== '') ?? ''

/** A form of a page as somebody would fill it in who takes the first of every choice; without its token and key. */
export const filledIn = (
  { document }: Visited,
  more: Readonly<Record<string, string>> = {},
): Record<string, string | string[]> => {
  const fields: Record<string, string | string[]> = {}
  for (const field of document.querySelectorAll('main form [name]')) {
    const name = field.getAttribute('name') ?? ''
    const type = field.getAttribute('type') ?? field.tagName.toLowerCase()
    if (name.startsWith('_') || name in fields) continue
    if (['radio', 'checkbox', 'hidden', 'submit'].includes(type))
      fields[name] = field.getAttribute('value') ?? ''
    else fields[name] = type === 'select' ? chosen(field) : typedInto(field, name)
  }
  return { ...fields, ...more }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-/

/** Fields of a form that name a thing: a choice or a hidden field whose value is an identifier. */
export const naming = ({ document }: Visited): readonly string[] => {
  const values = [...document.querySelectorAll('main form input[name], main form option')]
  const named = values.filter((each) => uuid.test(each.getAttribute('value') ?? ''))
  const fields = named.map((each) => (each.closest('select') ?? each).getAttribute('name') ?? '')
  return [...new Set(fields)].filter((name) => !name.startsWith('_'))
}
