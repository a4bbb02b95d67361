import { isPlatformError } from '../../engine/platform-error/index.ts';
import type { AccessClient } from '../access-client.ts';
import { usageError } from '../command-errors.ts';

type Client = AccessClient['access'];

/**
 * Asks within the tenant that was named. Where none was, only the control plane knows whether its product has a single
 * one, or the key one of its own.
 *
 * @throws ValidationError `cli/usage` when the control plane has to be told
 */
export async function askOneTenant<T>(
  client: Client,
  tenant: string | undefined,
  work: (client: Client, tenant: string | undefined) => Promise<T>,
): Promise<T> {
  try {
    return await work(client, tenant);
  } catch (error) {
    if (!isPlatformError(error) || error.code !== 'access/tenant-missing') throw error;
    throw usageError('A control plane with many tenants answers for one.', 'Say which one with --tenant.');
  }
}
