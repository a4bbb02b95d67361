// Whoever follows the record: alarms, webhooks and streams must have told all of it, and alarms nothing twice.
import { setTimeout as pause } from 'node:timers/promises';
import Stripe from 'stripe';
import { type Asked, loginsInBatch, userOfLogin } from './asked.ts';
import type { Firing, Reading } from './record.ts';
import { hookSecret, type World } from './world.ts';

const { webhooks } = new Stripe('sk_test_unused');

/** Waits until rules have looked at everything there is, and says what is wrong with the alarms then. */
export async function wrongAlarms(world: World, asked: readonly Asked[], mark: number): Promise<readonly string[]> {
  await world.mark(mark);
  const marks = () => world.list<Firing>('/v1/alerts/firings?rule=mark&limit=200');
  while ((await marks()).length < mark) await pause(20);
  const firings = await world.list<Firing>('/v1/alerts/firings?limit=200');
  const logins = asked
    .filter(({ fate, kind }) => kind === 'logins' && fate === 'acknowledged')
    .flatMap(({ number }) => Array.from({ length: loginsInBatch }, (_, index) => number * loginsInBatch + index));
  const byUser = Map.groupBy(logins, userOfLogin);
  const expected = [...byUser]
    .filter(([, some]) => some.length >= 5)
    .map(([user, some]) => `guessing ${user}: ${Math.floor(some.length / 5)}`);
  const found = [...Map.groupBy(firings, ({ key, rule }) => `${rule} ${key}`)].map(
    ([of, some]) => `${of}: ${some.length}`,
  );
  const distinct = new Set(firings.map(({ key, rule, sequence }) => `${rule} ${key} ${sequence}`));
  return [
    ...missing('alarms', [...expected, `mark : ${mark}`], found),
    ...missing('too many alarms', found, [...expected, `mark : ${mark}`]),
    ...(distinct.size === firings.length ? [] : ['an alarm was raised twice']),
  ];
}

/** Waits until every event since there is an endpoint, and every entry of the load, has come to its receiver. */
export async function wrongDeliveries(world: World, { entries, events }: Reading): Promise<readonly string[]> {
  const { receiver } = world;
  await arrived(
    () => receiver.calls('/hook').map(({ body }) => idOf(body)),
    events.filter(({ type }) => type !== 'environment.created').map(({ id }) => id),
  );
  await arrived(
    () =>
      receiver.calls('/siem').flatMap(({ body }) =>
        body
          .split('\n')
          .filter((line) => line !== '')
          .map(idOf),
      ),
    entries.filter(({ requestId }) => requestId !== undefined && /-\d+-\d+$/u.test(requestId)).map(({ id }) => id),
  );
  const calls = receiver.calls();
  const byEvent = Map.groupBy(receiver.calls('/hook'), ({ body }) => idOf(body));
  return [
    ...calls.filter((call) => !isSigned(call)).map(({ path }) => `a call of ${path} is not signed`),
    ...[...byEvent]
      .filter(
        ([, same]) =>
          new Set(same.map(({ body, headers }) => `${String(headers['x-platform-delivery'])} ${body}`)).size > 1,
      )
      .map(([id]) => `${id} was told in two ways`),
  ];
}

async function arrived(there: () => readonly string[], wanted: readonly string[]): Promise<void> {
  for (;;) {
    const ids = new Set(there());
    if (wanted.every((id) => ids.has(id))) return;
    await pause(50);
  }
}

function isSigned({ body, headers }: ReturnType<World['receiver']['calls']>[number]): boolean {
  try {
    const signature = String(headers['x-platform-signature']);
    return webhooks.signature?.verifyHeader(body, signature, hookSecret, 3_600) === true;
  } catch {
    return false;
  }
}

function idOf(line: string): string {
  const { id }: { readonly id?: string } = JSON.parse(line);
  return id ?? '';
}

function missing(what: string, wanted: readonly string[], found: readonly string[]): readonly string[] {
  return wanted.filter((one) => !found.includes(one)).map((one) => `${what}: ${one}`);
}
