import type { Egress } from '../contract.ts';
import type { EgressOptions } from './create-egress.ts';

/** Loads what calls the outside with the first call: every command has a server in it, and hardly any calls anybody. */
export function lazyEgress(options: EgressOptions): Egress {
  let made: Promise<Egress> | undefined;
  const make = async (): Promise<Egress> => {
    const { createEgress } = await import('./create-egress.ts');
    return createEgress(options);
  };
  return {
    call: async (call) => (await (made ??= make())).call(call),
    send: async (sending) => (await (made ??= make())).send(sending),
    close: async () => (await made)?.close(),
  };
}
