import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { promoteDatabase } from '../../src/app/promote-database.ts';
import { createHost } from '../../src/host/create-host.ts';
import { projectFolder } from '../support/project-folder.ts';
import { refusal } from '../support/refusal.ts';

it.for([['no .dream'], ['an empty .dream']])(
  'refuses to promote a directory with %s, and creates nothing',
  async ([what]) => {
    const directory = projectFolder({});
    if (what === 'an empty .dream') mkdirSync(join(directory, '.dream'));
    const before = readdirSync(directory, { recursive: true });
    // Nobody is asked there.
    const databaseUrl = 'postgres://127.0.0.1:1/acme';
    const error = await refusal(
      promoteDatabase({ host: createHost(), directory, databaseUrl, onProgress: () => undefined }),
    );
    expect(error).toMatchObject({
      code: 'db/nothing-to-promote',
      message: `There is no embedded database in ${join(directory, '.dream')}: nothing was copied.`,
    });
    expect(readdirSync(directory, { recursive: true })).toEqual(before);
  },
);
