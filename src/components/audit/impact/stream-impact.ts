import type { Session } from '../../../db/contract.ts';
import { canonicalJson } from '../../../engine/canonical-json.ts';
import type { DraftChange } from '../../../engine/changeset/draft-change.ts';
import type { Somebody, ToldImpact } from '../../../engine/changeset/impact.ts';
import type { ImpactContext } from '../../contract.ts';
import { selectUnsent, type UnsentChain } from '../streams/managing/queries.ts';
import { toStream } from '../streams/stream.ts';
import { amount } from './amount.ts';

const figure = 'tenantsWithEntriesUnsent';
/** More chains than these are not looked into while somebody waits for a plan. */
const mostChains = 10_000;
/**
 * Milliseconds. What is younger is on its way, whoever is asked: a stream that keeps up would be behind in one moment and
 * not in the next, and no changeset that deletes it could be applied as it was planned.
 */
const onItsWay = 60_000;

/**
 * A stream takes nothing from anybody, but what it has not sent when it goes it never sends: its places go with it. One
 * that is renamed, disabled or sent elsewhere keeps them, and one that is for fewer tenants leaves out the others.
 */
export async function streamImpact(
  changes: readonly DraftChange[],
  session: Session,
  context: ImpactContext,
): Promise<readonly (ToldImpact | null)[]> {
  const told: (ToldImpact | null)[] = [];
  for (const change of changes)
    told.push(change.kind === 'AuditStream' ? await toldOf(change, session, context) : null);
  return told;
}

async function toldOf(change: DraftChange, session: Session, { now, ports }: ImpactContext): Promise<ToldImpact> {
  const { after, before, from, key } = change;
  if (before === null) return nobody('entries are sent elsewhere besides; nobody has more or less of anything');
  const stream = toStream(from ?? key, before);
  const kept = after === null ? [] : toStream(key, after).tenants;
  if (kept === null) return nobody(stays(change));
  const unsent = await selectUnsent(session, stream.key, {
    before: new Date(now.getTime() - onItsWay),
    most: mostChains + 1,
    tenants: stream.tenants,
  });
  if (unsent.length > mostChains) {
    const reason = `how many entries are never sent is not known: it is behind in more than ${amount(mostChains)} chains`;
    return { effects: [], unknown: [{ reason, figures: [figure] }], none: '' };
  }
  const lost = unsent.filter(({ tenant }) => !kept.includes(tenant));
  if (lost.length === 0) {
    return nobody(
      after === null ? 'it has sent what there was a minute ago; nothing is sent from now on' : stays(change),
    );
  }
  const names = new Map((await ports.tenants?.find(session, tenantsOf(lost)))?.map(({ id, name }) => [id, name]));
  const entries = lost.reduce((sum, one) => sum + one.entries, 0);
  const verb = entries === 1 ? 'is' : 'are';
  // Places stay with a stream that goes on: it would send them, were it for those tenants again.
  const fate = after === null ? `never ${verb}` : `${verb} left out`;
  const text = `${amount(entries, 'entry', 'entries')} that ${verb} not sent yet ${fate}, of ${chainsText(lost)}`;
  const groups = [{ who: lost.map((one) => whoOf(one, names)), what: {} }];
  return { effects: [{ figure, text, groups }], unknown: [], none: '' };
}

/** Of a stream that goes on. */
function stays({ after, before }: DraftChange): string {
  const moves = canonicalJson(before?.['to'] ?? null) !== canonicalJson(after?.['to'] ?? null);
  return moves
    ? 'it keeps its places: what it has not sent yet is sent to where entries go from now on'
    : 'it keeps its places; nobody has more or less of anything';
}

function nobody(none: string): ToldImpact {
  return { effects: [], unknown: [], none };
}

function tenantsOf(chains: readonly UnsentChain[]): readonly string[] {
  return chains.flatMap(({ tenant }) => (tenant === '' ? [] : [tenant]));
}

function chainsText(chains: readonly UnsentChain[]): string {
  const tenants = tenantsOf(chains).length;
  const own = tenants < chains.length ? ['the environment itself'] : [];
  return [...own, ...(tenants === 0 ? [] : [amount(tenants, 'tenant')])].join(' and ');
}

/** With how many of them, which are no part of who it is. */
function whoOf({ entries, tenant }: UnsentChain, names: ReadonlyMap<string, string>): Somebody {
  const many = `(${amount(entries)})`;
  if (tenant === '') return { name: `the environment itself ${many}` };
  return { name: `${names.get(tenant) ?? tenant} ${many}`, tenant };
}
