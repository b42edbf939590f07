/** What may be logged of an exception: its kind, code and place; never its message, which may hold personal data. */
export const whatBroke = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { kind: typeof error }
  const code = 'code' in error ? String(error.code) : undefined
  const frames = error.stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12)
  return { kind: error.name, code, frames }
}
