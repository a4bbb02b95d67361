// A small product with tenants, for tests of decisions: `const { ask, seed } = await productOn(database)`.
import {
  memberships,
  relationships,
  roleAssignments,
  serviceAccounts,
  tenantGrants,
  tenants,
  users,
} from '../../../../src/components/access/tables.ts';
import type { Database } from '../../../../src/db/contract.ts';
import { environments } from '../../../../src/db/tables/index.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { applyResources } from '../../../support/apply-resources.ts';
import { type Seeds, seedsOn } from '../../../support/tenancy.ts';
import { type Received, startServer, type TestServer } from '../../../support/test-server.ts';
import { wholeTable } from '../../../support/whole-table.ts';

export interface Product {
  readonly server: TestServer;
  readonly seed: Seeds;
  /** Id of the service account of acme. */
  readonly program: string;
  /** Posts to `/v1/access/<what>`, about tenant acme unless the body names another. */
  ask(what: 'check' | 'checks' | 'who' | 'can', body: JsonObject): Promise<Received>;
  /** The decision log, by the query. */
  log(query?: string): Promise<Received>;
}

/** Documents with owners, editors and folders above them, invoices with limits, employees with scopes. */
const policy: { readonly [name: string]: JsonObject } = {
  'ResourceType/folder': { actions: ['open'], relations: { editor: ['user', 'service-account'] } },
  'ResourceType/document': {
    actions: ['read', 'update', 'delete', 'share'],
    attributes: { status: 'string' },
    relations: { owner: 'user', editor: ['user', 'service-account'], reader: ['user', 'tenant'], parent: 'folder' },
    grants: { owner: ['*'], editor: ['read', 'update'], reader: ['read'], 'parent.editor': ['read', 'update'] },
  },
  'ResourceType/invoice': {
    actions: ['read', 'approve'],
    attributes: { amount: 'number', createdBy: 'string' },
  },
  'ResourceType/employee': {
    actions: ['read', 'update'],
    scopes: { self: 'resource.userId == user.key' },
    attributes: { userId: 'string' },
  },
  'Role/viewer': { permissions: ['invoice:read', 'employee:read:self'] },
  'Role/approver': {
    inherits: ['viewer'],
    permissions: ['invoice:approve'],
    conditions: { 'invoice:approve': 'resource.amount <= user.limit && resource.createdBy != user.key' },
  },
  'Role/admin': { permissions: ['*'] },
};

const program = 'svc_1';

/** Members of acme: ada (approver up to 500), bo (viewer), cy (nothing); guest max (admin); a program that views. */
export async function productOn(database: Database): Promise<Product> {
  const server = await startServer(database, { operations: wholeTable });
  const headers = server.admin();
  await applyResources(server, policy);
  await database.withControlPlane('write', async (tx) => {
    const [environment] = await tx.select().from(environments);
    const environmentId = environment?.id ?? '';
    const at = server.clock.now();
    const stamps = { createdAt: at, updatedAt: at };
    const inAcme = { environmentId, tenantId: 'acme' };
    const assigned = { assignedBy: 'test', assignedAt: at };
    await tx
      .insert(tenants)
      .values(['acme', 'globex'].map((id) => ({ environmentId, id, name: id, attributes: {}, ...stamps })));
    await tx.insert(users).values(
      ['ada', 'bo', 'cy', 'max', 'zed'].map((id) => {
        const attributes: JsonObject = id === 'ada' ? { limit: 500 } : {};
        return { environmentId, id, attributes, ...stamps };
      }),
    );
    await tx
      .insert(memberships)
      .values([
        ...['ada', 'bo', 'cy'].map((userId) => ({ ...inAcme, userId, createdAt: at })),
        { environmentId, tenantId: 'globex', userId: 'zed', createdAt: at },
      ]);
    await tx.insert(serviceAccounts).values({ ...inAcme, id: program, name: 'importer', createdAt: at });
    await tx.insert(roleAssignments).values([
      { ...inAcme, subjectType: 'user', subjectId: 'ada', role: 'approver', ...assigned },
      { ...inAcme, subjectType: 'user', subjectId: 'bo', role: 'viewer', ...assigned },
      { ...inAcme, subjectType: 'service-account', subjectId: program, role: 'viewer', ...assigned },
      { environmentId, tenantId: 'globex', subjectType: 'user', subjectId: 'zed', role: 'admin', ...assigned },
    ]);
    const expiresAt = new Date('2026-11-21T00:00:00.000Z');
    const granted = { reason: 'support', grantedBy: 'test', grantedAt: at, expiresAt };
    await tx.insert(tenantGrants).values({ ...inAcme, userId: 'max', roles: ['admin'], ...granted });
    const ties = [
      ['document', 'plan', 'owner', 'user', 'bo'],
      ['document', 'plan', 'parent', 'folder', 'finance'],
      ['folder', 'finance', 'editor', 'user', 'cy'],
      ['folder', 'finance', 'editor', 'service-account', program],
      ['document', 'news', 'reader', 'tenant', 'acme'],
    ] as const;
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
  });
  return {
    server,
    seed: seedsOn({ call: server.call, headers }),
    program,
    ask: (what, body) => server.call('POST', `/v1/access/${what}`, { headers, body: { tenant: 'acme', ...body } }),
    log: (query = '') => server.call('GET', `/v1/access/decisions${query}`, { headers }),
  };
}

export const user = (id: string, properties?: JsonObject): JsonObject => ({
  type: 'user',
  id,
  ...(properties === undefined ? {} : { properties }),
});

export const invoice = (amount: number, createdBy = 'bo'): JsonObject => ({
  type: 'invoice',
  id: `inv-${amount}`,
  properties: { amount, createdBy },
});
