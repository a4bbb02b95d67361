import type { Json } from '../../../engine/json.ts';
import { idBody } from './words.ts';

const user: Json = { type: 'user', id: 'ada' };
const asking: Json = { user: { key: 'ada' }, tenant: { key: 'acme', plan: 'pro' } };
const approval = 'Show the new checkout to the beta.';
const ada = { id: ['ada'], name: ['Ada Lovelace'] };
const acme = { id: ['acme'], name: ['Acme'] };
const exporter = { id: ['sva_01KAG8R4V2M6T9X3Q7N5B1C0DE'], name: ['Nightly export'] };
const asUser = { type: ['user'], id: ['ada'] };
const apiKey = { id: [`key_${idBody}`], name: ['Deployment'], hint: ['…x7Kq'] };
const flag: readonly Json[] = [{ variations: { on: true, off: false }, fallthrough: 'on' }];
/** Five logins of one person that fail within ten minutes. In pairs: what has a `then` would be taken for a promise. */
const guessing: readonly (readonly [string, Json])[] = [
  ['when', { action: 'auth.login', outcome: 'failure' }],
  ['count', { atLeast: 5, within: '10m', by: 'actor.id' }],
  ['then', [{ event: 'security.brute_force' }]],
];

const titleWords: { readonly [title: string]: { readonly [field: string]: readonly Json[] } } = {
  AccessCanBody: { subject: [user], resource: [{ type: 'invoice', id: 'inv_42' }] },
  AccessCheckBody: { subject: [user], action: ['approve'] },
  AccessCheckManyBody: { subject: [user] },
  AccessWhoBody: { action: ['approve'] },
  ActionVerdict: { action: ['approve'] },
  AffectedSubject: asUser,
  AlertsBacktestBody: { rule: [Object.fromEntries(guessing)] },
  ApiKey: apiKey,
  AskedResource: { id: ['inv_42'] },
  AuditStream: { name: ['Security'], key: ['siem'] },
  AuditStreamWithChains: { name: ['Security'], key: ['siem'] },
  AuthzenAction: { name: ['approve'] },
  AuthzenAnyAction: { name: ['approve'] },
  AuthzenFoundAction: { name: ['approve'] },
  AuthzenEvaluationsBody: {
    subject: [user],
    action: [{ name: 'approve' }],
    evaluations: [[{ resource: { type: 'invoice', id: 'inv_42' } }, { resource: { type: 'invoice', id: 'inv_43' } }]],
  },
  AuthzenEvaluationBody: { subject: [user] },
  AuthzenSearchActionBody: { subject: [user] },
  AuthzenSearchResourceBody: { subject: [user] },
  Check: { action: ['approve'] },
  EntitlementOverride: { value: [500] },
  EntitlementOverridesSetBody: { value: [500] },
  EntryAuthentication: { mode: ['secret'] },
  EntryActor: { ...asUser, name: ['Ada Lovelace'] },
  Environment: { id: ['env_01KAG8R4V2M6T9X3Q7N5B1C0DE'], name: ['production'] },
  FlagsArchiveBody: { message: ['Everybody has the new checkout.'] },
  FlagsCreateBody: { body: flag, message: [approval] },
  FlagsEvaluateBody: { context: [asking] },
  FlagsUpdateBody: { body: flag, message: [approval] },
  KeysCreateBody: { name: ['Deployment'] },
  LoggedDecision: { action: ['approve'] },
  Me: { id: ['ada'] },
  MetricResults: { key: ['orders'] },
  NewApiKey: { ...apiKey, key: [`sk_test_${'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklm'}`] },
  NewAuditEntry: { key: ['approval-of-inv_42'] },
  OfrepEvaluateFlagBody: { context: [{ targetingKey: 'ada', plan: 'pro' }] },
  OfrepEvaluateFlagsBody: { context: [{ targetingKey: 'ada', plan: 'pro' }] },
  PublicPlan: { key: ['pro'], name: ['Pro'] },
  RecordedActor: { ...asUser, name: ['Ada Lovelace'] },
  RelatedSubject: asUser,
  ResourcesPutBody: { body: [{ description: 'Approves invoices.', permissions: ['invoice:approve'] }] },
  Revision: { message: [approval] },
  RevisionSummary: { message: [approval] },
  RevisionsCreateBody: { message: [approval] },
  RevisionsRollbackBody: { message: ['Back to the old checkout.'] },
  SecretName: { name: ['ACCOUNTING_SIGNING'] },
  SecretsSetBody: { value: ['what nobody is ever shown again'] },
  ServiceAccount: exporter,
  ServiceAccountsCreateBody: exporter,
  Subject: asUser,
  Tenant: acme,
  TenantsCreateBody: { ...acme, currency: ['USD'] },
  TenantsUpdateBody: acme,
  User: ada,
  UsersCreateBody: ada,
  UsersPutBody: ada,
  UsersUpdateBody: ada,
  WebhookEndpoint: { key: ['accounting'], name: ['Accounting'] },
};

const known = new Map(Object.entries(titleWords).map(([title, fields]) => [title, new Map(Object.entries(fields))]));
const none: ReadonlyMap<string, readonly Json[]> = new Map();

/** By its name what a field of a schema with that name holds: for what is not the same of everything. */
export function titleWordsFor(title: string): ReadonlyMap<string, readonly Json[]> {
  return known.get(title) ?? none;
}
