import { isJsonObject, type Json } from '../../../engine/json.ts';
import type { SaidPruning } from '../../export-verifier-contract.ts';

/** How the body of an entry `audit.pruned` begins in canonical JSON, behind its brace. */
export const pruningBegin = Buffer.from('"action":"audit.pruned",', 'latin1');
/** Where in it a byte stands by which most other entries are told. */
export const tellingAt = pruningBegin.indexOf('p');

/** Whether retention itself says by such an entry what it took out of the chain, and nobody else. */
export function isRetentions(action: Json | undefined, actor: Json | undefined): boolean {
  return (
    action === 'audit.pruned' && isJsonObject(actor) && actor['type'] === 'system' && actor['id'] === 'audit-retention'
  );
}

/** Null for any other entry, and for one that somebody else than retention wrote. @param body JSON, in UTF-8 */
export function readPruning(body: string): SaidPruning | null {
  try {
    const entry: unknown = JSON.parse(body);
    if (!isJsonObject(entry)) return null;
    const { action, actor, metadata, resource } = entry;
    if (!isRetentions(action, actor)) return null;
    if (!isJsonObject(metadata) || !isJsonObject(resource)) return null;
    return pruningOf({ ...metadata, id: resource['id'] ?? null });
  } catch {
    return null;
  }
}

/** Null for what is none. */
export function pruningOf(value: Json): SaidPruning | null {
  if (!isJsonObject(value)) return null;
  const { entries, first, id, last, prunings = null } = value;
  if (typeof id !== 'string' || !isPlace(first) || !isPlace(last) || !isPlace(entries) || first > last) return null;
  return { id, first, last, entries, prunings: Number.isSafeInteger(prunings) ? Number(prunings) : null };
}

function isPlace(value: Json | undefined): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0;
}
