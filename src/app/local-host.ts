/** The real world, for whoever starts the program. */
export { createHost as createLocalHost } from '../host/create-host.ts';
export type { FileWriter, Host } from '../host/contract.ts';
