import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with one line that people and scripts can read: `412 passed, 0 failed`. */
export class TotalsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string): number => tests.filter((test) => test.result().state === state).length;
    // A file that does not load has no tests to fail; it must not vanish from the totals.
    const broken = modules.filter((module) => module.errors().length > 0).length;
    const skipped = count('skipped');
    const rest = skipped === 0 ? '' : `, ${skipped} skipped`;
    const totals = `${count('passed')} passed, ${count('failed') + broken} failed${rest}`;
    // At exit, so that no other reporter has the last word.
    process.once('exit', () => process.stdout.write(`\n${totals}\n`));
  }
}
