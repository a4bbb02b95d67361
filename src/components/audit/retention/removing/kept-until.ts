import type { Retention } from '../which-policy.ts';

/** An archive, as far as its time goes. */
export interface KeptArchive {
  /** Whose entries are in it. Empty: of the environment itself. */
  readonly tenantId: string;
  /** Keys of the policies by which they went there. */
  readonly policies: readonly string[];
  readonly prunedAt: Date;
}

/**
 * When the time of an archive is over: as long after it was written as the one of its policies says that keeps its
 * archive longest. Null: it is kept, as one of them says nothing or is gone, or a hold is about anything of the tenant.
 */
export function keptUntil(
  policies: readonly Retention[],
  { policies: keys, prunedAt, tenantId }: KeptArchive,
): Date | null {
  const isHeld = policies.some(({ holds, tenants }) => holds && (tenants?.has(tenantId) ?? true));
  const keeps = keys.map((name) => policies.find(({ key }) => key === name)?.archiveKeep ?? Number.POSITIVE_INFINITY);
  const longest = keeps.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...keeps);
  return isHeld || !Number.isFinite(longest) ? null : new Date(prunedAt.getTime() + longest);
}
