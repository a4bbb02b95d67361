import type { AuditEntry } from '../entries/entry.ts';

/** Id of the key by which the product reported an entry, or how else it proved who it is; undefined: it is the platform's own. */
export function reportedBy({ authentication, reported }: AuditEntry): string | undefined {
  return reported === undefined ? undefined : (authentication?.keyId ?? authentication?.mode);
}
