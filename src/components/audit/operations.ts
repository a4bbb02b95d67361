import type { Operation } from '../../server/contract.ts';
import type { Services } from '../contract.ts';
import { exportOperations } from './export/operations.ts';
import { searchOperations } from './search/operations.ts';

/** What the component answers to requests. */
export function operations({ host }: Services): readonly Operation[] {
  const signer = (): Promise<null> => Promise.resolve(null);
  return [...searchOperations(), ...exportOperations({ now: () => host.clock.now(), signer })];
}
