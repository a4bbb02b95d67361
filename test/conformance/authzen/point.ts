// A policy decision point for tests of the standard: `const { post } = await decisionPoint(database, scenario)`.
import { memberships, relationships, roleAssignments, tenants, users } from '../../../src/components/access/tables.ts';
import { authzenConfiguration } from '../../../src/components/access/authzen/discovery.ts';
import type { Database } from '../../../src/db/contract.ts';
import { environments } from '../../../src/db/tables/index.ts';
import type { Json, JsonObject } from '../../../src/engine/json.ts';
import { type Seeds, seedsOn } from '../../support/tenancy.ts';
import { applyResources } from '../../support/apply-resources.ts';
import { type Received, startServer, type TestServer } from '../../support/test-server.ts';
import { wholeTable } from '../../support/whole-table.ts';

/** Roles and resource types, and the members of the one tenant. */
export interface Scenario {
  /** By kind and key: `Role/viewer`. */
  readonly policy: { readonly [name: string]: JsonObject };
  readonly members: {
    readonly [id: string]: {
      readonly roles: readonly string[];
      readonly email?: string;
      readonly attributes?: JsonObject;
    };
  };
  /** Type and id of the resource, relation, type and id of the subject. */
  readonly relationships?: readonly (readonly [string, string, string, string, string])[];
}

export interface DecisionPoint extends TestServer {
  /** Posts to `/access/v1/<path>` as the enforcement point of tenant acme. */
  post(path: string, body: Json, headers?: Readonly<Record<string, string>>): Promise<Received>;
  /** The headers of that enforcement point. */
  readonly credentials: Readonly<Record<string, string>>;
  readonly seed: Seeds;
}

export async function decisionPoint(database: Database, scenario: Scenario): Promise<DecisionPoint> {
  const server = await startServer(database, { operations: wholeTable, documents: [authzenConfiguration] });
  await applyResources(server, scenario.policy);
  await database.withControlPlane('write', async (tx) => {
    const [environment] = await tx.select().from(environments);
    const environmentId = environment?.id ?? '';
    const at = server.clock.now();
    const stamps = { createdAt: at, updatedAt: at };
    const inAcme = { environmentId, tenantId: 'acme' };
    const members = Object.entries(scenario.members);
    await tx.insert(tenants).values({ environmentId, id: 'acme', name: 'Acme', attributes: {}, ...stamps });
    await tx
      .insert(users)
      .values(
        members.map(([id, { attributes = {}, email = null }]) => ({ environmentId, id, email, attributes, ...stamps })),
      );
    await tx.insert(memberships).values(members.map(([userId]) => ({ ...inAcme, userId, createdAt: at })));
    await tx.insert(roleAssignments).values(
      members.flatMap(([subjectId, { roles }]) =>
        roles.map((role) => ({
          ...inAcme,
          subjectType: 'user' as const,
          subjectId,
          role,
          assignedBy: 'test',
          assignedAt: at,
        })),
      ),
    );
    const ties = scenario.relationships ?? [];
    if (ties.length > 0) {
      await tx.insert(relationships).values(
        ties.map(([resourceType, resourceId, relation, subjectType, subjectId]) => ({
          ...inAcme,
          resourceType,
          resourceId,
          relation,
          subjectType,
          subjectId,
          createdAt: at,
        })),
      );
    }
  });
  const credentials = { ...server.admin(), 'x-tenant-id': 'acme' };
  return {
    ...server,
    credentials,
    seed: seedsOn({ call: server.call, headers: server.admin() }),
    post: (path, body, headers = {}) =>
      server.call('POST', `/access/v1/${path}`, { headers: { ...credentials, ...headers }, body }),
  };
}
