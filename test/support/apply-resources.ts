import type { JsonObject } from '../../src/engine/json.ts';
import type { TestServer } from './test-server.ts';

/**
 * Applies resources, named `Role/viewer`, as one revision of environment `development`; `formerly` has the former keys of
 * those that are renamed, by their names. Throws when they are refused.
 */
export async function applyResources(
  server: TestServer,
  bodies: { readonly [name: string]: JsonObject },
  formerly: { readonly [name: string]: string } = {},
): Promise<void> {
  const resources = Object.entries(bodies).map(([name, body]) => {
    const [kind = '', key = ''] = name.split('/');
    const movedFrom = formerly[name];
    return { kind, key, body, ...(movedFrom === undefined ? {} : { movedFrom }) };
  });
  const settings = { mode: 'test', protect: false, guardrails: { limits: {} } };
  const desired = { project: 'acme', environment: 'development', settings, resources };
  const body = { desired, adopt: false, dryRun: false, author: 'ada@acme.com' };
  const answer = await server.call('POST', '/v1/revisions', { headers: server.admin(), body });
  if (answer.status !== 201) throw new Error(answer.text);
}
