// Two projects with two environments each, and two tenants in every environment, filled by the API with one of
// everything that operations speak of. Usage:
//
//   const world = await fillWorld(await databases.shared());
//   world.victim          // tenant `t-ambernorth` in environment `development` of project `acme`
//   world.strangers       // another tenant, another environment, another project
//
// All that is in a place carries its mark (`amber` the environment's, `ambernorth` the tenant's), in ids and in texts,
// so that any answer that tells of it can be known.
import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Transaction, Database, SessionScope } from '../../../src/db/contract.ts';
import type { Json, JsonObject } from '../../../src/engine/json.ts';
import { formatApiKey } from '../../../src/server/auth/api-key-format.ts';
import { addCounts } from '../../../src/server/limits/queries.ts';
import { seedsOn } from '../../support/tenancy.ts';
import { keyHeaders, startServer, type TestServer, textOf } from '../../support/test-server.ts';
import { startIssuer, type TokenIssuer } from '../../support/token-issuer.ts';
import { wholeTable } from '../../support/whole-table.ts';
import { restorable, restorableTile } from './restorable.ts';

export type Headers = Readonly<Record<string, string>>;

/** What requests name in a place. Operations find their parameters here by name. */
export interface Names {
  readonly tenant: string;
  readonly user: string;
  readonly guest: string;
  readonly email: string;
  readonly role: string;
  readonly otherRole: string;
  readonly type: string;
  readonly document: string;
  readonly plan: string;
  readonly entitlement: string;
  readonly flag: string;
  readonly otherFlag: string;
  readonly secret: string;
  /** Made by the server, without a mark. */
  readonly account: string;
  readonly keyId: string;
  readonly publishableKey: string;
  /** Of the latest revision. */
  readonly number: string;
  /** The transaction in which the record of the place was filled. */
  readonly transaction: string;
  /** A text for whatever wants one. */
  readonly text: string;
  /** What an apply would send that adds one Role. */
  readonly desired: JsonObject;
}

export interface Place {
  readonly scope: Required<SessionScope>;
  readonly project: string;
  readonly environment: string;
  readonly environmentMark: string;
  readonly tenantMark: string;
  readonly names: Names;
  readonly secretKey: Headers;
  /** A secret key that acts for the tenant where a request names none. */
  readonly tenantKey: Headers;
  readonly publishableKey: Headers;
  /** A token of the place's user, with what else its claims shall say. */
  token(claims?: JsonObject): Promise<string>;
}

export interface World {
  readonly server: TestServer;
  readonly victim: Place;
  readonly strangers: { readonly tenant: Place; readonly environment: Place; readonly project: Place };
}

export async function fillWorld(database: Database): Promise<World> {
  const server = await startServer(database, { operations: wholeTable });
  // The victim has one revision more than the others, so that its number tells of it.
  const amber = await fillEnvironment(server, database, 'acme', 'development', 'amber', 2);
  const beryl = await fillEnvironment(server, database, 'acme', 'staging', 'beryl', 1);
  const coral = await fillEnvironment(server, database, 'rival', 'development', 'coral', 1);
  await fillEnvironment(server, database, 'rival', 'staging', 'drift', 1);
  return {
    server,
    victim: amber.north,
    strangers: { tenant: amber.south, environment: beryl.north, project: coral.north },
  };
}

/** The names of a place that never was, in the form of another's: another tenant beside it, or all of another environment. */
export function ghostOf(place: Place, from: keyof World['strangers']): Names {
  const { names } = place;
  const marked = (text: string): string => unmarked(text, place, from);
  const named = { ...names, account: names.account.replace(/.{20}$/, '0'.repeat(20)) };
  const elsewhere =
    from === 'tenant'
      ? {}
      : {
          keyId: names.keyId.replace(/.{20}$/, '0'.repeat(20)),
          publishableKey: formatApiKey('publishable', 'test', randomBytes(32)),
          number: String(Number(names.number) + 90),
        };
  return { ...(JSON.parse(marked(JSON.stringify(named))) as Names), ...elsewhere };
}

/** The text without the marks of a place. */
export function unmarked(text: string, { environmentMark, tenantMark }: Place, from: keyof World['strangers']): string {
  const mark = from === 'tenant' ? tenantMark : environmentMark;
  const ghost = 'ghostghosts'.slice(0, mark.length);
  return text.replaceAll(mark, ghost).replaceAll(mark.toUpperCase(), ghost.toUpperCase());
}

