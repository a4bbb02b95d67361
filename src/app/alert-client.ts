import type { JsonObject } from '../engine/json.ts';
import type { Page, PageRequest } from '../server/page.ts';
import type { StreamPart } from '../server/stream-page.ts';

/** The part of the API that is about alert rules and what they have found. */
export interface AlertClient {
  alerts: {
    list(tenant: string | undefined, page: PageRequest): Promise<Page<WatchingRule>>;
    /** Newest first; `cursor` is that of the part before. */
    firings(
      filter: FiringQuery,
      page: { readonly cursor?: string | undefined; readonly limit: number },
    ): Promise<StreamPart<AlertFiring>>;
    /** When a rule would have been raised. Times are instants. */
    backtest(request: BacktestRequest): Promise<BacktestResult>;
  };
}

export interface FiringQuery {
  readonly tenant?: string | undefined;
  readonly rule?: string | undefined;
  readonly key?: string | undefined;
}

export interface BacktestRequest {
  readonly tenant?: string | undefined;
  /** Body of an AlertRule. */
  readonly rule: JsonObject;
  readonly since?: string;
  readonly until?: string;
}

export interface WatchingRule {
  readonly key: string;
  readonly name: string | null;
  readonly severity: string;
  readonly enabled: boolean;
  readonly tags: readonly string[];
  /** Null: it was never raised. */
  readonly lastFiring: AlertFiring | null;
}

/** What a rule found. Times are instants. */
export interface FoundPattern {
  readonly tenant: string | null;
  readonly key: string;
  readonly sequence: number;
  readonly count: number;
  readonly windowStart: string;
  readonly windowEnd: string;
  readonly happenedAt: string;
}

export interface AlertFiring extends FoundPattern {
  readonly id: string;
  readonly rule: string;
  readonly severity: string;
  readonly tags: readonly string[];
  readonly firedAt: string;
  readonly actions: readonly {
    readonly does: string;
    readonly target: string;
    readonly outcome: string;
    readonly reason?: string;
  }[];
}

export interface BacktestResult {
  /** The newest 1,000. */
  readonly firings: readonly FoundPattern[];
  readonly count: number;
  readonly entries: number;
  readonly since: string;
  readonly until: string;
  readonly complete: boolean;
}
