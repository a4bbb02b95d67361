/** A program that uses the SDK of the real API, right and wrong: it compiles only if every wrong use is refused. */
export const typedUses = (sdk: string): string => `
import {
  type AlertAction,
  Dream,
  type DreamEvent,
  type Grantee,
  NotFoundError,
  type Tenant,
  type TenantPage,
  Tenants,
  type TenantsListQuery,
  type ThinEvent,
} from '${sdk}';
import type { EventPayloads } from './dream-types.js';

const client = new Dream({ secretKey: 'sk_test_x', baseUrl: 'http://127.0.0.1', timeout: undefined });

export async function values(): Promise<void> {
  const tenant: Tenant = await client.tenants.get('acme', { timeout: 5, signal: AbortSignal.timeout(1) });
  const { value, requestId } = await client.tenants.get('acme').raw();
  const name: string = value.name + String(requestId);
  const nothing: void = await client.tenants.delete('acme', { idempotencyKey: name });
  console.log(tenant.id, nothing);
  // @ts-expect-error what is answered is not changed
  tenant.name = 'other';
  // @ts-expect-error a call is no value before it is awaited
  client.tenants.get('acme').name;
  // @ts-expect-error the tenant is missing
  client.tenants.get();
  // @ts-expect-error no such option
  client.tenants.get('acme', { tiemout: 5 });
  // @ts-expect-error no such field
  tenant.nmae;
  // @ts-expect-error no such operation
  client.tenants.fetch('acme');
}

export async function lists(plan: string | undefined): Promise<void> {
  const query: TenantsListQuery = { plan, pageSize: 10, createdFrom: new Date(0), createdBefore: '2026-01-01T00:00:00Z' };
  const page: TenantPage = await client.tenants.list(query);
  for await (const tenant of client.tenants.list()) console.log(tenant.id.length, page.pagination.hasNext);
  for await (const { data } of client.tenants.list().pages()) console.log(data.at(0)?.id);
  const some: Tenant[] = await client.tenants.list({ plan: 'pro' }).toArray({ max: 5 });
  for await (const entry of client.audit.entries.list({ outcome: 'denied' })) console.log(entry.action, some);
  // @ts-expect-error a number of items is wanted
  client.tenants.list({ pageSize: 'many' });
  // @ts-expect-error no such filter
  client.tenants.list({ colour: 'red' });
  // @ts-expect-error how many there may be is part of the question
  client.tenants.list().toArray();
}

export async function streams(): Promise<void> {
  for await (const { event, data } of client.audit.entries.stream({ after: 1 })) console.log(event, data.length);
  for await (const bytes of client.audit.export({ format: 'csv' })) console.log(bytes.byteLength);
  const text: string = await client.audit.export().text();
  console.log(text);
}

export async function bodies(): Promise<void> {
  await client.tenants.create({ id: 'acme', name: 'Acme', attributes: undefined });
  // @ts-expect-error the name is missing
  await client.tenants.create({ id: 'acme' });
  // @ts-expect-error no such field
  await client.tenants.create({ id: 'acme', name: 'Acme', colour: 'red' });
  // @ts-expect-error null only where the API says so
  await client.tenants.create({ id: 'acme', name: null });
}

export function openChoice(action: AlertAction): string {
  const { outcome } = action;
  return outcome === 'done' ? 'done' : outcome === 'a-value-that-came-later' ? outcome : outcome.toUpperCase();
}

export function narrowed({ grant }: Grantee): string {
  switch (grant.by) {
    case 'role':
      return grant.role;
    case 'relation':
      return grant.relation;
    default:
      return String(grant.by) + String(grant['anything']);
  }
}

export function notNarrowed({ grant }: Grantee): unknown {
  // @ts-expect-error only a grant by a role has one
  const role: string = grant.role;
  return role;
}

export function happened(event: DreamEvent): string {
  const type: string = event.type;
  // @ts-expect-error which data it is has not been asked
  event.data.author;
  if (type.startsWith('audit.')) return event.tenantId ?? 'nobody';
  if (event.type === 'revision.applied') return event.data.changes.toFixed();
  if (event.type === 'alert.fired' || event.type === 'flag.updated') {
    // @ts-expect-error only one of the two has it
    event.data.rule;
    return event.data.key;
  }
  // @ts-expect-error no event is called so
  if (event.type === 'tenant.upated') return '';
  switch (event.type) {
    case 'tenant.updated':
      // @ts-expect-error no such field
      event.data.rule;
      return event.data.author;
    default:
      return event.createdAt;
  }
}

export async function received(body: string, signature: string | null): Promise<number> {
  const event = await client.webhooks.constructEvent<EventPayloads>(body, signature, 'whsec_x');
  // @ts-expect-error an endpoint may be sent no more than the type
  if (event.type === 'invoice.sent') event.data.amount;
  // @ts-expect-error and no other field
  event.subject;
  // @ts-expect-error no event is called so
  if (event.type === 'invoice.snet') return 0;
  if (event.type === 'alert.fired' && event.data !== undefined) return event.data.count;
  if (event.data === undefined) {
    const thin: ThinEvent<EventPayloads> = event;
    // @ts-expect-error it is not whole
    const whole: DreamEvent<EventPayloads> = event;
    return thin.id.length + whole.type.length;
  }
  const subject: string = event.subject;
  if (event.type === 'invoice.sent') return event.data.amount + subject.length;
  // @ts-expect-error no such field
  if (event.type === 'alert.fired') event.data.amount;
  if (event.type === 'revision.applied') return event.data.changes;
  const plain = await client.webhooks.constructEvent(body, signature, 'whsec_x');
  // @ts-expect-error a type of the user, who has not told of it
  if (plain.type === 'invoice.sent') return 1;
  for await (const past of client.events.list()) if (past.type === 'revision.applied') return past.data.revision;
  const one: DreamEvent = await client.events.get(event.id);
  return Object.keys(one.data).length;
}

export function unknown(event: DreamEvent): unknown {
  switch (event.type) {
    case 'revision.applied':
      return event.data.revision;
    case 'alert.fired':
      return event.data.sequence;
    default:
      return { id: event.id, type: event.type.toUpperCase(), ...event.data };
  }
}

export function errors(error: unknown): string | undefined {
  return error instanceof NotFoundError ? error.userMessage : undefined;
}

const other: Dream = client.withOptions({ tenant: 'acme' });
other.setUserToken(async () => 'token');
export const resources: readonly Tenants[] = [client.tenants, other.tenants];
// @ts-expect-error no such setting
new Dream({ apiKey: 'sk_test_x' });
`;
