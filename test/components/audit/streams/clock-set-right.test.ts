import { describe, expect, it } from 'vitest';
import { isTime, type SendingTimes } from '../../../../src/components/audit/streams/sending/is-time.ts';
import { retryAfterMilliseconds } from '../../../../src/components/audit/streams/sending/retry-after.ts';
import { claim } from '../../../../src/components/audit/streams/sending/claim.ts';
import { longestLease } from '../../../../src/components/audit/streams/sending/lease.ts';
import { selectStreams, updateState } from '../../../../src/components/audit/streams/sending/queries.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { startReceiver } from '../../../support/webhook-receiver.ts';
import { prepare } from './setting.ts';

const minute = 60_000;
const hour = 60 * minute;

anyDatabase((databases) => {
  describe('a stream, once a clock that was ahead is set right', () => {
    const streamTo = (url: string) => ({
      siem: { to: { webhook: { url: `${url}/siem`, secret: '${secrets.SECRET}' } }, tenants: ['globex'] },
    });

    it('FR-A005 is sent at once, whether the last batch was taken or not', async () => {
      const receiver = await startReceiver();
      receiver.behave('/siem', 'good', 'good', 'down', 'good');
      const setting = await prepare(await databases.shared(), streamTo(receiver.url));
      const { clock } = setting.test;
      await setting.add(1);
      clock.advance(hour);
      await setting.send();
      expect(receiver.calls('/siem')).toHaveLength(1);
      clock.advance(-hour);
      await setting.add(1);
      await setting.send();
      expect(receiver.calls('/siem')).toHaveLength(2);
      clock.advance(hour);
      await setting.add(1);
      await setting.send();
      expect(receiver.calls('/siem')).toHaveLength(3);
      clock.advance(-hour);
      await setting.send();
      expect(receiver.calls('/siem')).toHaveLength(4);
      expect(await setting.list()).toMatchObject([{ state: 'active', behind: { entries: 0 } }]);
    });

    it('FR-A005 is left to the server that has it, by whose clock it is a little later', async () => {
      const receiver = await startReceiver();
      const setting = await prepare(await databases.shared(), streamTo(receiver.url));
      const { clock } = setting.test;
      const leased = async (): Promise<readonly unknown[]> => {
        const found = await setting.database.withControlPlane('read', (tx) => selectStreams(tx, clock.now()));
        return found.map(({ isReady }) => isReady);
      };
      await setting.add(1);
      expect(await leased()).toEqual([true]);
      await setting.database.withEnvironment(setting.scope, 'write', (session) =>
        updateState(session, 'siem', {
          dueAt: new Date(clock.now().getTime() - hour),
          leasedUntil: new Date(clock.now().getTime() + longestLease),
        }),
      );
      clock.advance(-minute);
      expect(await leased()).toEqual([false]);
      await setting.send();
      expect(receiver.calls('/siem')).toHaveLength(0);
      clock.advance(-1);
      expect(await leased()).toEqual([true]);
      await setting.send();
      expect(receiver.calls('/siem')).toHaveLength(1);
    });

    it('FR-A005 waits for no server that was killed at that time', async () => {
      const receiver = await startReceiver();
      const setting = await prepare(await databases.shared(), streamTo(receiver.url));
      const { clock } = setting.test;
      await setting.add(1);
      clock.advance(hour);
      await setting.database.withEnvironment(setting.scope, 'write', (session) =>
        claim(session, 'siem', clock.now(), setting.tools),
      );
      clock.advance(-hour);
      await setting.send();
      expect(receiver.calls('/siem')).toHaveLength(1);
    });
  });
});

describe('when it is time to send', () => {
  const now = new Date('2027-01-01T00:00:00Z');
  const at = (after: number) => new Date(now.getTime() + after);
  const active = { dueAt: now, leasedUntil: null, failures: 0, failingSince: null, deliveredAt: at(-hour) };
  const isIt = (differing: Partial<SendingTimes>) => isTime({ ...active, ...differing }, now);

  it('is when the wait is over, or was never so long', () => {
    const due = [0, 1, hour, hour + minute, hour + minute + 1].map((after) => isIt({ dueAt: at(after) }));
    expect(due).toEqual([true, false, false, false, true]);
    const leased = [0, 1, 2 * minute, 3 * minute, 3 * minute + 1].map((after) => isIt({ leasedUntil: at(after) }));
    expect(leased).toEqual([true, false, false, false, true]);
    const waiting = [0, minute, minute + 1].map((after) => isIt({ dueAt: at(1), deliveredAt: at(after) }));
    expect(waiting).toEqual([false, false, true]);
  });

  it('is not at once where nothing gets through, whatever was sent before that', () => {
    const failing = { dueAt: at(minute), failures: 1, failingSince: at(-1), deliveredAt: at(hour) };
    expect([isIt(failing), isIt({ ...failing, failingSince: at(minute + 1) })]).toEqual([false, true]);
  });

  it('is read from however many digits a receiver writes', () => {
    expect(retryAfterMilliseconds('99999999999', now)).toBe(99_999_999_999_000);
    expect(retryAfterMilliseconds('1e9', now)).toBe(0);
  });
});
