// Written by dream generate sdk; do not edit.
import type { CallOptions } from '../core/options.ts';
import type { Paged } from '../core/paged.ts';
import { Resource } from '../core/resource.ts';
import type { Environment, EnvironmentPage } from '../types.ts';

export interface EnvironmentsListQuery {
  /** From 1. Default: `1`. */
  readonly page?: number | undefined;
  /** Items on a page. Default: `50`. */
  readonly pageSize?: number | undefined;
}

/** The environments of the project, each with a configuration and data of its own. */
export class Environments extends Resource {
  /**
   * List the environments of the project.
   *
   * For a secret key.
   */
  list(query?: EnvironmentsListQuery, options?: CallOptions): Paged<EnvironmentPage, Environment> {
    return this.pages({ id: 'environments.list', method: 'GET', route: '/v1/environments' }, { query }, options);
  }
}
