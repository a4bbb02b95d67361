import type { Session } from '../../../db/contract.ts';
import { readLiveResources } from '../../../db/live-resources.ts';
import type { DraftChange } from '../../../engine/changeset/draft-change.ts';
import type { Somebody, ToldEffect, ToldImpact } from '../../../engine/changeset/impact.ts';
import type { ImpactContext } from '../../contract.ts';
import type { TenantName } from '../../ports.ts';
import { type StoredArchive, selectArchives } from '../retention/removing/queries.ts';
import { keptFor, readRetention, type Retention, whichArchives, whichPolicy } from '../retention/which-policy.ts';
import { amount } from './amount.ts';
import { archivesRemoved } from './archives-removed.ts';
import { type CountedEntries, countEntries } from './queries.ts';

/** More entries than these are not counted while somebody waits for a plan. */
const mostCounted = 5_000_000;
/** Nor are more archives looked at. */
const mostArchives = 100_000;

const fates = [
  'tenantsWithEntriesArchived',
  'tenantsWithEntriesDeleted',
  'tenantsWithEntriesKept',
  'tenantsWithArchivesRemoved',
] as const;
type Fate = (typeof fates)[number];

/** Entries of one tenant, or archives of theirs, that a changeset makes something else of. */
interface Share {
  readonly fate: Fate;
  readonly tenantId: string;
  /** Of the policies that decide about them, after and before, and of the one that says where they go. */
  readonly policies: readonly string[];
  /** How many entries, or archives. */
  readonly count: number;
}

/** How many entries and archives of which tenants would be over their time at once, or not any more. */
export async function retentionImpact(
  changes: readonly DraftChange[],
  session: Session,
  { changeset, now, ports }: ImpactContext,
): Promise<readonly (ToldImpact | null)[]> {
  if (!changes.some(({ kind }) => kind === 'RetentionPolicy')) return changes.map(() => null);
  const live = await readLiveResources(session, ['RetentionPolicy']);
  const before = live.map(({ body, key }) => readRetention(key, body));
  const changed = changeset.filter(({ kind }) => kind === 'RetentionPolicy');
  const gone = new Set(changed.flatMap(({ from, key }) => [key, from ?? key]));
  const after = [
    ...before.filter(({ key }) => !gone.has(key)),
    ...changed.flatMap(({ after: body, key }) => (body === null ? [] : [readRetention(key, body)])),
  ];
  const lengths = [...new Set([...before, ...after].map(({ keep }) => keep))].filter(Number.isFinite);
  const moments = lengths.map((length) => new Date(now.getTime() - length));
  const counted = await countEntries(session, moments, mostCounted);
  if (counted === null) return changes.map(({ kind }) => (kind === 'RetentionPolicy' ? uncounted() : null));
  const archives = await archivesWithin(session, after, now);
  const shares = [
    ...sharesOf(counted, lengths, { before, after }),
    ...archivesRemoved(archives, { before, after }, now).map(
      (removed): Share => ({ fate: 'tenantsWithArchivesRemoved', ...removed, count: 1 }),
    ),
  ];
  const tenants = new Map(
    (await ports.tenants?.find(session, [...new Set(shares.map(({ tenantId }) => tenantId))]))?.map((one) => [
      one.id,
      one,
    ]),
  );
  return changes.map((change) => (change.kind === 'RetentionPolicy' ? told(change, shares, tenants) : null));
}

/** Those that could be over their time. */
async function archivesWithin(
  session: Session,
  policies: readonly Retention[],
  now: Date,
): Promise<readonly StoredArchive[]> {
  const shortest = Math.min(...policies.map(({ archiveKeep }) => archiveKeep));
  if (!Number.isFinite(shortest)) return [];
  return selectArchives(session, new Date(now.getTime() - shortest), { after: '', most: mostArchives });
}

function uncounted(): ToldImpact {
  const reason = `how many entries it archives or deletes at once is not known: there are more than ${amount(mostCounted)}`;
  return { effects: [], unknown: [{ reason, figures: [...fates] }], none: '' };
}

function sharesOf(
  counted: readonly CountedEntries[],
  lengths: readonly number[],
  { after, before }: { readonly before: readonly Retention[]; readonly after: readonly Retention[] },
): readonly Share[] {
  return counted.flatMap((one) => {
    const [was, is, archives] = [whichPolicy(before, one), whichPolicy(after, one), whichArchives(after, one)];
    const over = (policies: readonly Retention[]): number => one.before[lengths.indexOf(keptFor(policies, one))] ?? 0;
    const entries = over(after) - over(before);
    if (entries === 0) return [];
    const archived = typeof archives?.archive === 'string' ? 'tenantsWithEntriesArchived' : 'tenantsWithEntriesDeleted';
    const fate: Fate = entries > 0 ? archived : 'tenantsWithEntriesKept';
    const policies = [was?.key, is?.key, archives?.key].filter((key) => key !== undefined);
    return [{ fate, tenantId: one.tenantId, policies, count: Math.abs(entries) }];
  });
}

function told(
  { from, key }: DraftChange,
  shares: readonly Share[],
  tenants: ReadonlyMap<string, TenantName>,
): ToldImpact {
  const own = shares.filter(({ policies }) => policies.includes(key) || policies.includes(from ?? key));
  const effects = fates.flatMap((fate) => {
    const some = own.filter((share) => share.fate === fate);
    return some.length === 0 ? [] : [effect(fate, some, tenants)];
  });
  const none = 'no entry is over its time because of it, and none is kept longer; no archive is removed';
  return { effects, unknown: [], none };
}

const verbs: { readonly [fate in Fate]: readonly [one: string, many: string] } = {
  tenantsWithEntriesArchived: ['is archived', 'are archived'],
  tenantsWithEntriesDeleted: ['is deleted', 'are deleted'],
  tenantsWithEntriesKept: ['is kept longer', 'are kept longer'],
  tenantsWithArchivesRemoved: ['is removed', 'are removed'],
};

function effect(fate: Fate, shares: readonly Share[], tenants: ReadonlyMap<string, TenantName>): ToldEffect {
  const byTenant = Map.groupBy(shares, ({ tenantId }) => tenantId);
  const all = sum(shares);
  const verb = verbs[fate][all === 1 ? 0 : 1];
  const what = fate === 'tenantsWithArchivesRemoved' ? amount(all, 'archive') : amount(all, 'entry', 'entries');
  const text = `${what} ${verb} at once, of ${amount(byTenant.size, 'tenant')}`;
  return {
    figure: fate,
    text,
    groups: [{ who: [...byTenant].map(([id, some]) => whoOf(id, sum(some), tenants)), what: {} }],
  };
}

function sum(shares: readonly { readonly count: number }[]): number {
  return shares.reduce((total, { count }) => total + count, 0);
}

/** With how many of them, which are no part of who it is. */
function whoOf(id: string, count: number, tenants: ReadonlyMap<string, TenantName>): Somebody {
  const many = `(${amount(count)})`;
  if (id === '') return { name: `the environment itself ${many}` };
  return { name: `${tenants.get(id)?.name ?? id} ${many}`, tenant: id };
}
