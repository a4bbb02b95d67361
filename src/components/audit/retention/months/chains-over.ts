import type { Database } from '../../../../db/contract.ts';
import { type Due, dueEntries } from '../due-entries.ts';
import type { Month } from '../month.ts';
import type { PruneOptions } from '../prune-chain.ts';
import type { RetainingEnvironment } from '../queries.ts';
import { keptFor, type Retention } from '../which-policy.ts';
import {
  type Alike,
  type Chain,
  selectActionsOf,
  selectAlike,
  selectChainsIn,
  selectEnvironmentsIn,
} from './queries.ts';

/** Stands for every action where no policy tells them apart. None is called this. */
const anyAction = '';

export interface RetainedEnvironment {
  readonly environment: RetainingEnvironment;
  readonly policies: readonly Retention[];
  readonly options: PruneOptions;
}

/** All that a chain has in a month. */
export interface ChainInMonth {
  readonly of: RetainedEnvironment;
  readonly tenantId: string;
  /** The same object for all chains that no policy tells apart. */
  readonly dues: readonly Due[];
}

interface Policies {
  readonly environments: ReadonlyMap<string, RetainedEnvironment>;
  readonly now: Date;
}

/**
 * Whether it is plain that all of a month is past its time and goes nowhere, whichever chains there are, since no policy
 * tells them apart. Then they need not be looked for before they are counted.
 */
export async function isWhollyOver(
  month: Month,
  { database, ...policies }: Policies & { readonly database: Pick<Database, 'withControlPlane'> },
): Promise<boolean> {
  const all = [...policies.environments.values()];
  if (all.some((of) => of.policies.some((policy) => policy.tenants !== null || tellsActions(policy)))) return false;
  const found = await database.withControlPlane('read', (tx) => selectEnvironmentsIn(tx, month));
  return found.every((environmentId) => isPast(month, { environmentId, tenantId: '', action: anyAction }, policies));
}

/**
 * The chains of a month; null where anything in it is kept beyond now. Some of it is looked at first, since most months
 * are kept. Then every tenant is held against every action there is, with or without entries of both: the database tells
 * those apart slowly. Of tenants that the same policies name, only one is. Where it does not matter which actions there
 * are, nobody asks.
 */
export async function selectOver(
  month: Month,
  {
    database,
    looked = 500,
    ...policies
  }: Policies & {
    readonly database: Pick<Database, 'withControlPlane'>;
    /** So many kinds of entries are looked at before all of them are. */
    readonly looked?: number;
  },
): Promise<readonly ChainInMonth[] | null> {
  const some = await database.withControlPlane('read', (tx) => selectAlike(tx, month, looked));
  if (!some.every((alike) => isPast(month, alike, policies))) return null;
  const telling = [...policies.environments].filter(([, of]) => of.policies.some(tellsActions)).map(([id]) => id);
  const { actionsOf, found } = await database.withControlPlane('read', async (tx) => ({
    actionsOf: await selectActionsOf(tx, month, telling),
    found: await selectChainsIn(tx, month),
  }));
  return chainsOf(found, month, { ...policies, actionsOf });
}

/** Those found in a month, with what is to become of each; null where anything of one is kept beyond now. Pure. */
export function chainsOf(
  found: readonly Chain[],
  month: Month,
  { actionsOf, ...policies }: Policies & { readonly actionsOf: ReadonlyMap<string, readonly string[]> },
): readonly ChainInMonth[] | null {
  const { environments, now } = policies;
  const duesOfAlike = new Map<string, readonly Due[]>();
  const chains: ChainInMonth[] = [];
  for (const { environmentId, tenantId } of found) {
    const of = environments.get(environmentId);
    if (of === undefined) return null;
    const naming = of.policies.filter(({ tenants }) => tenants?.has(tenantId) === true);
    const alike = [environmentId, ...naming.map(({ key }) => key)].join(' ');
    let dues = duesOfAlike.get(alike);
    if (dues === undefined) {
      const actions = of.policies.some(tellsActions) ? actionsOf.get(environmentId) : [anyAction];
      if (actions === undefined) return null;
      if (!actions.every((action) => isPast(month, { environmentId, tenantId, action }, policies))) return null;
      dues = dueEntries(of.policies, { tenantId, actions }, now).map((due) => within(month, due));
      duesOfAlike.set(alike, dues);
    }
    chains.push({ of, tenantId, dues });
  }
  return chains;
}

function isPast({ end }: Month, alike: Alike, { environments, now }: Policies): boolean {
  return end.getTime() + keptFor(environments.get(alike.environmentId)?.policies ?? [], alike) <= now.getTime();
}

/** What goes to an archive is looked up by its action, too. */
function tellsActions({ archive, fitsAction }: Retention): boolean {
  return archive !== null || fitsAction !== null;
}

function within({ begin, end }: Month, due: Due): Due {
  return { ...due, since: begin, actions: due.actions.map(({ action }) => ({ action, before: end })) };
}
