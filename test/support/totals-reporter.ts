import type { Reporter, TestCase, TestModule } from 'vitest/node';

/**
 * Ends a run with one line that people and scripts can read: `412 passed, 0 failed`. Before it stands a line for each
 * reason why something was not tried: `Not tried by 14 tests: there is no JDK 17 as javac`.
 */
export class TotalsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string): number => tests.filter((test) => test.result().state === state).length;
    // A file that does not load has no tests to fail; it must not vanish from the totals.
    const broken = modules.filter((module) => module.errors().length > 0).length;
    const skipped = count('skipped');
    const rest = skipped === 0 ? '' : `, ${skipped} skipped`;
    const totals = `${count('passed')} passed, ${count('failed') + broken} failed${rest}`;
    const lines = [...skippedFor(tests), totals];
    // At exit, so that no other reporter has the last word.
    process.once('exit', () => process.stdout.write(`\n${lines.join('\n')}\n`));
  }
}

function skippedFor(tests: readonly TestCase[]): readonly string[] {
  const reasons = tests.flatMap((test) => {
    const result = test.result();
    return result.state === 'skipped' && result.note !== undefined ? [result.note] : [];
  });
  return [...Map.groupBy(reasons, (reason) => reason)].map(
    ([reason, { length }]) => `Not tried by ${length} ${length === 1 ? 'test' : 'tests'}: ${reason}`,
  );
}
