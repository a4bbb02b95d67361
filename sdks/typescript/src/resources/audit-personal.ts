// Written by dream generate sdk; do not edit.
import type { Call } from '../core/call.ts';
import type { CallOptions } from '../core/options.ts';
import { Resource } from '../core/resource.ts';
import type { AuditPersonalEraseResult } from '../types.ts';

/**
 * Adds entries to the record, searches, exports and proves it, and looks after alarms, streams, archives and erasure.
 */
export class AuditPersonal extends Resource {
  /**
   * Erase what entries keep apart because it tells of a person.
   *
   * Of one tenant with `X-Tenant-ID`; without, of all of the environment. The entries stay, as does every proof: they
   * only ever held a salted hash of it. Refused where a `legalHold` is about any of them.
   *
   * For a secret key. May be about one tenant: that of the client, or of `options`.
   *
   * Errors: `audit/held`.
   *
   * @param subject Whom it is about, as entries name them.
   */
  erase(subject: string, options?: CallOptions): Call<AuditPersonalEraseResult> {
    return this.call(
      {
        id: 'audit.personal.erase',
        method: 'DELETE',
        route: '/v1/audit/personal/{subject}',
        isMutation: true,
        isAboutTenant: true,
      },
      { path: { subject } },
      options,
    );
  }
}
