// A plan of what is known to need no change is answered by the hash of the desired state alone.
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { httpControlPlane } from '../../../src/app/client/http-control-plane.ts';
import { injectTransport } from '../../../src/app/client/inject-transport.ts';
import type { Component } from '../../../src/components/contract.ts';
import { components } from '../../../src/components/index.ts';
import { environments } from '../../../src/db/tables/index.ts';
import { hashDesiredState } from '../../../src/engine/hash-desired-state.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../src/engine/json.ts';
import type { DesiredState } from '../../../src/engine/resource.ts';
import { createHost } from '../../../src/host/create-host.ts';
import { createServer } from '../../../src/server/create-server.ts';
import { configurations } from '../../support/configurations.ts';
import {
  applying,
  controlPlaneOn,
  desired,
  requestOn,
  resource,
  type TestControlPlane,
} from '../../support/control-plane.ts';
import { anyDatabase, type TestDatabases } from '../../support/databases.ts';
import { longRun } from '../../support/long-run.ts';
import { wholeTable } from '../../support/whole-table.ts';

const pro = resource('Plan', 'pro', { name: 'Pro', prices: { USD: { monthly: '49.00' } } });
const dearer = resource('Plan', 'pro', { name: 'Pro', prices: { USD: { monthly: '59.00' } } });
const dark = resource('Flag', 'dark', { variations: { on: true, off: false }, fallthrough: 'off' });
const handedOver = resource('Flag', 'dark', { ...dark.body, unmanaged: ['fallthrough'] });

interface Answer {
  readonly status: number;
  readonly body: Json;
}

/** The answer of the server to the hash alone. */
function byHash(dream: TestControlPlane, state: DesiredState, more: object = {}): Promise<Answer> {
  return requestOn(dream, state.environment)('POST', '/v1/changesets', {
    desiredHash: hashDesiredState(state),
    ...more,
  });
}

/** The answer to the state itself. */
function inFull(dream: TestControlPlane, state: DesiredState, more: object = {}): Promise<Answer> {
  return requestOn(dream, state.environment)('POST', '/v1/changesets', { desired: state, ...more });
}

const unknown = { status: 409, body: { error: { code: 'changes/desired-state-needed' } } };

