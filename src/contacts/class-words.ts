import { noteClassWords } from '../notes/index.ts'
import type { RecordClass } from '../standards/index.ts'
import { noteClassOf } from './actions/noteOfContact.ts'

/** Who will see the words of a contact, said before they are written. */
export const whoSees = (recordClass: RecordClass): string => {
  const noteClass = noteClassOf(recordClass)
  return noteClass === null
    ? 'Both services of the hand-over see it. The wing will not.'
    : `${noteClassWords[noteClass].text}. ${noteClassWords[noteClass].hint}`
}
