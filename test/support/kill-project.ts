import { writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { asc } from 'drizzle-orm';
import type { Database } from '../../src/db/contract.ts';
import { environments, resources, resourceVersions, revisions } from '../../src/db/tables/index.ts';

/** Resources of each generation beside the one that only it has. */
const flagCount = 300;

/**
 * A project of some hundred flags. Between two generations every flag changes, one goes and one comes, so that
 * a changeset applied in part would show in any of them.
 */
export function writeGeneration(directory: string, generation: number): void {
  mkdirSync(join(directory, 'flags'), { recursive: true });
  writeFileSync(join(directory, 'dream.yaml'), 'project: killed\nenvironments: { development: {} }\n');
  const keys = [...Array.from({ length: flagCount }, (_, index) => `flag-${index}`), `only-${generation}`];
  const documents = keys.map(
    (key) =>
      `kind: Flag\nkey: ${key}\ndescription: generation ${generation}\nvariations: { on: true, off: false }\nfallthrough: off\n`,
  );
  writeFileSync(join(directory, 'flags/flags.yaml'), documents.join('---\n'));
}

/** Everything that an apply writes, in few words. */
export interface WrittenState {
  readonly environmentRevision: number;
  /** Numbers of the revisions there are, with the size of their changesets. */
  readonly revisions: readonly string[];
  /** How many resources are live, of which generation and which revision. */
  readonly live: readonly string[];
  /** How many versions each revision left. */
  readonly versions: readonly string[];
}

export async function readWrittenState(database: Database): Promise<WrittenState> {
  return database.withControlPlane('read', async (tx) => {
    const [environment] = await tx.select({ revision: environments.revision }).from(environments);
    const made = await tx.select().from(revisions).orderBy(asc(revisions.number));
    const live = await tx.select().from(resources);
    const versions = await tx.select({ revision: resourceVersions.revision }).from(resourceVersions);
    return {
      environmentRevision: environment?.revision ?? 0,
      revisions: made.map(({ number, changeset }) => `${number}: ${changeset.changes.length} changes`),
      live: counted(
        live.map(
          ({ key, body, revision }) => `${nameOf(key)} of ${JSON.stringify(body['description'])}, revision ${revision}`,
        ),
      ),
      versions: counted(versions.map(({ revision }) => `revision ${revision}`)),
    };
  });
}

/** What must be there when generations 1 to `generation` were each applied whole. */
export function stateOfGeneration(generation: number): WrittenState {
  const numbers = Array.from({ length: generation }, (_, index) => index + 1);
  const changes = (number: number): number => flagCount + (number === 1 ? 1 : 2);
  return {
    environmentRevision: generation,
    revisions: numbers.map((number) => `${number}: ${changes(number)} changes`),
    live: [
      `${flagCount} × flag of "generation ${generation}", revision ${generation}`,
      `1 × only-${generation} of "generation ${generation}", revision ${generation}`,
    ].toSorted(),
    versions: numbers.map((number) => `${changes(number)} × revision ${number}`).toSorted(),
  };
}

function nameOf(key: string): string {
  return key.startsWith('flag-') ? 'flag' : key;
}

function counted(names: readonly string[]): readonly string[] {
  return [...Map.groupBy(names, (name) => name)].map(([name, same]) => `${same.length} × ${name}`).toSorted();
}
