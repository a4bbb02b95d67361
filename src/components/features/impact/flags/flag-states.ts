import type { Session } from '../../../../db/contract.ts';
import { readLiveResources } from '../../../../db/live-resources.ts';
import type { DraftChange } from '../../../../engine/changeset/draft-change.ts';
import type { JsonObject } from '../../../../engine/json.ts';
import type { Resource } from '../../../../engine/resource.ts';
import type { FlagRules, Ruleset, SegmentRules } from '../../evaluation/ruleset.ts';
import { assembleRuleset } from '../../ruleset/assemble-ruleset.ts';
import { compileFlag } from '../../ruleset/compile-flag.ts';
import { compileSegment } from '../../ruleset/compile-segment.ts';
import type { KnownTranslations } from './known-translations.ts';
import { resourcesAfter } from './resources-after.ts';

/** All flags of an environment, without what is known of tenants, and the entitlements they may ask for. */
export interface FlagState {
  readonly ruleset: Ruleset;
  readonly entitlements: ReadonlyMap<string, JsonObject>;
}

/** As they are, and as they will be once the whole changeset is applied. What does not change is the same object in both. */
export interface FlagStates {
  readonly before: FlagState;
  readonly after: FlagState;
}

/** A flag under the key it has, and the key it will have. */
export interface ComparedFlag {
  readonly before: string;
  readonly after: string;
}

/** What is understood together, and so read as a whole. */
const wholeKinds = ['Entitlement', 'Plan', 'ContextKind'] as const;

export async function flagStates(
  session: Session,
  changeset: readonly DraftChange[],
  known: KnownTranslations,
): Promise<FlagStates> {
  const translated = await known.live(session);
  const live = await readLiveResources(session, wholeKinds);
  const flags = new Map([...translated.flags].map(([key, { rules }]) => [key, rules]));
  const segments = new Map([...translated.segments].map(([key, { rules }]) => [key, rules]));
  return {
    before: toState(flags, segments, live),
    after: toState(
      rulesAfter(flags, changeset, 'Flag', compileFlag),
      rulesAfter(segments, changeset, 'Segment', compileSegment),
      resourcesAfter(live, changeset, wholeKinds),
    ),
  };
}

function rulesAfter<T>(
  before: ReadonlyMap<string, T>,
  changeset: readonly DraftChange[],
  kind: string,
  compile: (key: string, body: JsonObject) => T,
): ReadonlyMap<string, T> {
  const changes = changeset.filter((change) => change.kind === kind);
  const rules = new Map(before);
  for (const { from, key } of changes) rules.delete(from ?? key);
  for (const { after, key } of changes) if (after !== null) rules.set(key, compile(key, after));
  return rules;
}

function toState(
  flags: ReadonlyMap<string, FlagRules>,
  segments: ReadonlyMap<string, SegmentRules>,
  others: readonly Resource[],
): FlagState {
  const ofKind = (kind: string): readonly Resource[] => others.filter((one) => one.kind === kind);
  const entitlements = ofKind('Entitlement');
  const ruleset = assembleRuleset({
    environment: '',
    revision: 0,
    madeAt: 0,
    flags,
    segmentOf: (key) => segments.get(key),
    entitlements,
    plans: ofKind('Plan'),
    contextKinds: ofKind('ContextKind'),
  });
  return { ruleset, entitlements: new Map(entitlements.map(({ body, key }) => [key, body])) };
}

/** New keys by the old. */
export function renames(changeset: readonly DraftChange[], kind: string): ReadonlyMap<string, string> {
  return new Map(
    changeset.flatMap((change) =>
      change.kind === kind && change.from !== undefined ? [[change.from, change.key] as const] : [],
    ),
  );
}
