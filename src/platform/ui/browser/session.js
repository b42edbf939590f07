const warnBefore = 300
const every = 15_000

const part = document.querySelector('[data-session-ends]')

/** Moments by the browser's own clock: the service says only how many seconds are left. */
const inSeconds = (seconds) => Date.now() + seconds * 1000
const left = (moment) => Math.round((moment - Date.now()) / 1000)

const words = (seconds, isLatest) => {
  if (seconds <= 0)
    return 'Your sign-in has ended. What you have typed is still here: send it, and it is kept while you sign in again.'
  const minutes = Math.max(1, Math.round(seconds / 60))
  const when = `in ${minutes === 1 ? 'one minute' : `${minutes} minutes`}`
  return isLatest
    ? `You have to sign in again ${when}. What you have typed is kept when you send it after that.`
    : `You will be signed out ${when}, because nothing was opened or sent for a while.`
}

const watch = () => {
  const warning = part.querySelector('[data-session-warning]')
  const said = part.querySelector('[data-session-words]')
  const form = part.querySelector('form')
  const state = {
    ends: inSeconds(Number(part.dataset.sessionEnds)),
    latest: inSeconds(Number(part.dataset.sessionLatest)),
  }

  const learn = async (request) => {
    const answer = await fetch(...request)
    if (!answer.ok || !answer.headers.get('content-type')?.includes('json')) return
    const { ends, latest } = await answer.json()
    state.ends = inSeconds(ends)
    state.latest = inSeconds(latest)
  }

  const show = () => {
    const seconds = left(state.ends)
    const isNear = seconds <= warnBefore
    warning.hidden = !isNear
    part.classList.toggle('tc-session--near', isNear)
    if (!isNear) return
    const isLatest = state.latest - state.ends < 1000
    const text = words(seconds, isLatest)
    if (said.textContent !== text) said.textContent = text
    form.hidden = isLatest || seconds <= 0
  }

  // Another tab may have kept the session alive: ask before saying otherwise.
  const look = async () => {
    if (left(state.ends) <= warnBefore && left(state.ends) > -every / 1000)
      await learn(['/session']).catch(() => {})
    show()
  }

  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    await learn([form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) }]).catch(
      () => {},
    )
    show()
  })
  setInterval(look, every)
  document.addEventListener('visibilitychange', look)
}

if (part !== null) watch()
