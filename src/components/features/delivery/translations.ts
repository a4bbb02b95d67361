import type { Session } from '../../../db/contract.ts';
import { type LiveHash, readLiveBodies } from '../../../db/live-resources.ts';
import type { JsonObject } from '../../../engine/json.ts';
import type { FlagRules, SegmentRules } from '../evaluation/ruleset.ts';
import { compileFlag } from '../ruleset/compile-flag.ts';
import { compileSegment } from '../ruleset/compile-segment.ts';

/** What bodies of one kind became, by key, each beside the hash of its body. Immutable. */
export type Translations<T> = ReadonlyMap<string, { readonly hash: string; readonly rules: T }>;

/** What of a ruleset is made from one resource alone. */
export interface Translated {
  readonly flags: Translations<FlagRules>;
  readonly segments: Translations<SegmentRules>;
}

/**
 * Flags and segments as they are live. Only bodies that were not translated before are read and translated: what a
 * change costs depends on how much it changes, and not on how much there is.
 */
export async function translateLive(
  session: Session,
  live: readonly LiveHash[],
  before: Translated | null,
): Promise<Translated> {
  return {
    flags: await translate(session, 'Flag', live, { before: before?.flags, compile: compileFlag }),
    segments: await translate(session, 'Segment', live, { before: before?.segments, compile: compileSegment }),
  };
}

async function translate<T>(
  session: Session,
  kind: string,
  all: readonly LiveHash[],
  by: { readonly before: Translations<T> | undefined; readonly compile: (key: string, body: JsonObject) => T },
): Promise<Translations<T>> {
  const live = all.filter((one) => one.kind === kind);
  const known = ({ hash, key }: LiveHash) => {
    const translated = by.before?.get(key);
    return translated?.hash === hash ? translated : undefined;
  };
  const missing = live.filter((one) => known(one) === undefined).map(({ key }) => key);
  const read = await readLiveBodies(session, kind, missing);
  const bodies = new Map(read.map(({ body, key }) => [key, body]));
  return new Map(
    live.flatMap((one) => {
      const translated = known(one);
      if (translated !== undefined) return [[one.key, translated] as const];
      const body = bodies.get(one.key);
      return body === undefined ? [] : [[one.key, { hash: one.hash, rules: by.compile(one.key, body) }] as const];
    }),
  );
}
