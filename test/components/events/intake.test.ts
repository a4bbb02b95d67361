import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import Stripe from 'stripe';
import { expect, it } from 'vitest';
import { providerIntake } from '../../../src/components/events/intake/take-once.ts';
import type { Database, SessionScope } from '../../../src/db/contract.ts';
import { eachDatabase } from '../../support/databases.ts';

const { webhooks } = new Stripe('sk_test_unused');
const scope: SessionScope = { projectId: 'prj_1', environmentId: 'env_1' };
const now = new Date('2026-11-21T10:00:00Z');
const secret = 'whsec_of_stripe';

function received(id: string, signedWith = secret) {
  const body = Buffer.from(JSON.stringify({ id, object: 'event', type: 'invoice.paid' }));
  const seconds = now.getTime() / 1000;
  const signature = createHmac('sha256', signedWith).update(`${seconds}.`).update(body).digest('hex');
  return { provider: 'stripe', body, headers: { 'stripe-signature': `t=${seconds},v1=${signature}` }, now };
}

/** As whoever knows the provider says what is genuine. */
function verify(body: Uint8Array, headers: Readonly<Record<string, string | undefined>>) {
  try {
    const signature = headers['stripe-signature'] ?? '';
    const event = webhooks.constructEvent(Buffer.from(body), signature, secret, 300, undefined, now.getTime());
    return { id: event.id, event };
  } catch {
    return null;
  }
}

function take(database: Database, message: ReturnType<typeof received>, effect: () => Promise<void>): Promise<string> {
  return database.withEnvironment(scope, 'write', (session) =>
    providerIntake.takeOnce(session, message, { verify, effect }),
  );
}

eachDatabase((databases) => {
  it('DA-08 what a provider tells takes effect once, however often and at once it comes', async () => {
    const database = await databases.shared();
    let effects = 0;
    const effect = async (): Promise<void> => {
      await pause(5);
      effects += 1;
    };
    const answers = await Promise.all(Array.from({ length: 5 }, () => take(database, received('evt_1'), effect)));
    expect(answers.toSorted()).toStrictEqual(['taken', ...Array.from({ length: 4 }, () => 'taken before')]);
    expect(effects).toBe(1);
    expect(await take(database, received('evt_2'), effect)).toBe('taken');
  });

  it('DA-08 an effect that failed is done when the provider comes again', async () => {
    const database = await databases.shared();
    const failing = take(database, received('evt_1'), () => Promise.reject(new Error('not now')));
    await expect(failing).rejects.toThrow('not now');
    expect(await take(database, received('evt_1'), () => Promise.resolve())).toBe('taken');
  });

  it('DA-08 what is not genuine has no effect, and does not keep the genuine from having one', async () => {
    const database = await databases.shared();
    const never = () => Promise.reject(new Error('it had an effect'));
    expect(await take(database, received('evt_1', 'whsec_of_a_liar'), never)).toBe('not genuine');
    expect(await take(database, received('evt_1'), () => Promise.resolve())).toBe('taken');
  });
});
