// Written by dream generate sdk; do not edit.
import type { Call } from '../core/call.ts';
import type { CallOptions } from '../core/options.ts';
import { Resource } from '../core/resource.ts';
import type { TokensClaimsBody, TokensClaimsResult } from '../types.ts';

/** What the token of a user is to hold, who it belongs to, and what the roles in it grant. */
export class Tokens extends Resource {
  /**
   * Say what a token of a user is to hold.
   *
   * For the server that signs the tokens: it puts the answer into the token as it is. Roles, permissions and plan are
   * then taken from the token without asking a database, for as long as the policy version stays; what changes later is
   * felt within a second, however long the token lives.
   *
   * For a secret key. May be about one tenant: that of the client, or of `options`.
   *
   * Errors: `tokens/not-admitted`, `tokens/too-large`, `tokens/unknown-publishable-key`.
   */
  claims(body: TokensClaimsBody, options?: CallOptions): Call<TokensClaimsResult> {
    return this.call(
      { id: 'tokens.claims', method: 'POST', route: '/v1/tokens/claims', isAboutTenant: true },
      { body },
      options,
    );
  }
}
