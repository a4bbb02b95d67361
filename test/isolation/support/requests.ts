// What operations are sent whose schemas alone do not tell. Everything else is made by valid-request.ts: parameters and
// fields by their names. The request has to be valid in the place that the names are of: the test proves it.
import type { Json, JsonObject } from '../../../src/engine/json.ts';
import type { AuthMode } from '../../../src/server/caller.ts';
import type { Names } from './places.ts';
import { restorable } from './restorable.ts';

interface Entry {
  readonly params?: { readonly [name: string]: string };
  readonly body?: Json;
  /** Filters to be tried, besides those that the place has a name for. */
  readonly queries?: readonly { readonly [name: string]: string }[];
}

type Requests = { readonly [operationId: string]: ((names: Names, mode: AuthMode) => Entry) | undefined };

const documentOf = ({ type, document }: Names): JsonObject => ({ type, id: document });
const userOf = ({ user }: Names): JsonObject => ({ type: 'user', id: user });
const ownership = (names: Names, subject: string): JsonObject => ({
  resource: documentOf(names),
  relation: 'owner',
  subject: { type: 'user', id: subject },
});
const evaluation = (names: Names): JsonObject => ({
  subject: userOf(names),
  action: { name: 'read' },
  resource: documentOf(names),
  context: { tenant: names.tenant },
});
const hookOf = ({ role }: Names) => ({ endpoint: role.replace('role-', 'hook-') });
const streamOf = ({ role }: Names) => ({ stream: role.replace('role-', 'stream-') });
const deliveryOf = ({ tenant }: Names) => ({ id: `whd_${tenant.slice(2)}` });
const flagBody: JsonObject = { variations: { on: true, off: false } };
/** In entries, since an object with a member of that name is taken for a promise. */
const alertRule = (actor: string): JsonObject => {
  const entries: readonly (readonly [string, Json])[] = [
    ['when', { 'actor.id': actor }],
    ['then', [{ event: 'security.alert' }]],
  ];
  return Object.fromEntries(entries);
};
/** A user's token may not ask for the grounds. */
const explained = (mode: AuthMode): JsonObject => (mode === 'secret' ? { explain: true } : {});

const entryOf = ({ tenant, text, user }: Names): JsonObject => ({
  action: 'document.exported',
  actor: { id: user },
  tenantId: tenant,
  metadata: { note: text },
});

