// Written by dream generate sdk; do not edit.
import type { Call } from '../core/call.ts';
import type { EventStream } from '../core/event-stream.ts';
import type { CallOptions } from '../core/options.ts';
import type { Paged } from '../core/paged.ts';
import { Resource as ResourceBase } from '../core/resource.ts';
import type {
  FlagsArchiveBody,
  FlagsArchiveResult,
  FlagsCreateBody,
  FlagsCreateResult,
  FlagsDeleteResult,
  FlagsEvaluateBody,
  FlagsEvaluateResult,
  FlagsReportBody,
  FlagsReportResult,
  FlagsUpdateBody,
  FlagsUpdateResult,
  FlagsUsageResult,
  Resource,
  ResourcePage,
  VersionedRuleset,
} from '../types.ts';

export interface FlagsDeleteQuery {
  /** Fingerprint of the changeset that somebody approved. */
  readonly approve?: string | undefined;
  /**
   * Figures that may be over their limit, each exactly as the changeset shows it: any other number lets nothing
   * through. Several have commas between them: `contextsFlipped=14,deletes=1`.
   */
  readonly allow?: string | undefined;
}

export interface FlagsListQuery {
  /** From 1. Default: `1`. */
  readonly page?: number | undefined;
  /** Items on a page. Default: `50`. */
  readonly pageSize?: number | undefined;
}

export interface FlagsUsageQuery {
  /** Default: `30`. */
  readonly days?: number | undefined;
}

/**
 * Evaluates flags for whoever asks, tells SDKs of the rules and of their changes, and takes reports of what was served.
 */
export class Flags extends ResourceBase {
  /**
   * Archive a flag.
   *
   * It answers as one that is off from then on, and is kept. Doing it twice is the same as once.
   *
   * For a secret key.
   *
   * Errors: `changes/approval-required`, `changes/conflict`, `changes/desired-state-needed`, `changes/format-version`,
   * `changes/guardrail-refused`, `changes/invalid`, `changes/stale`, `changes/wrong-environment`, `flags/unknown`,
   * `resources/not-found`, `resources/owned-by-files`, `resources/unknown-kind`.
   *
   * @param key Key of the Flag.
   */
  archive(key: string, body: FlagsArchiveBody, options?: CallOptions): Call<FlagsArchiveResult> {
    return this.call(
      { id: 'flags.archive', method: 'POST', route: '/v1/flags/{key}/archive', isMutation: true },
      { path: { key }, body },
      options,
    );
  }

  /**
   * Create a flag.
   *
   * For a secret key.
   *
   * Errors: `changes/approval-required`, `changes/conflict`, `changes/desired-state-needed`, `changes/format-version`,
   * `changes/guardrail-refused`, `changes/invalid`, `changes/stale`, `changes/wrong-environment`, `flags/exists`,
   * `resources/not-found`, `resources/owned-by-files`, `resources/unknown-kind`.
   */
  create(body: FlagsCreateBody, options?: CallOptions): Call<FlagsCreateResult> {
    return this.call({ id: 'flags.create', method: 'POST', route: '/v1/flags', isMutation: true }, { body }, options);
  }

  /**
   * Delete a flag that the API created.
   *
   * Code that still asks for it gets its own default. To keep the answers of a flag, archive it.
   *
   * For a secret key.
   *
   * Errors: `changes/approval-required`, `changes/conflict`, `changes/desired-state-needed`, `changes/format-version`,
   * `changes/guardrail-refused`, `changes/invalid`, `changes/stale`, `changes/wrong-environment`, `flags/unknown`,
   * `resources/not-found`, `resources/owned-by-files`, `resources/unknown-kind`.
   *
   * @param key Key of the Flag.
   */
  delete(key: string, query?: FlagsDeleteQuery, options?: CallOptions): Call<FlagsDeleteResult> {
    return this.call(
      { id: 'flags.delete', method: 'DELETE', route: '/v1/flags/{key}', isMutation: true },
      { path: { key }, query },
      options,
    );
  }

