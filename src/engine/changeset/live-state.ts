import type { JsonObject } from '../json.ts';
import type { EnvironmentSettings, ResourceId } from '../resource.ts';

/** One row of the live state. `body` is absent where only the hash was needed, and then must not be asked for. */
export interface LiveRecord extends ResourceId {
  readonly hash: string;
  readonly owner: 'files' | 'api';
  readonly updatedBy: string;
  /** RFC 3339, UTC. */
  readonly updatedAt: string;
  readonly body?: JsonObject;
}

/** What is live in one environment, by `Kind/key`. */
export interface LiveState {
  /** Null before the first apply. */
  readonly settings: EnvironmentSettings | null;
  readonly records: ReadonlyMap<string, LiveRecord>;
}
