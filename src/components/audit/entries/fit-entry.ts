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
  return fit(entry, revision, givesWay);
}

/** `left`: what may still give way. Whether something has is never told by its shape, which whoever sends it chooses. */
function fit(entry: AuditEntry, revision: number | undefined, left: readonly (typeof givesWay)[number][]): string {
  const text = canonicalText(entry);
  if (Buffer.byteLength(text) <= maximalBytes) return text;
  const [largest] = left
    .flatMap((name) => {
      const value = entry[name];
      if (value === undefined) return [];
      const own = canonicalText({ value: value as Json });
      return [{ name, value: own.slice('{"value":'.length, -1) }];
    })
    .toSorted((one, other) => other.value.length - one.value.length);
  if (largest === undefined)
    throw new RangeError(`entry ${entry.id} is ${Buffer.byteLength(text)} bytes without anything to leave out`);
  const { name, value } = largest;
  const others = left.filter((other) => other !== name);
  return fit({ ...entry, [name]: digestOf(value, revision) }, revision, others);
}

function digestOf(text: string, revision: number | undefined): EntryDigest {
  return {
    digest: `sha256:${createHash('sha256').update(text).digest('hex')}`,
    bytes: Buffer.byteLength(text),
    ...(revision === undefined ? {} : { revision }),
  };
}
