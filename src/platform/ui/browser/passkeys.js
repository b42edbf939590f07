import './simplewebauthn.js'

const { browserSupportsWebAuthn, startAuthentication, startRegistration } = globalThis.SimpleWebAuthnBrowser

const ceremonies = {
  add: (optionsJSON) => startRegistration({ optionsJSON }),
  use: (optionsJSON) => startAuthentication({ optionsJSON }),
}

const troubles = {
  NotAllowedError: 'It was cancelled, or took too long. Try again.',
  InvalidStateError: 'This device has a passkey for Throughcare already. Use that one, or another device.',
  SecurityError: 'This browser makes no passkeys for this address.',
}

const troubleOf = (error) =>
  troubles[error.name] ??
  troubles[error.cause?.name] ??
  'It did not work with this device. Try again, or use another way.'

/** What the service asks of the passkey; a page in its place says that the sign-in has ended. */
const asked = async (url, form) => {
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(new FormData(form)) })
  if (!answer.ok || !answer.headers.get('content-type')?.includes('json')) {
    location.reload()
    return new Promise(() => {})
  }
  return answer.json()
}

const start = (part) => {
  const form = part.querySelector('form')
  const trouble = part.querySelector('[data-passkey-trouble]')
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    trouble.hidden = true
    try {
      const answer = await ceremonies[part.dataset.passkey](await asked(part.dataset.options, form))
      form.elements.answer.value = JSON.stringify(answer)
      form.submit()
    } catch (error) {
      trouble.textContent = troubleOf(error)
      trouble.hidden = false
    }
  })
  part.hidden = false
}

if (browserSupportsWebAuthn()) {
  for (const part of document.querySelectorAll('[data-passkey]')) start(part)
  for (const instead of document.querySelectorAll('[data-passkey-without]')) instead.hidden = true
}
