import { stat } from 'node:fs/promises'

/** A sentence for a file that cannot be read at all; null for one that can. */
export const whyUnreadable = async (file: string): Promise<string | null> => {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => error)
  if (found instanceof Error)
    return found.code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read: ${found.message}.`
  if (!found.isFile()) return `${file} is not a file.`
  return found.size === 0 ? `${file} is empty.` : null
}
