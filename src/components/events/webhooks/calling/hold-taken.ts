import type { Database, SessionScope } from '../../../../db/contract.ts';
import type { Clock } from '../../../../host/contract.ts';
import { prolongTaken } from './queries.ts';

/** Milliseconds after which a server that says nothing of what it has taken is taken for dead, and it is called again. */
export const lease = 10_000;
/** Milliseconds between two signs of life. */
const interval = 3_000;

/** What one server is calling at this moment. */
export interface HeldDeliveries {
  /** Its call has been written down. */
  settled(id: string): void;
  /** Nothing is said of any of them any more. */
  end(): void;
}

/**
 * Says again and again that these deliveries are being called, as long as this process lives: a call that takes a minute
 * is made by nobody besides, and what a killed server was at is called again after seconds, however long it might take.
 */
export function holdTaken(
  database: Pick<Database, 'withEnvironment'>,
  scope: SessionScope,
  ids: readonly string[],
  clock: Pick<Clock, 'now'>,
): HeldDeliveries {
  const held = new Set(ids);
  const renew = async (): Promise<void> => {
    if (held.size === 0) return;
    await database.withEnvironment(scope, 'write', (session) =>
      prolongTaken(session, [...held], new Date(clock.now().getTime() + lease)),
    );
  };
  // What could not be said is no reason to end a call: at worst somebody calls a second time.
  const timer = setInterval(() => void renew().catch(() => undefined), interval);
  timer.unref();
  return { settled: (id) => void held.delete(id), end: () => clearInterval(timer) };
}
