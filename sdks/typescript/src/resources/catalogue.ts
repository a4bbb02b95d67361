// Written by dream generate sdk; do not edit.
import type { CallOptions } from '../core/options.ts';
import type { Paged } from '../core/paged.ts';
import { Resource } from '../core/resource.ts';
import type { PublicPlan, PublicPlanPage } from '../types.ts';

export interface CataloguePlansQuery {
  /** From 1. Default: `1`. */
  readonly page?: number | undefined;
  /** Items on a page. Default: `50`. */
  readonly pageSize?: number | undefined;
}

/** The plans that are on sale and their prices, for a page of prices. */
export class Catalogue extends Resource {
  /**
   * List the plans that are on sale.
   *
   * Those that are `public` and `active`, lowest rank first.
   *
   * For a secret key, a publishable key or a publishable key with a user's token. May be about one tenant: that of the
   * client, or of `options`.
   */
  plans(query?: CataloguePlansQuery, options?: CallOptions): Paged<PublicPlanPage, PublicPlan> {
    return this.pages(
      { id: 'catalogue.plans', method: 'GET', route: '/v1/catalogue/plans', isAboutTenant: true },
      { query },
      options,
    );
  }
}
