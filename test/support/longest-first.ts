// Which file is tried when: Vitest knows how long each took only where it has run before, and goes by their size
// elsewhere. The longest are small files, and one that is begun last leaves the other workers idle until it is done.
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Those that take longest, of a usual run and of a long one. */
const longest = [
  'e2e/kill-apply.test.ts',
  'isolation/operations.test.ts',
  'db/durability.test.ts',
  'e2e/kill-record.test.ts',
  'e2e/kill-postgres.test.ts',
  'audit/sealing/killed.test.ts',
  'sdk/behaviour.test.ts',
  'e2e/story.test.ts',
  'db/lock.test.ts',
  'e2e/canary-secret.test.ts',
  'db/transactions.test.ts',
  'isolation/query-plans.test.ts',
  'isolation/row-security.test.ts',
  'sdk/typescript/live.test.ts',
  'commands/plan-and-apply.test.ts',
  'commands/tenancy.test.ts',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = longest.findIndex((name) => moduleId.endsWith(name));
      return found === -1 ? longest.length : found;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}
