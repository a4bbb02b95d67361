// Written by dream generate sdk; do not edit.
import type { Call } from '../core/call.ts';
import type { CallOptions } from '../core/options.ts';
import { Resource } from '../core/resource.ts';
import type { Me } from '../types.ts';

/** What the token of a user is to hold, who it belongs to, and what the roles in it grant. */
export class MeResource extends Resource {
  /**
   * Get who the token belongs to, and what they may do.
   *
   * For a publishable key with a user's token. May be about one tenant: that of the client, or of `options`.
   */
  get(options?: CallOptions): Call<Me> {
    return this.call({ id: 'me.get', method: 'GET', route: '/v1/me', isAboutTenant: true }, {}, options);
  }
}
