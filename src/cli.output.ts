/** Says on standard error why something could not be done. */
export const complain = (reason: unknown): void => {
  process.stderr.write(`${reason instanceof Error ? reason.message : String(reason)}\n`)
}

export const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** Shows how far a long job is, where standard error is a terminal; `end` clears the line. */
export const progressOf = (words: string) => {
  const { stderr } = process
  return {
    show: (count: number): void => {
      if (stderr.isTTY) stderr.write(`\r${count.toLocaleString('en-GB')} ${words}`)
    },
    end: (): void => {
      if (stderr.isTTY) stderr.write('\r\u001b[K')
    },
  }
}
