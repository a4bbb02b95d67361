import { createHash } from 'node:crypto';
import type { Json } from '../../../engine/json.ts';
import { canonicalText } from './canonical-entry.ts';
import type { AuditEntry, EntryDigest } from './entry.ts';

/** Bytes of an entry's canonical text in UTF-8, at most: the largest entry that bundles of transparency logs hold. */
const maximalBytes = 65_535;

/** What gives way, and which the largest of them goes first; all else has a bounded length. */
const givesWay = ['before', 'after', 'changes', 'metadata'] as const;

/**
 * The canonical text of an entry, within bounds: nothing is refused for its size. What is too long is replaced by its
 * digest, with the revision that holds it where there is one.
 */
export function fitEntry(entry: AuditEntry, revision?: number): string {
  const text = canonicalText(entry);
  if (Buffer.byteLength(text) <= maximalBytes) return text;
  const [largest] = givesWay
    .flatMap((name) => {
      const value = entry[name];
      if (value === undefined || isDigest(value)) return [];
      const own = canonicalText({ value: value as Json });
      return [{ name, value: own.slice('{"value":'.length, -1) }];
    })
    .toSorted((one, other) => other.value.length - one.value.length);
  if (largest === undefined)
    throw new RangeError(`entry ${entry.id} is ${Buffer.byteLength(text)} bytes without anything to leave out`);
  return fitEntry({ ...entry, [largest.name]: digestOf(largest.value, revision) }, revision);
}

function digestOf(text: string, revision: number | undefined): EntryDigest {
  return {
    digest: `sha256:${createHash('sha256').update(text).digest('hex')}`,
    bytes: Buffer.byteLength(text),
    ...(revision === undefined ? {} : { revision }),
  };
}

function isDigest(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'digest' in value && 'bytes' in value && !Array.isArray(value);
}
