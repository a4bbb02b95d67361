import type { Operation } from '../../server/contract.ts';
import type { Services } from '../contract.ts';
import { alertOperations } from './alerts/operations.ts';
import { exportOperations } from './export/operations.ts';
import { recordOperations } from './record/operations.ts';
import { searchOperations } from './search/operations.ts';

/** What the component answers to requests. */
export function operations(services: Services): readonly Operation[] {
  const { host } = services;
  const signer = (): Promise<null> => Promise.resolve(null);
  return [
    ...recordOperations(services),
    ...searchOperations(),
    ...exportOperations({ now: () => host.clock.now(), signer }),
    ...alertOperations(services),
  ];
}
