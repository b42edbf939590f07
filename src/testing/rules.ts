import type { Acting } from '../assessment/index.ts'
import type { TestClass, TestPurpose } from '../standards/model.ts'

/** The purposes for which somebody writes tests down: healthcare its own, a prison's team all others, outside no mandatory ones. */
export const purposesFor = ({ role, setting }: Acting): readonly TestPurpose[] => {
  if (role === 'clinical') return ['clinical']
  return setting === 'custody' ? ['mandatory', 'voluntary', 'court'] : ['voluntary', 'court']
}

/** Which class a test is of, which decides who reads it (product.md, "Who may see what"). */
export const classOfTest = (purpose: TestPurpose, setting: Acting['setting']): TestClass => {
  if (purpose === 'mandatory') return 'incident'
  if (purpose === 'court') return 'court_test'
  if (purpose === 'clinical') return 'clinical'
  return setting === 'custody' ? 'voluntary_test' : 'recovery'
}
