import type { CallOptions } from '../core/options.ts';
import type { RawAnswer } from '../core/raw-answer.ts';
import type { DecisionSource } from './decision-reporter.ts';
import type { ResourceInHand } from './role-policy.ts';

/** What the permissions need of a client; every `Dream` has it. */
export interface PermissionSource extends DecisionSource {
  readonly access: DecisionSource['access'] & {
    policy(options?: CallOptions): { raw(): Promise<RawAnswer<unknown>> };
    check(body: AskedOfServer, options?: CallOptions): PromiseLike<{ readonly allowed: boolean }>;
  };
  readonly events: {
    stream(query?: { readonly types?: string }, options?: CallOptions): AsyncIterable<unknown>;
  };
}

export interface PermissionClientOptions {
  /** With a secret key. */
  readonly client: PermissionSource;
  /**
   * Milliseconds from an answer of the server to the next question, at least 1,000.
   * @default 30000
   */
  readonly refreshInterval?: number | undefined;
  /**
   * Milliseconds for which a policy counts that the server did not confirm; then every answer is `ask`.
   * @default 300000
   */
  readonly maxAge?: number | undefined;
  /**
   * Whether changes are heard of as they happen. That takes a key that may read events; without, they are after `refreshInterval`.
   * @default true
   */
  readonly stream?: boolean | undefined;
  /**
   * Whether what is answered here is reported, so that the decision log has it. That takes a key with the scope
   * `decisions:write`.
   * @default true
   */
  readonly report?: boolean | undefined;
  /**
   * Milliseconds from the first answer that waits to the report of it, at least 100.
   * @default 5000
   */
  readonly reportInterval?: number | undefined;
  /** Told, in a sentence, of what goes wrong; never of keys. Absent: nobody is. */
  readonly onProblem?: ((problem: string) => unknown) | undefined;
}

/** The claims of a token that was verified, as `tokens.claims` made them. */
export interface RoleClaims {
  readonly roleSlugs: readonly string[];
  /** Who that is: with it, answers are reported. */
  readonly sub?: string | undefined;
  readonly tenantId?: string | null | undefined;
  /** `42.7`: of the revision that the token was made at. */
  readonly policyVersion?: string | undefined;
  /** Seconds since 1970: the end of what the claims say. */
  readonly accessUntil?: number | undefined;
}

/** Keys of the roles that somebody has in the tenant, or the claims of their token. */
export type RoleHolder = readonly string[] | RoleClaims;

export interface PermissionQuestion {
  readonly who: RoleHolder;
  /** `invoice:approve` */
  readonly permission: string;
  /** Who that is, for the server and its log; absent: whoever the claims name, or is signed in with the client. */
  readonly subject?: AskedSubject | undefined;
  readonly resource?: ResourceInHand | null | undefined;
  /** What conditions may ask of `context`: whence and how the request came. */
  readonly context?: Readonly<Record<string, unknown>> | undefined;
  readonly tenant?: string | undefined;
}

export interface AskedSubject {
  readonly type?: 'user' | 'service-account';
  readonly id: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** The body of `access.check`. */
export interface AskedOfServer {
  readonly action: string;
  readonly resource: {
    readonly type: string;
    readonly id?: string;
    readonly properties?: Readonly<Record<string, unknown>>;
  };
  readonly subject?: AskedSubject;
  readonly context?: Readonly<Record<string, unknown>>;
  readonly tenant?: string;
}
