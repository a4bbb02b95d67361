import type { JsonObject } from '../../../../engine/json.ts';
import type { Draft } from '../draft.ts';
import type { Keys } from '../keys.ts';
import type { Segments } from './segments.ts';

/** What surrounds a feature while it is translated. */
export interface FeaturePlace {
  readonly features: ReadonlyMap<string, JsonObject>;
  /** Names of those that have strategies, of which none counts. */
  readonly onlyDisabled: ReadonlySet<string>;
  readonly keys: Keys;
  readonly segments: Segments;
  readonly draft: Draft;
}
