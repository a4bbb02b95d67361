/** The engine's types, which others meet through a port. */
export type * from '../../access-contract.ts';