async function fillEnvironment(
  server: TestServer,
  database: Database,
  project: string,
  environment: string,
  mark: string,
  applies: number,
): Promise<{ readonly north: Place; readonly south: Place }> {
  const admin = server.admin(environment, 'test', project);
  const send = async (method: 'POST' | 'PUT', path: string, body: Json, more: Headers = {}): Promise<JsonObject> => {
    const answer = await server.call(method, path, { headers: { ...admin, ...more }, body });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.text}`);
    return answer.json;
  };
  const issuer = await startIssuer();
  const desired = desiredOf({ project, environment, mark, issuer });
  for (let round = 1; round <= applies; round += 1) {
    await send('POST', '/v1/revisions', { author: `author of ${mark}`, desired: desired(round) });
  }
  await send('PUT', `/v1/resources/Role/other-${mark}`, { body: { permissions: [] } });
  await send('POST', '/v1/flags', {
    key: `other-flag-${mark}`,
    body: { description: `flag of ${mark}`, variations: { on: true, off: false } },
  });
  await send('PUT', `/v1/secrets/SECRET_${mark.toUpperCase()}`, { value: `value of ${mark}` });
  const key = async (type: 'secret' | 'publishable', more: JsonObject = {}): Promise<JsonObject> =>
    send('POST', '/v1/keys', { type, name: `key of ${mark}`, ...more });
  const secretKey = keyHeaders(textOf((await key('secret'))['key']));
  const publishableKey = keyHeaders(textOf((await key('publishable'))['key']));
  const environmentId = await idOf(database, project, environment);
  const start = server.clock.now();
  await database.withControlPlane('write', (tx) =>
    addCounts(tx, [
      {
        environmentId: environmentId.environmentId,
        subject: `user:${mark}`,
        length: 60,
        start,
        before: start,
        count: 1,
      },
    ]),
  );

  const fillTenant = async (side: 'north' | 'south'): Promise<Place> => {
    const tenantMark = `${mark}${side}`;
    const names = {
      tenant: `t-${tenantMark}`,
      user: `u-${tenantMark}`,
      guest: `g-${tenantMark}`,
      email: `mail@${tenantMark}.test`,
      role: `role-${mark}`,
      otherRole: `other-${mark}`,
      type: `type-${mark}`,
      document: `document-${tenantMark}`,
      plan: `plan-${mark}`,
      entitlement: `seat-${mark}`,
      flag: `flag-${mark}`,
      otherFlag: `other-flag-${mark}`,
      secret: `SECRET_${mark.toUpperCase()}`,
      publishableKey: textOf(publishableKey['x-publishable-key']),
      number: String(applies + 2),
      text: `text-${tenantMark}`,
      desired: desired(applies + 1),
    };
    const { tenant, user, guest, role, type, document, plan } = names;
    const seed = seedsOn({ call: server.call, headers: admin });
    await seed.tenant(tenant, { name: `Name of ${tenantMark}`, attributes: { note: `note of ${tenantMark}` } });
    await send(
      'POST',
      '/v1/users',
      { id: user, name: `Person of ${tenantMark}`, email: names.email },
      { 'idempotency-key': user },
    );
    await seed.member(tenant, user, [role]);
    await seed.user(guest, { name: `Guest of ${tenantMark}`, email: `guest@${tenantMark}.test` });
    await seed.grant(tenant, guest, [role], { reason: `reason of ${tenantMark}` });
    const account = await seed.serviceAccount(tenant, `Program of ${tenantMark}`, [role]);
    await seed.relate(tenant, `${type}:${document} owner user:${user}`);
    await seed.plan(tenant, plan);
    const agreed = { value: 500, reason: `reason of ${tenantMark}` };
    await send('PUT', `/v1/tenants/${tenant}/entitlements/${names.entitlement}/override`, agreed);
    await send('POST', '/v1/entitlements/use', { tenantId: tenant, feature: names.entitlement, amount: 7 });
    const transaction = await database.withControlPlane('write', async (tx) => {
      const [here, measured, unit] = [environmentId.environmentId, `measured-${mark}`, `user.key=${user}`];
      const seen = start.toISOString();
      await tx.execute(sql`INSERT INTO seen_contexts VALUES (${here}, ${tenant}, ${`identity of ${tenantMark}`},
        ${JSON.stringify({ user: { key: user } })}, ${seen}, ${seen})`);
      await tx.execute(sql`INSERT INTO exposures VALUES (${here}, ${tenant}, ${measured}, ${unit}, 'on', ${seen})`);
      await tx.execute(sql`INSERT INTO observations VALUES
        (${here}, ${tenant}, ${unit}, ${`observed ${tenantMark}`}, ${`event-${mark}`}, '{}', ${seen})`);
      await tx.execute(sql`INSERT INTO sticky_assignments VALUES
        (${here}, ${tenant}, ${unit}, ${measured}, 'on', ${seen}, ${seen})`);
      await tx.execute(sql`INSERT INTO experiment_cuts VALUES (${here}, 'exposures', ${seen}) ON CONFLICT DO NOTHING`);
      await tx.execute(sql`INSERT INTO experiment_starts VALUES (${here}, ${measured}, ${seen})
        ON CONFLICT (environment_id, flag) DO UPDATE SET added_at = excluded.added_at`);
      await tx.execute(sql`INSERT INTO evaluation_counts VALUES (${here}, ${measured}, ${seen}, 'on', 'SPLIT', 3)
        ON CONFLICT DO NOTHING`);
      await tx.execute(sql`INSERT INTO webhook_states (environment_id, endpoint, disabled_at)
        VALUES (${here}, ${`hook-${mark}`}, ${seen}) ON CONFLICT DO NOTHING`);
      await tx.execute(sql`INSERT INTO domain_events (id, environment_id, tenant_id, type, subject, payload, created_at)
        VALUES (${`evt_${tenantMark}`}, ${here}, ${tenant}, 'note.made', ${`note of ${tenantMark}`}, '{}', ${seen})`);
      await tx.execute(sql`INSERT INTO webhook_deliveries
        (id, environment_id, endpoint, tenant_id, event_id, event_type, event_transaction, state, created_at)
        SELECT ${`whd_${tenantMark}`}, environment_id, ${`hook-${mark}`}, tenant_id, id, type, transaction, 'failed', created_at
        FROM domain_events WHERE id = ${`evt_${tenantMark}`}`);
      await tx.execute(
        sql`INSERT INTO received_events VALUES (${here}, 'provider', ${`received ${tenantMark}`}, ${seen})`,
      );
      await addAuditRows(tx, { here, tenant, mark, tenantMark, seen });
      return transactionOf(tx);
    });
    await send('POST', '/v1/access/check', {
      subject: { id: user },
      action: 'read',
      resource: { type, id: document },
      tenant,
    });
    return {
      scope: { ...environmentId, tenantId: tenant },
      project,
      environment,
      environmentMark: mark,
      tenantMark,
      names: { ...names, account, keyId: textOf((await key('secret'))['id']), transaction },
      secretKey,
      tenantKey: keyHeaders(textOf((await key('secret', { defaultTenant: tenant }))['key'])),
      publishableKey,
      token: (claims = {}) => {
        const iat = Math.floor(server.clock.now().getTime() / 1000);
        return issuer.sign({ sub: user, aud: `api-${mark}`, iat, exp: iat + 3600, tenantId: tenant, ...claims });
      },
    };
  };
  return { north: await fillTenant('north'), south: await fillTenant('south') };
}

/** The desired state of the environment's first, second … apply. */
function desiredOf({
  project,
  environment,
  mark,
  issuer,
}: {
  readonly project: string;
  readonly environment: string;
  readonly mark: string;
  readonly issuer: TokenIssuer;
}): (round: number) => JsonObject {
  const resource = (kind: string, key: string, body: JsonObject): JsonObject => ({ kind, key, body });
  return (round) => ({
    project,
    environment,
    settings: { mode: 'test', protect: false, guardrails: { limits: {} } },
    resources: [
      resource('ResourceType', `type-${mark}`, {
        actions: ['read', 'update'],
        relations: { owner: 'user' },
        grants: { owner: ['update'] },
      }),
      resource('Role', `role-${mark}`, { description: `what ${mark} does`, permissions: [`type-${mark}:read`] }),
      resource('EventSchema', `event-${mark}`, {}),
      resource('Flag', `measured-${mark}`, {
        variations: { on: true, off: false },
        fallthrough: { rollout: { on: 50, off: 50 } },
        experiment: { metrics: [{ key: 'first', event: `event-${mark}` }] },
      }),
      resource('Plan', `plan-${mark}`, { name: `Plan of ${mark}`, public: false }),
      resource('Entitlement', `seat-${mark}`, {
        type: 'quantity',
        resets: 'never',
        plans: { [`plan-${mark}`]: 50 },
      }),
      resource('Flag', `flag-${mark}`, {
        variations: { [`on-${mark}`]: true, off: false },
        entitlement: `seat-${mark}`,
        fallthrough: `on-${mark}`,
      }),
      resource('AuditStream', `stream-${mark}`, {
        to: { webhook: { url: `https://${mark}.example/audit`, secret: '${secrets.NONE}' } },
        only: { action: `none-${mark}` },
      }),
      resource('WebhookEndpoint', `hook-${mark}`, { url: `https://${mark}.example/hook`, events: [`none-${mark}`] }),
      resource('IdentityProvider', `login-${mark}`, {
        issuer: issuer.url,
        audience: [`api-${mark}`],
        algorithms: ['ES256'],
      }),
      ...Array.from({ length: round - 1 }, (_, index) =>
        resource('Role', `late-${mark}-${index}`, { permissions: [] }),
      ),
    ],
  });
}

