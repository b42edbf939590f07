import { complain } from './cli.output.ts'

/** What whoever runs the service asks of it by signal (Ctrl-C, SIGTERM). */
export interface Asked {
  /** The first signal: stop when what is under way is finished. */
  readonly toStop: AbortSignal
  /** The second: wait for nobody. */
  readonly toHurry: AbortSignal
}

const inGoodTime =
  'Stopping: no new requests, those under way are finished. Ctrl-C or SIGTERM once more ends them at once.'
const atOnce = 'Stopping now: what is under way is ended, and nothing of it is kept.'

const signals = ['SIGTERM', 'SIGINT'] as const

/** Listens for signals; the third one ends the process as it would any other. */
export const listenForSignals = (): Asked => {
  const [stop, hurry] = [new AbortController(), new AbortController()]
  const heard = (): void => {
    const first = !stop.signal.aborted
    complain(first ? inGoodTime : atOnce)
    if (first) stop.abort()
    else {
      hurry.abort()
      for (const signal of signals) process.off(signal, heard)
    }
  }
  for (const signal of signals) process.on(signal, heard)
  return { toStop: stop.signal, toHurry: hurry.signal }
}