anyDatabase((databases) => {
  it('CP-02 answers the hash of what was applied as it answers the files themselves', async () => {
    const dream = await controlPlaneOn(await databases.shared());
    const state = desired([pro, dark]);
    expect(await byHash(dream, state)).toMatchObject(unknown);
    await dream.apply(applying(state));
    for (const more of [{}, { adopt: true }, { adopt: false }]) {
      const answer = await byHash(dream, state, more);
      expect(answer.status).toBe(200);
      expect(JSON.stringify(answer)).toBe(JSON.stringify(await inFull(dream, state, more)));
    }
  });

  it('CP-02 knows of nothing else: neither another order, nor another environment, nor other settings', async () => {
    const dream = await controlPlaneOn(await databases.shared());
    await dream.apply(applying(desired([pro, dark])));
    await dream.as('staging').status();
    expect(await byHash(dream, desired([dark, pro]))).toMatchObject(unknown);
    expect(await byHash(dream, desired([pro, dark], { protect: true }))).toMatchObject(unknown);
    expect(await byHash(dream, desired([pro, dark], {}, 'staging'))).toMatchObject(unknown);
    const elsewhere = { desiredHash: hashDesiredState(desired([pro, dark])) };
    expect(await requestOn(dream, 'staging')('POST', '/v1/changesets', elsewhere)).toMatchObject(unknown);
  });

  it.for(['the API', 'a rollback', 'another apply', 'a saved changeset'] as const)(
    'CP-02 forgets at once what %s has made untrue',
    async (who) => {
      const dream = await controlPlaneOn(await databases.shared());
      const request = requestOn(dream);
      await dream.apply(applying(desired([dearer, handedOver])));
      const state = desired([pro, handedOver]);
      await dream.apply(applying(state));
      expect(await byHash(dream, state)).toMatchObject({ status: 200 });
      if (who === 'the API') {
        await request('PUT', '/v1/resources/Flag/dark', { body: { ...handedOver.body, fallthrough: 'on' } });
      } else if (who === 'a rollback') await dream.rollback({ to: 1, dryRun: false, author: 'ada' });
      else if (who === 'another apply') await dream.apply(applying(desired([dearer, handedOver])));
      else {
        const changeset = await dream.plan(desired([dearer, handedOver]), { adopt: false });
        await dream.apply({ ...applying(state), source: { changeset } });
      }
      expect((await dream.status()).revision).toBe(3);
      expect(await byHash(dream, state)).toMatchObject(unknown);
    },
  );

  it('CP-02 learns it from an apply that finds nothing to do, and not from a dry run', async () => {
    const dream = await controlPlaneOn(await databases.shared());
    const state = desired([pro]);
    await dream.apply({ ...applying(state), source: { changeset: await dream.plan(state, { adopt: false }) } });
    expect(await byHash(dream, state)).toMatchObject(unknown);
    await dream.apply(applying(state, { dryRun: true }));
    expect(await byHash(dream, state)).toMatchObject(unknown);
    await dream.apply(applying(state));
    expect((await dream.status()).revision).toBe(1);
    expect(await byHash(dream, state)).toMatchObject({ status: 200 });
    await dream.apply(applying(desired([dearer]), { dryRun: true }));
    expect(await byHash(dream, state)).toMatchObject({ status: 200 });
  });

  it('CP-02 does not take over what another version, or another model, has found', async () => {
    const database = await databases.shared();
    const state = desired([pro]);
    await (await controlPlaneOn(database)).apply(applying(state));
    const changed = components.map(
      (component): Component => ({
        ...component,
        models: component.models.map((model) =>
          model.kind === 'Plan' ? { ...model, summary: `${model.summary} Or so.` } : model,
        ),
      }),
    );
    const upgraded = await controlPlaneOn(database, { components: changed });
    expect(await byHash(upgraded, state)).toMatchObject(unknown);
    await upgraded.apply(applying(state));
    expect(await byHash(upgraded, state)).toMatchObject({ status: 200 });
  });

  it('CP-02 forgets what a server that does not know of hashes has changed: it only counts revisions', async () => {
    const database = await databases.shared();
    const dream = await controlPlaneOn(database);
    await dream.apply(applying(desired([pro])));
    await database.withControlPlane('write', (tx) => tx.update(environments).set({ revision: 2 }));
    expect(await byHash(dream, desired([pro]))).toMatchObject(unknown);
  });

  it('CP-02 is not told of files that would have something to do again', async () => {
    const dream = await controlPlaneOn(await databases.shared());
    const tagged = (tags: readonly string[], more: object = {}) =>
      desired([resource('Flag', 'dark', { ...dark.body, tags: [...tags], ...more })]);
    await dream.apply(applying(tagged(['m', 'n'])));
    // Tags are a set, so the first of them is another one each time that the first as it stands is kept.
    const state = tagged(['z', 'b'], { unmanaged: ['tags[0]'] });
    await dream.apply(applying(state));
    expect(await byHash(dream, state)).toMatchObject(unknown);
    expect(await inFull(dream, state)).not.toMatchObject({ status: 200, body: { changes: [] } });
  });

  it('CP-02 knows, of two applies at once, the one that came last', async () => {
    const dream = await controlPlaneOn(await databases.shared());
    await dream.apply(applying(desired([])));
    const both = [desired([pro, dark]), desired([dearer, dark])];
    const revisions = (await Promise.all(both.map((state) => dream.apply(applying(state))))).map(
      ({ revision }) => revision,
    );
    expect(new Set(revisions)).toEqual(new Set([2, 3]));
    const answers = await Promise.all(both.map((state) => byHash(dream, state)));
    expect(answers.map(({ status }) => status)).toEqual(revisions.map((revision) => (revision === 3 ? 200 : 409)));
  });

  it('CP-02 is not needed: a server that does not know of hashes is sent the files', async () => {
    const host = createHost();
    const localToken = `local_${'t'.repeat(43)}`;
    const operations = wholeTable(host, null).map((operation) =>
      operation.id === 'changesets.compute' ? { ...operation, body: withoutHash(operation.body) } : operation,
    );
    const database = await databases.shared();
    const server = await createServer({
      host,
      database,
      operations,
      localToken,
      masterKey: null,
      logLevel: 'silent',
      version: '0.0.1',
    });
    onTestFinished(() => server.close());
    const headers = {
      authorization: `Bearer ${localToken}`,
      'dream-project': 'acme',
      'dream-environment': 'production',
    };
    const dream = httpControlPlane(
      injectTransport({ server, headers, description: 'older', release: () => Promise.resolve() }),
    );
    const { summary } = await dream.plan(desired([pro], {}, 'production'), { adopt: false });
    expect(summary).toEqual({ create: 1, update: 0, delete: 0, rename: 0 });
  });

  it('wants the desired state or its hash, one of them', async () => {
    const dream = await controlPlaneOn(await databases.shared());
    const both = { desired: desired([pro]), desiredHash: '0'.repeat(64) };
    for (const body of [both, { adopt: true }]) {
      expect(await requestOn(dream)('POST', '/v1/changesets', body)).toMatchObject({
        status: 400,
        body: { error: { code: 'changes/invalid', param: 'desired' } },
      });
    }
  });

  it('CP-02 whatever happens in between, the hash is never answered otherwise than the files', {
    timeout: 10 * 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(configurations, { minLength: 2, maxLength: 3 }), steps, async (some, happened) => {
        const states = some.flatMap((resources, index) => [
          desired(resources.map(handOver)),
          desired(resources, index === 0 ? { guardrails: { limits: { maxDeletes: 50 } } } : {}),
        ]);
        await sameAnswers(databases, states, happened);
      }),
      { numRuns: longRun ? 150 : 4 },
    );
  });
});

