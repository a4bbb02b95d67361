// Clients that are closed after the test, and come back quickly where a real one would wait. Usage:
//
//   const client = clientOf({ apiKey, baseUrl: server.url });
//   await until(client, 'VALID');
import { onTestFinished } from 'vitest';
import { FlagClient } from '../../../../../src/components/features/client/index.ts';
import type {
  FlagChange,
  FlagClientOptions,
  Flags,
  FlagStatus,
} from '../../../../../src/components/features/client/index.ts';

export const quick = { timeout: 5_000, silence: 60_000, firstWord: 60_000, firstWait: 5, longestWait: 200 };

export function clientOf(options: FlagClientOptions): FlagClient {
  const client = new FlagClient({ ...options, timing: { ...quick, ...options.timing } });
  onTestFinished(() => client.close());
  return client;
}

/** Resolves when the client has the status. */
export async function until(client: Pick<Flags, 'status' | 'on'>, status: FlagStatus): Promise<void> {
  if (client.status === status) return;
  await new Promise<void>((resolve) => {
    const stop = client.on('status', (change) => {
      if (change.status !== status) return;
      stop();
      resolve();
    });
  });
}

/** Resolves with the next change of the flag. To be called before what changes it. */
export function nextChange(client: Pick<Flags, 'onChange'>, key = '*'): Promise<FlagChange> {
  return new Promise((resolve) => {
    const stop = client.onChange(key, (change) => {
      stop();
      resolve(change);
    });
  });
}
