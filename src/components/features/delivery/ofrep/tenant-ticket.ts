import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Lets a browser's stream say for which tenant it is: it can send no token of a user. The ticket is given to users of
 * the tenant alone, and opens nothing but the notice that something changed.
 */
export class TenantTickets {
  readonly #masterKey: Uint8Array | null;

  constructor(masterKey: Uint8Array | null) {
    this.#masterKey = masterKey;
  }

  /** Null where there is nothing to seal with. */
  write(environmentId: string, tenantId: string): string | null {
    const seal = this.#seal(environmentId, tenantId);
    return seal === null ? null : `${tenantId}~${seal}`;
  }

  /** The tenant; null for a ticket that is none of ours. */
  read(environmentId: string, ticket: string): string | null {
    const end = ticket.lastIndexOf('~');
    const tenantId = ticket.slice(0, Math.max(0, end));
    const expected = this.#seal(environmentId, tenantId);
    if (expected === null) return null;
    const [given, wanted] = [Buffer.from(ticket.slice(end + 1)), Buffer.from(expected)];
    return given.length === wanted.length && timingSafeEqual(given, wanted) ? tenantId : null;
  }

  #seal(environmentId: string, tenantId: string): string | null {
    if (this.#masterKey === null) return null;
    const text = JSON.stringify(['stream of a tenant', environmentId, tenantId]);
    return createHmac('sha256', this.#masterKey).update(text).digest('base64url');
  }
}