export const requests: Requests = {
  'audit.record': (names) => ({ body: entryOf(names) }),
  'audit.recordMany': (names) => ({ body: { entries: [entryOf(names), { ...entryOf(names), key: names.text }] } }),
  'changesets.compute': ({ desired }) => ({ body: { desired } }),
  'alerts.backtest': ({ text }) => ({ body: { rule: alertRule(text) } }),
  'revisions.create': ({ desired, text }) => ({ body: { author: text, desired } }),
  'revisions.rollback': ({ text }) => ({ params: { number: '1' }, body: { author: text } }),
  'resources.put': ({ otherRole, text }) => ({
    params: { key: otherRole },
    body: { body: { description: text, permissions: [] } },
  }),
  'resources.delete': ({ otherRole }) => ({ params: { key: otherRole } }),
  'keys.rotate': ({ keyId }) => ({ params: { id: keyId } }),
  'keys.revoke': ({ keyId }) => ({ params: { id: keyId } }),
  'secrets.set': ({ secret }) => ({ params: { name: secret } }),
  'secrets.remove': ({ secret }) => ({ params: { name: secret } }),
  'users.create': ({ text }) => ({ body: { id: text, name: text } }),
  'members.add': ({ guest, role }) => ({ body: { userId: guest, roles: [role] } }),
  'members.addRole': ({ otherRole }) => ({ params: { role: otherRole } }),
  'grants.listOfUser': ({ guest }) => ({ params: { user: guest } }),
  'grants.set': ({ guest }) => ({ params: { user: guest } }),
  'grants.withdraw': ({ guest }) => ({ params: { user: guest } }),
  'relationships.write': (names) => ({
    body: { add: [ownership(names, names.guest)], remove: [ownership(names, names.user)] },
  }),
  'access.check': (names, mode) => ({
    body: {
      subject: userOf(names),
      action: 'read',
      resource: documentOf(names),
      tenant: names.tenant,
      ...explained(mode),
    },
  }),
  'access.checkMany': (names, mode) => ({
    body: {
      subject: userOf(names),
      checks: [
        { action: 'read', resource: documentOf(names) },
        { action: 'update', resource: documentOf(names) },
      ],
      tenant: names.tenant,
      ...explained(mode),
    },
  }),
  'access.who': (names) => ({ body: { action: 'update', resource: documentOf(names), tenant: names.tenant } }),
  'access.can': (names) => ({ body: { subject: userOf(names), resource: documentOf(names), tenant: names.tenant } }),
  'access.decisions.report': (names) => ({
    body: {
      decisions: [
        {
          decidedAt: '2026-11-01T00:00:00Z',
          tenant: names.tenant,
          subject: userOf(names),
          action: 'read',
          resource: documentOf(names),
          allowed: true,
          policyRevision: 1,
        },
      ],
    },
  }),
  'access.decisions.list': ({ user }) => ({
    queries: [
      { subject: user },
      { action: 'read' },
      { action: 'update' },
      { allowed: 'true' },
      { allowed: 'false' },
      { action: 'read', allowed: 'false' },
    ],
  }),
  'relationships.list': ({ type, document, user }) => ({
    queries: [{ resource: `${type}:${document}` }, { subject: `user:${user}` }],
  }),
  'entitlements.evaluate': ({ entitlement, tenant }) => ({ body: { tenantId: tenant, features: [entitlement] } }),
  'entitlements.use': ({ entitlement, tenant }) => ({ body: { tenantId: tenant, feature: entitlement } }),
  'entitlements.release': ({ entitlement, tenant }) => ({ body: { tenantId: tenant, feature: entitlement } }),
  'entitlementOverrides.set': ({ text }) => ({ body: { value: 400, reason: text } }),
  'flags.report': ({ tenant, text, user }) => ({
    body: {
      counts: [{ flag: text, variation: null, reason: 'ERROR', count: 1 }],
      contexts: [{ user: { key: user }, tenant: { key: tenant } }],
      exposures: [{ flag: text, variation: text, by: 'user.key', unit: user }],
    },
  }),
  'flags.get': ({ flag }) => ({ params: { key: flag } }),
  'flags.create': ({ text }) => ({ body: { key: text, body: flagBody } }),
  'flags.update': ({ otherFlag, text }) => ({
    params: { key: otherFlag },
    body: { body: { ...flagBody, description: text } },
  }),
  'flags.archive': ({ otherFlag }) => ({ params: { key: otherFlag }, body: {} }),
  'flags.delete': ({ otherFlag }) => ({ params: { key: otherFlag } }),
  'flags.evaluate': ({ flag, tenant, user }) => ({
    body: { flags: [flag], context: { user: { key: user }, tenant: { key: tenant } } },
  }),
  'ofrep.evaluateFlag': ({ flag, tenant, user }) => ({
    params: { key: flag },
    body: { context: { targetingKey: user, tenant: { key: tenant } } },
  }),
  'ofrep.evaluateFlags': ({ tenant, user }) => ({
    body: { context: { targetingKey: user, tenant: { key: tenant } } },
  }),
  'experiments.observe': ({ text, user }) => ({
    body: { observations: [{ by: 'user.key', unit: user, event: text, id: text }] },
  }),
  'experiments.results': ({ role }) => ({ params: { flag: role.replace('role-', 'measured-') } }),
  'audit.entries.list': ({ tenant, user }) => ({
    queries: [
      { actor: user },
      { action: 'note.*' },
      { action: '*.read' },
      { resource: `note of ${tenant.slice(2)}` },
      { resource: `mention of ${tenant.slice(2)}` },
      { ip: '192.0.2.7', outcome: 'success' },
      { requestId: `request of ${tenant.slice(2)}` },
      { since: '2026-01-01T00:00:00Z', until: '2100-01-01T00:00:00Z' },
    ],
  }),
  'audit.entries.feed': ({ tenant, user, transaction }) => ({
    queries: [
      {},
      { after: `${transaction}-` },
      { after: `${transaction}-`, actor: user },
      { after: `${transaction}-`, action: 'note.*' },
      { after: `${transaction}-`, resource: `note of ${tenant.slice(2)}` },
    ],
  }),
  'audit.entries.get': ({ tenant }) => ({ params: { id: `aud_${tenant.slice(2)}` } }),
  'audit.export': ({ tenant, user }) => ({
    queries: [{ tenant }, { tenant, format: 'csv', actor: user }, { tenant, personal: 'true' }],
  }),
  'events.list': ({ tenant }) => ({
    queries: [{ types: 'note.*' }, { since: '2026-01-01' }, { after: `evt_${tenant.slice(2)}` }],
  }),
  'events.get': ({ tenant }) => ({ params: { id: `evt_${tenant.slice(2)}` } }),
  'events.stream': () => ({ queries: [{ since: '2026-01-01', types: 'note.*' }] }),
  'audit.restore': ({ tenant }) => ({
    body: { tenant, until: '2027-06-01T00:00:00Z', lines: [restorable(tenant.slice(2)).line] },
  }),
  'audit.personal.erase': ({ tenant }) => ({ params: { subject: `subject of ${tenant.slice(2)}` } }),
  'audit.streams.get': (names) => ({ params: streamOf(names) }),
  'audit.streams.replay': (names) => ({ params: streamOf(names), body: { from: 1 } }),
  'webhooks.listDeliveries': (names) => ({ params: hookOf(names), queries: [{ state: 'failed' }] }),
  'webhooks.getDelivery': (names) => ({ params: deliveryOf(names) }),
  'webhooks.replayDelivery': (names) => ({ params: deliveryOf(names) }),
  'webhooks.replay': (names) => ({ params: hookOf(names), body: { since: '2026-01-01', types: ['note.*'] } }),
  'webhooks.enable': (names) => ({ params: hookOf(names) }),
  'webhooks.disable': (names) => ({ params: hookOf(names) }),
  'webhooks.rotateSecret': (names) => ({ params: hookOf(names), body: {} }),
  'authzen.evaluation': (names) => ({ body: evaluation(names) }),
  'authzen.evaluations': (names) => ({ body: { evaluations: [evaluation(names)] } }),
  'authzen.search.subject': (names) => ({ body: { ...evaluation(names), subject: { type: 'user' } } }),
  'authzen.search.resource': (names) => ({ body: { ...evaluation(names), resource: { type: names.type } } }),
  'authzen.search.action': (names) => ({ body: evaluation(names) }),
};
