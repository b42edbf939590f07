import { initAll as startGovuk } from './govuk-frontend.js'
import { initAll as startMoj } from './moj-frontend.js'
import './session.js'

startGovuk()
startMoj()

// A print is told to the service before it happens; what cannot be told is not printed by its button.
const page = document.body.dataset.page
let told = false

const tellOfPrint = () =>
  fetch('/printed', {
    method: 'POST',
    keepalive: true,
    body: new URLSearchParams({
      page,
      _csrf: document.querySelector('.tc-account [name=_csrf]')?.value ?? '',
    }),
  })

const print = async (button) => {
  const answer = page === undefined ? { ok: true } : await tellOfPrint().catch(() => ({ ok: false }))
  if (!answer.ok) {
    button.textContent = 'This could not be recorded, so it was not printed. Try again'
    return
  }
  told = true
  window.print()
  told = false
}

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => print(button))
}

window.addEventListener('beforeprint', () => {
  if (!told && page !== undefined) tellOfPrint()
})

// What stands under a condition (`data-shown-when='{"field":["answer"]}'`) is shown as soon as an answer meets it.
const conditional = [...document.querySelectorAll('[data-shown-when]')]

const showWhatIsMet = () => {
  for (const element of conditional) {
    const form = element.closest('form')
    const given = new FormData(form ?? undefined)
    const condition = Object.entries(JSON.parse(element.dataset.shownWhen))
    element.hidden = !condition.some(([name, answers]) =>
      given.getAll(name).some((answer) => answers.includes(answer)),
    )
  }
  for (const group of document.querySelectorAll('[data-shown-with-any]'))
    group.hidden = group.querySelector('[data-shown-when]:not([hidden])') === null
}

if (conditional.length > 0) {
  document.addEventListener('change', showWhatIsMet)
  showWhatIsMet()
}

// What has to be said before a page is left (`data-must-be-sent`): the browser asks anybody who leaves without sending.
if (document.querySelector('[data-must-be-sent]') !== null) {
  let sent = false
  document.addEventListener('submit', () => {
    sent = true
  })
  window.addEventListener('beforeunload', (event) => {
    if (!sent) event.preventDefault()
  })
}

// A form with a draft (`data-draft`) is kept on the server as it is typed: soon after the last key, and when the page is left.
const quietSeconds = 2

const keepDrafts = (keeper) => {
  const { form } = keeper.querySelector('button')
  const status = keeper.querySelector('[data-draft-status]')
  let waiting = null
  let typed = false
  let sending = new AbortController()
  const say = (words) => {
    status.textContent = words
  }
  const keep = async () => {
    clearTimeout(waiting)
    typed = false
    sending = new AbortController()
    const fields = new URLSearchParams(new FormData(form))
    try {
      const answer = await fetch(keeper.dataset.draft, {
        method: 'POST',
        body: fields,
        headers: { accept: 'application/json' },
        keepalive: true,
        signal: sending.signal,
      })
      if (answer.status === 204) say(`Draft kept at ${new Date().toTimeString().slice(0, 5)}`)
      else if (answer.status === 401)
        say('You were signed out. Sign in in another tab, come back here and go on: nothing is lost.')
      else say('The draft could not be kept. Send the form to save it.')
    } catch (error) {
      if (error.name === 'AbortError') return
      typed = true
      say('No connection: the draft is kept as soon as there is one.')
      waiting = setTimeout(keep, 15_000)
    }
  }
  form.addEventListener('input', () => {
    typed = true
    clearTimeout(waiting)
    waiting = setTimeout(keep, quietSeconds * 1000)
  })
  form.addEventListener('submit', () => {
    typed = false
    clearTimeout(waiting)
    sending.abort()
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && typed) keep()
  })
}

for (const keeper of document.querySelectorAll('[data-draft]')) keepDrafts(keeper)
