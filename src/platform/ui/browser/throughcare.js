import { initAll as startGovuk } from './govuk-frontend.js'
import { initAll as startMoj } from './moj-frontend.js'

startGovuk()
startMoj()

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}

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
