import type { Egress, Host } from '../../../../host/contract.ts';
import { archiveAddress } from './archive-address.ts';
import type { ArchivePlace } from './archive-place.ts';
import { folder } from './folder.ts';

export interface PlaceOptions {
  readonly host: Pick<Host, 'clock' | 'files' | 'variables'>;
  readonly egress: Pick<Egress, 'call'>;
}

/** @throws Error where nothing can be written there, whatever is tried */
export async function openPlace(address: string, { egress, host }: PlaceOptions): Promise<ArchivePlace> {
  if (!archiveAddress.test(address)) throw new Error(`Archives cannot go to ${address}.`);
  if (address.startsWith('file:')) return folder(address, host.files);
  const { bucket } = await import('./bucket.ts');
  return bucket(address, { egress, variables: host.variables, now: () => host.clock.now() });
}