  /**
   * Evaluate flags for one context.
   *
   * All flags that browsers may know of, or those that are named. With a secret key the context is taken as it comes,
   * and any flag may be named. With the token of a user, `user.key`, `tenant.key` and `tenant.plan` are what the token
   * and the server say. A publishable key alone has no tenant. Neither is told which rule decided. Send the entity tag
   * back as `If-None-Match`: 304 says that every answer is as it was.
   *
   * For a secret key, a publishable key or a publishable key with a user's token. May be about one tenant: that of the
   * client, or of `options`.
   *
   * Errors: `flags/invalid-context`, `flags/not-found`.
   */
  evaluate(body: FlagsEvaluateBody, options?: CallOptions): Call<FlagsEvaluateResult> {
    return this.call(
      { id: 'flags.evaluate', method: 'POST', route: '/v1/flag-evaluations', isAboutTenant: true },
      { body },
      options,
    );
  }

  /**
   * Get one flag.
   *
   * For a secret key.
   *
   * Errors: `flags/unknown`.
   *
   * @param key Key of the Flag.
   */
  get(key: string, options?: CallOptions): Call<Resource> {
    return this.call({ id: 'flags.get', method: 'GET', route: '/v1/flags/{key}' }, { path: { key } }, options);
  }

  /**
   * List flags by key.
   *
   * For a secret key.
   */
  list(query?: FlagsListQuery, options?: CallOptions): Paged<ResourcePage, Resource> {
    return this.pages({ id: 'flags.list', method: 'GET', route: '/v1/flags' }, { query }, options);
  }

  /**
   * Report what was evaluated.
   *
   * Counts by variation, a sample of contexts, and exposures to experiments. Sent in batches by SDKs that evaluate
   * locally, every minute or so. What the server evaluates for others it counts itself. A signed-in user reports only
   * themselves.
   *
   * For a secret key, a publishable key or a publishable key with a user's token. May be about one tenant: that of the
   * client, or of `options`.
   */
  report(body: FlagsReportBody, options?: CallOptions): Call<FlagsReportResult> {
    return this.call(
      { id: 'flags.report', method: 'POST', route: '/v1/flag-reports', isMutation: true, isAboutTenant: true },
      { body },
      options,
    );
  }

  /**
   * Get all rules, to evaluate flags in your own process.
   *
   * Ask again with `If-None-Match` now and then, or follow `flags.stream`. It holds every rule and, where flags ask for
   * entitlements, the plan of every tenant: for servers only.
   *
   * For a secret key.
   */
  ruleset(options?: CallOptions): Call<VersionedRuleset> {
    return this.call({ id: 'flags.ruleset', method: 'GET', route: '/v1/flag-ruleset' }, {}, options);
  }

  /**
   * Follow the rules as they change.
   *
   * Server-sent events. A secret key gets `put` with everything, then `patch` with what changes; whoever comes back
   * with `Last-Event-ID` gets what they missed. A publishable key, alone or with the token of a user, is only told that
   * there is something new (`changed`), and asks `flags.evaluate`. A comment every 15 seconds shows that the connection
   * is alive.
   *
   * For a secret key, a publishable key or a publishable key with a user's token. May be about one tenant: that of the
   * client, or of `options`.
   */
  stream(options?: CallOptions): EventStream {
    return this.events(
      { id: 'flags.stream', method: 'GET', route: '/v1/flag-ruleset/stream', isAboutTenant: true },
      {},
      options,
    );
  }

  /**
   * Change a flag.
   *
   * The body takes the place of the one there is. Of a flag that the files own, only what they list under `unmanaged`
   * can change.
   *
   * For a secret key.
   *
   * Errors: `changes/approval-required`, `changes/conflict`, `changes/desired-state-needed`, `changes/format-version`,
   * `changes/guardrail-refused`, `changes/invalid`, `changes/stale`, `changes/wrong-environment`, `flags/unknown`,
   * `resources/not-found`, `resources/owned-by-files`, `resources/unknown-kind`.
   *
   * @param key Key of the Flag.
   */
  update(key: string, body: FlagsUpdateBody, options?: CallOptions): Call<FlagsUpdateResult> {
    return this.call(
      { id: 'flags.update', method: 'PUT', route: '/v1/flags/{key}', isMutation: true },
      { path: { key }, body },
      options,
    );
  }

  /**
   * Say how much each flag is used.
   *
   * How often each live flag was evaluated, with which variation, and when last.
   *
   * For a secret key.
   */
  usage(query?: FlagsUsageQuery, options?: CallOptions): Call<FlagsUsageResult> {
    return this.call({ id: 'flags.usage', method: 'GET', route: '/v1/flag-usage' }, { query }, options);
  }
}
