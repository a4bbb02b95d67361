/**
 * One thing `npm run check` insists on. Every gate that is not itself a run of tests is shown to fail by a violation
 * planted in test/architecture.
 */
export interface Gate {
  readonly name: string;
  readonly command: readonly string[];
  /** What a pass means, for the table. */
  readonly proves: string;
  /** What to do when it fails. */
  readonly mend: string;
}

export const gates: readonly Gate[] = [
  {
    name: 'types',
    command: ['node', 'scripts/check/types.ts'],
    proves: 'everything compiles under TypeScript 7, strictest settings',
    mend: 'the compiler names the line; no `any`, no `!`, no suppressing comment',
  },
  {
    name: 'lint',
    command: ['oxlint'],
    proves: 'no floating promise, no misused promise, switches exhaustive',
    mend: '.oxlintrc.json lists the rules; mend the code, not the list',
  },
  {
    name: 'format',
    command: ['biome', 'format'],
    proves: 'one formatter, nothing to discuss',
    mend: 'npm run format',
  },
  {
    name: 'rooms',
    command: ['node', 'scripts/check/rooms.ts'],
    proves: 'every import obeys the dependency rule',
    mend: '.dependency-cruiser.mjs holds the rule; move the line to the room it belongs to',
  },
  {
    name: 'dead-code',
    command: ['knip', '--treat-config-hints-as-errors'],
    proves: 'no unused file, export or package',
    mend: 'delete it, or stop exporting it',
  },
  {
    name: 'generated',
    command: ['node', 'scripts/generate.ts', '--check'],
    proves: 'generated files are what the models say',
    mend: 'npm run generate, and commit what it writes',
  },
  {
    name: 'house',
    command: ['node', 'scripts/check/house.ts'],
    proves: 'names, sizes and marks as CONTRIBUTING.md asks',
    mend: 'each line says which rule; CONTRIBUTING.md says why',
  },
  {
    name: 'lockfile',
    command: ['node', 'scripts/complete-lockfile.ts', '--check'],
    proves: '`npm ci` finds the packages of every platform',
    mend: 'node scripts/complete-lockfile.ts',
  },
  {
    name: 'commands',
    command: ['vitest', 'run', 'test/commands/command-snapshot'],
    proves: 'no command, option or JSON shape changed unseen',
    mend: 'vitest run test/commands/command-snapshot --update, and look at the difference as its users will',
  },
  {
    name: 'openapi',
    command: ['vitest', 'run', 'test/docs/openapi-files'],
    proves: 'openapi/ is what the operation table and the models say',
    mend: 'npm run generate, and look at the difference as whoever calls the API will',
  },
  {
    name: 'sdks',
    command: ['vitest', 'run', 'test/docs/sdk-'],
    proves: 'sdks/ is what the operation table and the templates say, with every operation in every language',
    mend: 'npm run generate, and look at the difference as whoever calls the API will',
  },
  {
    name: 'api-pages',
    command: ['vitest', 'run', 'test/docs/api-pages'],
    proves: 'docs/api/ is what the operation table says',
    mend: 'npm run generate, and look at the difference as whoever calls the API will',
  },
  {
    name: 'planted',
    command: ['vitest', 'run', 'test/architecture'],
    proves: 'each gate refuses what it must: violations planted in a copy',
    mend: 'a gate that no longer fails is blind; mend the gate',
  },
];
