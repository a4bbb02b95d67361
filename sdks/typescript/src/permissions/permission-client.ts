import { isObject } from '../core/json.ts';
import { notify } from '../core/hooks.ts';
import type { CallOptions } from '../core/options.ts';
import { wait } from '../core/wait.ts';
import type {
  AskedOfServer,
  PermissionClientOptions,
  PermissionQuestion,
  PermissionSource,
  RoleClaims,
  RoleHolder,
} from './contract.ts';
import { DecisionReporter } from './decision-reporter.ts';
import { isRoles } from './is-roles.ts';
import { milliseconds } from './milliseconds.ts';
import { PolicyKeeper } from './policy-keeper.ts';
import { reportAnswer } from './report-answer.ts';
import type { PermissionAnswer, ResourceInHand, RolePolicy } from './role-policy.ts';

/** Milliseconds between two questions for the sake of claims, and between two of those that are asked in turn. */
const leastPause = 1_000;

/**
 * What roles may do, answered in this process by the policy of the environment, which is brought up to date in the
 * background; the server is asked where only it can know. For servers. One for a process; close it at the end.
 */
export class PermissionClient {
  readonly #client: PermissionSource;
  readonly #keeper: PolicyKeeper;
  readonly #reporter: DecisionReporter | undefined;
  readonly #maxAge: number;
  readonly #ending = new AbortController();
  readonly #settled = new AbortController();
  /** Because of claims. */
  #refreshedAt = Number.NEGATIVE_INFINITY;

  /** @throws ConfigurationError for an interval or an age that is no number of milliseconds */
  constructor({ client, onProblem, report = true, stream = true, ...times }: PermissionClientOptions) {
    this.#client = client;
    const interval = Math.max(leastPause, milliseconds('refreshInterval', times.refreshInterval ?? 30_000));
    const reportInterval = milliseconds('reportInterval', times.reportInterval ?? 5_000);
    this.#reporter = report ? new DecisionReporter({ client, interval: reportInterval, onProblem }) : undefined;
    this.#maxAge = milliseconds('maxAge', times.maxAge ?? 300_000);
    this.#keeper = new PolicyKeeper({
      client,
      interval,
      listens: stream,
      signal: this.#ending.signal,
      onProblem: (problem) => notify(onProblem, problem),
      onPolicy: () => this.#settled.abort(),
    });
  }

  /** Absent before the server was heard of. */
  get policy(): RolePolicy | undefined {
    return this.#keeper.policy;
  }

  /** Whether there is a policy: as soon as there is, after `timeoutMs` (5,000) at the latest. Never rejects. */
  async ready({ timeoutMs = 5_000 }: { readonly timeoutMs?: number } = {}): Promise<boolean> {
    if (!this.#settled.signal.aborted) await wait(timeoutMs, this.#settled.signal).catch(() => undefined);
    return this.#keeper.policy !== undefined && !this.#ending.signal.aborted;
  }

  /** Answers at once; `ask` where only the server can know, or the policy is not known to be in force. Never throws. */
  can(who: RoleHolder, permission: string, resource?: ResourceInHand | null): PermissionAnswer {
    return this.#answer({ who, permission, resource });
  }

  /**
   * Whether it is allowed. The server is asked where `can` says so.
   * @throws DreamError what `access.check` throws; then nothing is known, so nothing is allowed
   */
  async check(question: PermissionQuestion, options?: CallOptions): Promise<boolean> {
    const answer = this.#answer(question);
    if (answer !== 'ask') return answer === 'yes';
    const verdict = await this.#client.access.check(asServerIsAsked(question), options);
    return verdict.allowed === true;
  }

  /** Asks for the policy now. Never rejects. */
  async refresh(): Promise<void> {
    await this.#keeper.refresh();
  }

  /** Sends what is still to be reported now. Never rejects. */
  async flush(): Promise<void> {
    await this.#reporter?.flush();
  }

  /** Ends all of it at once, but for what is still to be reported: that is sent, for 5 seconds at most. Never rejects. */
  async close(): Promise<void> {
    this.#ending.abort();
    this.#settled.abort();
    await this.#reporter?.close();
  }

  #answer(question: PermissionQuestion): PermissionAnswer {
    const { age, policy } = this.#keeper;
    if (policy === undefined || age > this.#maxAge || this.#ending.signal.aborted) return 'ask';
    const answer = this.#answerBy(policy, question);
    if (answer !== 'ask' && this.#reporter !== undefined)
      reportAnswer(this.#reporter, question, answer, policy.revision);
    return answer;
  }

  #answerBy(policy: RolePolicy, { permission, resource, who }: PermissionQuestion): PermissionAnswer {
    try {
      if (isRoles(who)) return policy.can(who, permission, resource);
      return isObject(who) && this.#isInForce(who, policy) ? policy.can(who.roleSlugs, permission, resource) : 'ask';
    } catch {
      // Claims that throw when they are read are none.
      return 'ask';
    }
  }

  #isInForce({ accessUntil, policyVersion }: RoleClaims, { revision }: RolePolicy): boolean {
    if (accessUntil !== undefined && !(typeof accessUntil === 'number' && accessUntil * 1000 > Date.now()))
      return false;
    if (policyVersion === undefined) return true;
    const madeAt = String(policyVersion).split('.')[0] ?? '';
    // `Number` would read much else as a number, and nothing at all as 0.
    if (/^[0-9]{1,15}$/.test(madeAt) && Number(madeAt) <= revision) return true;
    // The token knows of an apply that was not heard of here; or it is of elsewhere, and will for ever.
    if (performance.now() - this.#refreshedAt >= leastPause) {
      this.#refreshedAt = performance.now();
      void this.#keeper.refresh();
    }
    return false;
  }
}

function asServerIsAsked({ context, permission, resource, subject, tenant }: PermissionQuestion): AskedOfServer {
  const [type = '', ...action] = String(permission).split(':');
  const { id, properties } = resource ?? {};
  return {
    action: action.join(':'),
    resource: {
      type,
      ...(id === undefined || id === null ? {} : { id }),
      ...(isObject(properties) ? { properties } : {}),
    },
    ...(subject === undefined ? {} : { subject }),
    ...(context === undefined ? {} : { context }),
    ...(tenant === undefined ? {} : { tenant }),
  };
}
