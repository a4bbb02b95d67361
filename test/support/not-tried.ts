import { expect, test, type TestContext } from 'vitest';

/** Stands for tests that need what is not installed here: it is skipped with that as its reason, and fails in CI. */
export function notTried(what: string, needs: string): void {
  test(`${what}: there is no ${needs}`, ({ skip }) => endWithout(needs, skip));
}

/**
 * Ends a test for want of something: skipped on the machine of somebody who works on something else, failed in CI,
 * which installs what is needed. The end of the run tells each reason in a line of its own.
 */
export function endWithout(needs: string, skip: TestContext['skip']): never {
  const { CI: ci = '' } = process.env;
  expect(['', '0', 'false'], `in CI there has to be ${needs}`).toContain(ci.toLowerCase());
  return skip(`there is no ${needs}`);
}
