import type { Component } from '../../components/contract.ts';
import type { Host } from '../../host/contract.ts';
import type { Product } from './product.ts';

/** Loads all that it takes only now: to say that nothing is to be done takes none of it. */
export async function makeProduct(host: Host, components?: readonly Component[]): Promise<Product> {
  const { Product: Whole } = await import('./product.ts');
  return new Whole(host, components);
}
