// Prints how many tests of one vitest JSON report passed, failed and were skipped: `12 0 1`.
import { readFileSync } from 'node:fs'

const [, , report, status] = process.argv
const read = () => {
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] }
  }
}

const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = read()
const unloaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
const failed = numFailedTests + unloaded.length
// A run may fail with every test passed: an error outside of tests counts as one failure.
const unseen = status !== '0' && failed === 0 ? 1 : 0
console.log(numPassedTests, failed + unseen, numPendingTests + numTodoTests)