/** The body of a plan before hashes were known. */
function withoutHash(schema: JsonObject | undefined): JsonObject {
  const properties = schema?.['properties'];
  if (!isJsonObject(properties)) throw new Error('a plan has a body');
  const { desiredHash: _unknown, ...known } = properties;
  return { ...schema, required: ['desired'], properties: known };
}

type Step = { readonly type: (typeof stepTypes)[number]; readonly which: number; readonly of: number };

const stepTypes = ['apply', 'apply', 'dry run', 'rollback', 'save', 'edit', 'create', 'delete', 'secret'] as const;

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({ type: fc.constantFrom(...stepTypes), which: fc.nat(5), of: fc.nat(99) }),
  { minLength: 3, maxLength: 8 },
);

/** Some flags leave a field to the API. */
function handOver(some: DesiredState['resources'][number]): DesiredState['resources'][number] {
  return some.kind === 'Flag' && some.key.endsWith('1')
    ? { ...some, body: { ...some.body, unmanaged: ['fallthrough', 'tags'] } }
    : some;
}

async function sameAnswers(
  databases: TestDatabases,
  states: readonly DesiredState[],
  happened: readonly Step[],
): Promise<void> {
  const environment = `run-${(runs += 1)}`;
  const database = await databases.shared();
  const dream = await controlPlaneOn(database, { environment });
  const own = states.map((state) => ({ ...state, environment }));
  let known = 0;
  for (const { type, which, of } of happened) {
    const state = own[which % own.length];
    if (state === undefined) continue;
    const applied = await take(dream, type, state, of);
    if (type === 'apply') {
      expect([200, 201]).toContain(applied);
      expect(await byHash(dream, state)).toMatchObject({ status: 200 });
    }
    for (const any of own) {
      const answer = await byHash(dream, any);
      if (answer.status === 200) known += 1;
      else expect(answer).toMatchObject(unknown);
      if (answer.status === 200) expect(JSON.stringify(answer)).toBe(JSON.stringify(await inFull(dream, any)));
    }
  }
  expect(known).toBeGreaterThanOrEqual(happened.filter(({ type }) => type === 'apply').length);
}

let runs = 0;

/** Does one thing to the environment; the status of the answer, which may be a refusal. */
async function take(dream: TestControlPlane, type: Step['type'], state: DesiredState, of: number): Promise<number> {
  const request = requestOn(dream, state.environment);
  const own = state.resources[of % state.resources.length];
  switch (type) {
    case 'apply':
    case 'dry run': {
      const body = { desired: state, adopt: true, author: 'ada', dryRun: type === 'dry run' };
      return (await request('POST', '/v1/revisions', body)).status;
    }
    case 'rollback': {
      const { revision } = await dream.as(state.environment).status();
      const path = `/v1/revisions/${Math.max(1, of % (revision + 1))}/rollback`;
      return (await request('POST', path, { author: 'ada' })).status;
    }
    case 'save': {
      const { body } = await inFull(dream, state, { adopt: true });
      return (await request('POST', '/v1/revisions', { changeset: body, author: 'ada' })).status;
    }
    case 'edit': {
      const body = { ...own?.body, fallthrough: 'off', tags: ['edited'] };
      return (await request('PUT', `/v1/resources/${own?.kind}/${own?.key}`, { body })).status;
    }
    case 'create':
      return (await request('PUT', `/v1/resources/Flag/flag-${of % 12}`, { body: dark.body })).status;
    case 'delete':
      return (await request('DELETE', `/v1/resources/Flag/flag-${of % 12}`)).status;
    case 'secret':
      return (await request('PUT', '/v1/secrets/TOKEN', { value: `value ${of}` })).status;
  }
}
