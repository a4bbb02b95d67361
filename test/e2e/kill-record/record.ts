// All that the API tells of what has happened.
import { setTimeout as pause } from 'node:timers/promises';
import type { World } from './world.ts';

export interface Entry {
  readonly id: string;
  readonly action: string;
  readonly outcome: string;
  readonly requestId?: string;
  readonly tenantId?: string;
  readonly before?: { readonly name?: string } | null;
  readonly after?: { readonly name?: string } | null;
  readonly metadata?: { readonly login?: number };
  readonly sequence: number | null;
  readonly hash: string | null;
  readonly previousHash: string | null;
}

interface Happened {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly data: { readonly after?: { readonly name?: string } | null };
}

export interface Firing {
  readonly rule: string;
  readonly key: string;
  readonly sequence: number;
}

interface Decision {
  readonly requestId: string;
}

/** Read after one another while nobody writes. */
export interface Reading {
  /** Newest first, all sealed. */
  readonly entries: readonly Entry[];
  readonly events: readonly Happened[];
  readonly decisions: readonly Decision[];
  /** Of what the load creates, as its events are named. */
  readonly things: readonly string[];
}

export async function readAll(world: World): Promise<Reading> {
  const [users, secrets, flags, { name }] = await Promise.all([
    allPages<{ readonly id: string }>(world, '/v1/users'),
    allPages<{ readonly name: string }>(world, '/v1/secrets'),
    allPages<{ readonly key: string }>(world, '/v1/flags'),
    world.get<{ readonly name: string }>('/v1/tenants/north'),
  ]);
  return {
    entries: await sealedEntries(world),
    events: await world.list<Happened>('/v1/events?limit=200', 'after'),
    decisions: await world.list<Decision>('/v1/access/decisions?limit=200'),
    things: [
      ...users.map(({ id }) => `user.created user/${id}`),
      ...secrets.map((secret) => `secret.set secret/${secret.name}`),
      ...flags.map(({ key }) => `flag.created Flag/${key}`),
      `tenant.updated tenant/north ${name}`,
    ],
  };
}

/** How an event is told apart from all others of the load. */
export function nameOfEvent({ data, subject, type }: Happened): string {
  return type === 'tenant.updated' ? `${type} ${subject} ${data.after?.name}` : `${type} ${subject}`;
}

async function sealedEntries(world: World): Promise<readonly Entry[]> {
  for (;;) {
    const entries = await world.list<Entry>('/v1/audit/entries?limit=200');
    if (entries.every(({ sequence }) => sequence !== null)) return entries;
    await pause(20);
  }
}

async function allPages<T>(world: World, path: string): Promise<readonly T[]> {
  const found: T[] = [];
  for (let page = 1; ; page += 1) {
    const { data } = await world.get<{ readonly data: readonly T[] }>(`${path}?pageSize=200&page=${page}`);
    found.push(...data);
    if (data.length < 200) return found;
  }
}
