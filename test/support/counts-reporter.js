import { writeFileSync } from 'node:fs';

/**
 * Writes "N passed, N failed", and ", N skipped" if any were, into the file that IMR_TEST_COUNTS names; does nothing when
 * it is unset. A test file that could not be run counts as one failure.
 */
export default class CountsReporter {
  onRunComplete(_contexts, results) {
    const path = process.env.IMR_TEST_COUNTS;
    if (!path) return;
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const counts = [`${results.numPassedTests} passed`, `${failed} failed`];
    if (skipped > 0) counts.push(`${skipped} skipped`);
    writeFileSync(path, counts.join(', '));
  }
}
