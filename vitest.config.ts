import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';
import { longRun } from './test/support/long-run.ts';
import { LongestFirst } from './test/support/longest-first.ts';
import { TotalsReporter } from './test/support/totals-reporter.ts';

const report = process.env['DREAM_TEST_REPORT'];

// For the workers and what they start: to strip the types of the sources, and to compile them, takes a process longer
// than most of what it then does.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules/.cache/compiled');

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Processes killed at random instants, whole servers among them, a Go program that is compiled, tools of others that
    // are installed, the package, the gates that read a whole tree, each tried on a tree with mistakes, and the plans of
    // every statement over large tables, which only the long run has time for.
    exclude: [
      ...configDefaults.exclude,
      ...(longRun
        ? []
        : [
            'test/e2e/kill-{apply,record,postgres}.test.ts',
            'test/e2e/packed.test.ts',
            'test/components/audit/sealing/killed.test.ts',
            'test/isolation/query-plans.test.ts',
            'test/components/audit/proof/reference.test.ts',
            'test/openapi-tools/*.test.ts',
            'test/architecture/{dead-code,generated,lint,rooms,types}.test.ts',
            'test/generate/generated-files.test.ts',
            // Of Java the short run has its types, the cases that hold every language, and the golden questions.
            'test/sdk/java{,-*}/!(client-members|golden|strict).test.ts',
            'test/generate/sdk/java/{emitted-tree,formatted,uses}.test.ts',
            'test/generate/types/{java,any-text}.test.ts',
            // Of types in Python it has those of what is generated, with right and wrong uses.
            'test/sdk/python{,-flags,-permissions}/types.test.ts',
            'test/sdk/python-middleware/frameworks.test.ts',
            'test/sdk/python-flags/updates.test.ts',
            'test/sdk/typescript/from-package.test.ts',
          ]),
    ],
    setupFiles: ['test/support/fixed-seed.ts'],
    // Databases of one private PostgreSQL server, a build of the program, one of the SDK for Java: each made for the
    // first test that asks.
    globalSetup: ['test/support/global-setup.ts', 'test/support/fresh-build.ts', 'test/sdk/java/java-build.ts'],
    // A worker may hold an embedded database of some 300 MB. In the short run one more than processors: some tests wait
    // for a clock. What the long run kills and restarts under load keeps the processors busy by itself.
    maxWorkers: Math.min(4, Math.max(2, availableParallelism()) + (longRun ? 0 : 1)),
    // Megabytes for what is young, 16 without it: requests leave much garbage, and to collect it so much less often
    // spares a tenth of the processor time. Mutants are tried in threads, which take no such setting.
    execArgv: process.env['STRYKER_MUTATOR_WORKER'] === undefined ? ['--max-semi-space-size=64'] : [],
    // Files of one worker share its modules, and with them the databases of test/support/databases.ts: to load all
    // anew for each file would take longer than most tests. So no module may keep state from which a test could suffer.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // Only what hangs is to be ended. What takes thirty seconds alone has taken three minutes on a machine with much else to do.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 300_000 } },
    reporters: [
      'default',
      // For .ci/run, which adds up the totals of its runs.
      ['json', { outputFile: report ?? 'coverage/tests.json' }],
      new TotalsReporter(),
    ],
  },
});
