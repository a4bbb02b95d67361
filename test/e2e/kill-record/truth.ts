// What must hold of the record after a kill, of every single request.
import { type Asked, kinds } from './asked.ts';
import { type Entry, nameOfEvent, type Reading } from './record.ts';

/** What is not as it must be, in words; empty when all is. */
export function wrongIn(reading: Reading, asked: readonly Asked[]): readonly string[] {
  const byRequest = Map.groupBy(reading.entries, ({ requestId }) => requestId ?? '');
  const events = counted(reading.events.map(nameOfEvent));
  const decisions = counted(reading.decisions.map(({ requestId }) => requestId));
  const things = new Set(reading.things);
  return [
    ...asked.flatMap((one) => {
      const entries = one.requestIds.flatMap((id) => byRequest.get(id) ?? []);
      const count = { entries, decisions: sum(one.requestIds, decisions), event: sum(eventsOf(one), events) };
      return wrongOf(one, count, things).map((wrong) => `${one.kind} ${one.number} (${one.fate}): ${wrong}`);
    }),
    ...strangers(reading, asked),
    ...wrongChains(reading.entries),
    ...wrongRenamings(reading),
  ];
}

/** How many were done without an answer that said so. */
export function doneUnheard({ entries }: Reading, asked: readonly Asked[]): number {
  const requests = new Set(entries.map(({ requestId }) => requestId));
  return asked.filter(({ fate, requestIds }) => fate === 'unknown' && requestIds.some((id) => requests.has(id))).length;
}

function wrongOf(
  { fate, kind, number }: Asked,
  {
    decisions,
    entries,
    event,
  }: { readonly entries: readonly Entry[]; readonly decisions: number; readonly event: number },
  things: ReadonlySet<string>,
): readonly string[] {
  const { action, entries: wanted, event: named, outcome } = kinds[kind];
  const isThere = entries.length > 0;
  const wrong: string[] = [];
  if (fate === 'acknowledged' && !isThere) wrong.push('acknowledged, and has no entry');
  if (isThere && entries.length !== wanted) wrong.push(`${entries.length} entries`);
  if (entries.some((entry) => entry.action !== action || entry.outcome !== outcome)) wrong.push('another entry');
  const logins = new Set(entries.map(({ metadata }) => metadata?.login));
  if (kind === 'logins' && logins.size !== entries.length) wrong.push('a login is there twice');
  if (kind === 'check' && decisions !== Number(isThere)) wrong.push(`${decisions} decisions`);
  if (named === null) return wrong;
  if (event !== Number(isThere)) wrong.push(`${entries.length} entries, ${event} events`);
  if (kind !== 'renaming' && things.has(named(number)) !== isThere) wrong.push('entry and change are not together');
  return wrong;
}

/** Entries, events and things that nobody asked for. */
function strangers({ entries, events, things }: Reading, asked: readonly Asked[]): readonly string[] {
  const requests = new Set(asked.flatMap(({ requestIds }) => requestIds));
  const named = new Set(asked.flatMap(eventsOf));
  const ofLoad = new Set(Object.values(kinds).map(({ action }) => action));
  return [
    ...entries
      .filter(({ action, requestId }) => ofLoad.has(action) && !requests.has(requestId ?? '') && requestId !== 'hook')
      .map(({ action, requestId }) => `an entry ${action} of ${requestId}, who never asked`),
    ...[...events.filter(({ type }) => ofLoad.has(type)).map(nameOfEvent), ...things]
      .filter((name) => !named.has(name) && !name.endsWith('/HOOK') && !name.endsWith('/north north'))
      .map((name) => `${name}, which nobody asked for`),
  ];
}

/** Every chain is 1, 2, 3…, each entry on top of the one before. */
function wrongChains(entries: readonly Entry[]): readonly string[] {
  return [...Map.groupBy(entries, ({ tenantId }) => tenantId ?? '')].flatMap(([tenant, chain]) => {
    const inOrder = chain.toSorted((one, other) => (one.sequence ?? 0) - (other.sequence ?? 0));
    return inOrder.flatMap(({ previousHash, sequence }, index) =>
      sequence === index + 1 && (index === 0 || previousHash === inOrder[index - 1]?.hash)
        ? []
        : [`the chain of '${tenant}' breaks at ${index + 1}`],
    );
  });
}

/** Each renaming begins with what the one before has left, and the last is how things are. */
function wrongRenamings({ entries, things }: Reading): readonly string[] {
  const renamings = entries
    .filter(({ action }) => action === 'tenant.updated')
    .toSorted((one, other) => (one.sequence ?? 0) - (other.sequence ?? 0));
  const last = renamings.at(-1)?.after?.name ?? 'north';
  return [
    ...renamings.flatMap(({ after, before }, index) =>
      before?.name === (renamings[index - 1]?.after?.name ?? 'north') ? [] : [`${after?.name} was ${before?.name}`],
    ),
    ...(things.includes(`tenant.updated tenant/north ${last}`) ? [] : [`the tenant is not called ${last}`]),
  ];
}

const eventsOf = ({ kind, number }: Asked): readonly string[] => {
  const named = kinds[kind].event;
  return named === null ? [] : [named(number)];
};

function counted(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...Map.groupBy(names, (name) => name)].map(([name, same]) => [name, same.length]));
}

function sum(names: readonly string[], counts: ReadonlyMap<string, number>): number {
  return names.reduce((all, name) => all + (counts.get(name) ?? 0), 0);
}
