// Written by dream generate sdk; do not edit.
import type { Call } from '../core/call.ts';
import type { CallOptions } from '../core/options.ts';
import type { Paged } from '../core/paged.ts';
import { Resource } from '../core/resource.ts';
import type {
  Alert,
  AlertFiring,
  AlertFiringPart,
  AlertPage,
  AlertsBacktestBody,
  AlertsBacktestResult,
} from '../types.ts';

export interface AlertsFiringsQuery {
  /** `nextCursor` of the part before; absent for the first. */
  readonly cursor?: string | undefined;
  /** Entries in the answer. Default: `50`. */
  readonly limit?: number | undefined;
  /** Key of an AlertRule. */
  readonly rule?: string | undefined;
  /** Value of the field that rules look at entries by. */
  readonly key?: string | undefined;
}

export interface AlertsListQuery {
  /** From 1. Default: `1`. */
  readonly page?: number | undefined;
  /** Items on a page. Default: `50`. */
  readonly pageSize?: number | undefined;
}

/**
 * Adds entries to the record, searches, exports and proves it, and looks after alarms, streams, archives and erasure.
 */
export class Alerts extends Resource {
  /**
   * Try an alert rule on the entries there are.
   *
   * When the rule would have raised its alarm, had it been live all the time. Nothing is raised, and nothing is kept.
   *
   * For a secret key. May be about one tenant: that of the client, or of `options`.
   *
   * Errors: `alerts/invalid-rule`, `alerts/span-reversed`.
   */
  backtest(body: AlertsBacktestBody, options?: CallOptions): Call<AlertsBacktestResult> {
    return this.call(
      { id: 'alerts.backtest', method: 'POST', route: '/v1/alerts/backtest', isAboutTenant: true },
      { body },
      options,
    );
  }

  /**
   * List the times that alarms were raised, newest first.
   *
   * With `X-Tenant-ID`, those of one tenant; without, those of the environment and all its tenants.
   *
   * For a secret key. May be about one tenant: that of the client, or of `options`.
   */
  firings(query?: AlertsFiringsQuery, options?: CallOptions): Paged<AlertFiringPart, AlertFiring> {
    return this.parts(
      { id: 'alerts.firings', method: 'GET', route: '/v1/alerts/firings', isAboutTenant: true },
      { query },
      options,
    );
  }

  /**
   * List alert rules by key, each with the last time it was raised.
   *
   * For a secret key. May be about one tenant: that of the client, or of `options`.
   */
  list(query?: AlertsListQuery, options?: CallOptions): Paged<AlertPage, Alert> {
    return this.pages(
      { id: 'alerts.list', method: 'GET', route: '/v1/alerts', isAboutTenant: true },
      { query },
      options,
    );
  }
}
