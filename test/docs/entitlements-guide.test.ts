import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/engine/json.ts';
import { formatEntitlements, formatOverride } from '../../src/views/entitlements.ts';
import { plainStyle } from '../../src/views/style.ts';
import { type EntitlementServer, connectTo } from '../components/features/entitlements/start.ts';
import { applyResources } from '../support/apply-resources.ts';
import { useDatabases } from '../support/databases.ts';
import { loadFiles } from '../support/project-folder.ts';

const databases = useDatabases('postgres');

interface Block {
  readonly language: string;
  readonly text: string;
}

const guide: readonly Block[] = [
  ...readFileSync('docs/guides/entitlements.md', 'utf8').matchAll(/^```(\w+)\n(.*?)^```$/gms),
].map(([, language = '', text = '']) => ({ language, text }));

/** `POST /path` and its body, one after another; resolves to the last answer. */
async function request({ send }: EntitlementServer, text: string): Promise<JsonObject> {
  let answer: JsonObject = {};
  for (const [, path = '', body = ''] of text.matchAll(/^POST (\S+)\n(.+)$/gm)) {
    answer = (await send('POST', path, JSON.parse(body))).json;
  }
  return answer;
}

/** What the command says, made of what the server answers. */
async function run({ evaluate, override, send }: EntitlementServer, command: string): Promise<string> {
  const [, verb = '', tenant = '', key = '', value = ''] =
    /^dream entitlements (\w+) (\w+)(?: ([\w-]+))?(?: (\w+))?/.exec(command) ?? [];
  if (verb === 'list') return formatEntitlements(JSON.parse(JSON.stringify(await evaluate())), plainStyle);
  if (verb === 'remove') {
    await send('DELETE', `/v1/tenants/${tenant}/entitlements/${key}/override`);
    return `✓ ${tenant} has of ${key} what its plan grants.`;
  }
  const until = /--until (\S+)/.exec(command)?.[1];
  const expiresAt = until === undefined ? null : `${until}T00:00:00Z`;
  const draft = { value: JSON.parse(value), ...(expiresAt === null ? {} : { expiresAt }) };
  expect((await override(key, draft)).status).toBe(201);
  return formatOverride({ tenantId: tenant, entitlement: key, ...draft, expiresAt }, plainStyle);
}

test('the guide of entitlements says what Dream says', async () => {
  const server = await connectTo(await databases.shared());
  const { configuration } = await loadFiles({ 'all.yaml': guide[0]?.text ?? '' });
  const resources = configuration?.desiredState('development').resources ?? [];
  await applyResources(server, Object.fromEntries(resources.map(({ body, key, kind }) => [`${kind}/${key}`, body])));
  await server.seed.tenant('acme');
  await server.seed.plan('acme', 'pro');
  await server.use('api-access', 3421);
  let answer: JsonObject = {};
  for (const { language, text } of guide.slice(1)) {
    if (language === 'http') answer = await request(server, text);
    if (language === 'json') expect(answer).toStrictEqual(JSON.parse(text));
    if (language !== 'console') continue;
    for (const step of text.split(/^\$ /m).slice(1)) {
      const [command = '', ...output] = step.trimEnd().split('\n');
      expect(await run(server, command)).toBe(output.join('\n'));
    }
  }
});
