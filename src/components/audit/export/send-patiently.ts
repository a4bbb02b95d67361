import type { SendBytes } from '../../../db/contract.ts';

/** What a transaction is broken off with that would wait for whoever takes what it reads. */
class TakenSlowly extends Error {
  override readonly name = 'TakenSlowly';
}

export interface Patience {
  /** Milliseconds that may go by with sending, in all. */
  readonly patience: number;
  readonly now: () => Date;
}

/**
 * Sends what `stream` reads in a transaction, unless that takes too long: whoever takes little at a time, or nothing for an
 * hour, must not keep a connection to the database, nor run into the time limit of a statement. What was handed on until
 * then is sent to its end, when the transaction is over. @returns whether it was all
 */
export async function sendPatiently(
  { now, patience }: Patience,
  send: SendBytes,
  stream: (send: SendBytes) => Promise<unknown>,
): Promise<boolean> {
  const slow = new TakenSlowly();
  let sent = Promise.resolve();
  let [spent, since] = [0, null as number | null];
  let breakOff = (_problem: Error): void => undefined;
  const isSlow = (): boolean => spent + (since === null ? 0 : now().getTime() - since) > patience;
  const timer = setInterval(() => isSlow() && breakOff(slow), patience / 10).unref();
  const sendSome = async (bytes: Uint8Array): Promise<void> => {
    if (isSlow()) throw slow;
    const begin = now().getTime();
    since = begin;
    sent = send(bytes).finally(() => {
      spent += now().getTime() - begin;
      since = null;
    });
    await new Promise<void>((resolve, reject) => {
      breakOff = reject;
      sent.then(resolve, reject);
    });
  };
  try {
    await stream(sendSome);
    return true;
  } catch (problem) {
    if (problem !== slow) throw problem;
    await sent;
    return false;
  } finally {
    clearInterval(timer);
  }
}
