// schemathesis sends a server what its own document says may be sent, and much that it says may not.
import { describe, expect, it } from 'vitest';
import { execa } from 'execa';
import { projectFolder } from '../support/project-folder.ts';
import { startSignedIn } from '../support/signed-in.ts';
import { useDatabases } from '../support/databases.ts';
import { wholeTable } from '../support/whole-table.ts';
import { installSchemathesis } from './install-schemathesis.ts';

const program = await installSchemathesis();

/** That what is answered is described. Whether it is right, other tests say. */
const checks = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
];

describe.skipIf(program === null)('a live server', () => {
  const databases = useDatabases('embedded');

  it('CP-05 answers nothing that its document does not describe, and never 500', async () => {
    const signedIn = await startSignedIn(await databases.shared(), {}, { logLevel: 'error' });
    const { headers } = await signedIn.key();
    const url = await signedIn.server.listen({ host: '127.0.0.1', port: 0 });
    // A stream has no end that could be waited for.
    const streams = wholeTable(signedIn.host, signedIn.masterKey).filter(({ responses }) =>
      Object.values(responses).some(({ contentType }) => contentType === 'text/event-stream'),
    );
    const given = [
      ...Object.entries(headers).flatMap(([name, value]) => ['--header', `${name}: ${value}`]),
      ...streams.flatMap(({ id }) => ['--exclude-operation-id', id]),
      '--phases=examples,coverage,fuzzing',
      '--max-examples=10',
      '--seed=1',
      '--continue-on-failure',
      `--checks=${checks.join(',')}`,
      '--request-timeout=30',
      '--warnings=off',
      '--no-color',
    ];
    const { all, exitCode } = await execa(program ?? '', ['run', `${url}/openapi.json`, ...given], {
      all: true,
      reject: false,
      // It leaves a folder where it runs.
      cwd: projectFolder({}),
    });
    expect({ exitCode, all }).toMatchObject({ exitCode: 0, all: expect.stringMatching(/\d{4,} generated/u) });
    expect(signedIn.log).toEqual([]);
  });
});