async function idOf(
  database: Database,
  project: string,
  environment: string,
): Promise<{ readonly projectId: string; readonly environmentId: string }> {
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute<{ projectId: string; environmentId: string }>(sql`
      SELECT p.id AS "projectId", e.id AS "environmentId" FROM environments e JOIN projects p ON p.id = e.project_id
      WHERE p.key = ${project} AND e.key = ${environment}`),
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`there is no environment ${environment} of ${project}`);
  return row;
}

export async function transactionOf(tx: Transaction): Promise<string> {
  const { rows } = await tx.execute<{ id: string }>(sql`SELECT pg_current_xact_id()::text AS id`);
  return textOf(rows[0]?.id);
}

/** One row of each table of the record, in no lawful chain: here they are only looked for. */
async function addAuditRows(
  tx: Transaction,
  {
    here,
    tenant,
    mark,
    tenantMark,
    seen,
  }: { readonly [part in 'here' | 'tenant' | 'mark' | 'tenantMark' | 'seen']: string },
): Promise<void> {
  const entry = `aud_${tenantMark}`;
  const [some, none] = [sql`'\\x01'::bytea`, sql`NULL`];
  await tx.execute(sql`INSERT INTO audit_entries VALUES (${entry}, pg_current_xact_id(), ${here}, ${tenant}, ${seen}, ${seen},
    ${`note.${mark}`}, 'success', 'user', ${`actor of ${tenantMark}`}, 'note', ${`note of ${tenantMark}`}, '192.0.2.7', ${none},
    ${`{"note":"body of ${tenantMark}"}`})`);
  await tx.execute(
    sql`INSERT INTO audit_mentions VALUES (${here}, ${tenant}, 'note', ${`mention of ${tenantMark}`}, ${seen}, ${entry})`,
  );
  await tx.execute(sql`INSERT INTO audit_personal VALUES (${entry}, ${here}, ${tenant}, ${seen}, ${`subject of ${tenantMark}`}, ${some},
    ${`{"mail":"of ${tenantMark}"}`})`);
  await tx.execute(
    sql`INSERT INTO audit_receipts VALUES (${here}, ${tenant}, ${`receipt of ${tenantMark}`}, ${entry}, 'hash', ${seen})`,
  );
  await tx.execute(
    sql`INSERT INTO audit_seals VALUES (${here}, ${tenant}, 1000000, ${entry}, ${seen}, ${some}, ${some}, ${some})`,
  );
  await tx.execute(
    sql`INSERT INTO audit_chains VALUES (${here}, ${tenant}, 0, ${some}, ${some}) ON CONFLICT DO NOTHING`,
  );
  await tx.execute(sql`INSERT INTO audit_tiles VALUES (${here}, ${tenant}, 9, 0, ${some})`);
  await tx.execute(sql`INSERT INTO audit_tiles VALUES
    (${here}, ${tenant}, 0, ${restorableTile}, decode(${restorable(tenantMark).leaf}, 'hex'))`);
  await tx.execute(sql`INSERT INTO audit_prunings VALUES (${here}, ${tenant}, ${`archive of ${tenantMark}`}, 1000000, 1000000, 1,
    ${`place of ${tenantMark}`}, 'digest', ${seen})`);
  await tx.execute(sql`INSERT INTO audit_turns VALUES (${tenantMark}, ${seen})`);
  await tx.execute(
    sql`INSERT INTO audit_checkpoints VALUES (${here}, ${tenant}, 1000000, ${some}, ${`note of ${tenantMark}`}, ${seen})`,
  );
  await tx.execute(sql`INSERT INTO alert_states VALUES (${here}, ${tenant}, ${`rule-${mark}`}, ${`key of ${tenantMark}`}, 'hash', '{}',
    ${none}, ${seen})`);
  await tx.execute(sql`INSERT INTO alert_firings VALUES (${`alf_${tenantMark}`}, ${here}, ${tenant}, ${`rule-${mark}`},
    ${`key of ${tenantMark}`}, 1000000, 'high', '{}', 5, ${seen}, ${seen}, ${seen}, ${seen}, '[]')`);
  await tx.execute(sql`INSERT INTO audit_stream_states (environment_id, stream, due_at, last_error)
    VALUES (${here}, ${`stream-${mark}`}, ${seen}, ${`error of ${mark}`}) ON CONFLICT DO NOTHING`);
  await tx.execute(
    sql`INSERT INTO audit_stream_places VALUES (${here}, ${`stream-${mark}`}, ${tenant}, 1, 1, 0, ${seen}) ON CONFLICT DO NOTHING`,
  );
  await tx.execute(sql`INSERT INTO audit_signing_keys VALUES (${here}, ${tenantMark}, ${`verifier of ${tenantMark}`}, ${some}, ${seen})
    ON CONFLICT DO NOTHING`);
}
