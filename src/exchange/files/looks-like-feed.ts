import { linesOf } from './lines.ts'

const linesLookedAt = 100

const startsAsObject = (text: string): boolean => text.trimStart().startsWith('{')

/** Whether a file is one event a line: some line among the first hundred begins as a JSON object. */
export const looksLikeFeed = async (file: string): Promise<boolean> => {
  let looked = 0
  for await (const { text } of linesOf(file)) {
    if (startsAsObject(text)) return true
    looked += 1
    if (looked === linesLookedAt) break
  }
  return false
}
