/**
 * Adds up what several runs of jest say: node scripts/jest-totals.mjs <exit code> <report.json> [<exit code> <report.json>]…
 * The last line is `N passed, N failed`, with `, N skipped` when there are any; exit code 1 unless all is well.
 */
import { readFileSync } from 'node:fs';

const sum = { passed: 0, failed: 0, skipped: 0 };
for (const { status, file } of runsIn(process.argv.slice(2))) {
  const totals = totalsOf(file, status);
  for (const kind of Object.keys(sum)) sum[kind] += totals[kind];
}
const isNothing = sum.passed + sum.failed === 0;
if (isNothing) console.log('No test was run.');
console.log(`${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`);
process.exitCode = isNothing || sum.failed > 0 ? 1 : 0;

function runsIn(words) {
  const runs = [];
  for (let at = 0; at < words.length; at += 2) runs.push({ status: Number(words[at]), file: words[at + 1] });
  return runs;
}

/** A file of tests that could not be run counts as a failure, and so does a jest that failed and cannot say why. */
function totalsOf(file, status) {
  const report = read(file);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return {
    passed: report.numPassedTests,
    failed: status !== 0 && failed === 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    console.log(`jest has left no report: ${error.message}`);
    return undefined;
  }
}
