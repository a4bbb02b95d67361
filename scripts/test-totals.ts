// Adds up test reports in Vitest's JSON format: `node scripts/test-totals.ts REPORT …`. A test counts once however many
// runs it took part in, and as failed when it failed in any. Exits 1 when a test failed or a report is missing.
import { readFileSync } from 'node:fs';

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

const failedByTest = new Map<string, boolean>();
let missing = 0;
for (const path of process.argv.slice(2)) {
  const report = read(path);
  if (report === null) {
    missing += 1;
    console.log(`no report in ${path}`);
    continue;
  }
  for (const file of report.testResults) {
    const seen = new Map<string, number>();
    // A file that does not load has no tests; it counts as one that failed.
    if (file.assertionResults.length === 0) note(file.name, file.status === 'failed');
    for (const test of file.assertionResults) {
      // Titles may repeat within a file; their order does not change between runs.
      const nth = (seen.get(test.fullName) ?? 0) + 1;
      seen.set(test.fullName, nth);
      const name = `${file.name}\n${test.fullName}\n${nth}`;
      if (test.status === 'passed' || test.status === 'failed') note(name, test.status === 'failed');
    }
  }
}

const failed = [...failedByTest.values()].filter(Boolean).length;
console.log(`${failedByTest.size - failed} passed, ${failed + missing} failed`);
process.exitCode = failed + missing === 0 && failedByTest.size > 0 ? 0 : 1;

function note(test: string, hasFailed: boolean): void {
  failedByTest.set(test, (failedByTest.get(test) ?? false) || hasFailed);
}

function read(path: string): Report | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Report;
  } catch {
    return null;
  }
}
