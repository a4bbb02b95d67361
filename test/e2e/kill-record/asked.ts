// What the load asks for, and what each must leave in the record.

/** As it went: `unknown` where no answer came, or one that the database could not be reached. */
type Fate = 'acknowledged' | 'unknown';

/** One request, or the same again under the same idempotency key. */
export interface Asked {
  readonly kind: KindName;
  readonly number: number;
  /** Of each time it was sent. */
  readonly requestIds: readonly string[];
  readonly fate: Fate;
}

export interface Call {
  readonly method: 'POST' | 'PUT' | 'PATCH';
  readonly path: string;
  readonly body: object;
}

interface Kind {
  readonly call: (number: number) => Call;
  /** The status that acknowledges it. */
  readonly status: number;
  /** By the key that may only look. */
  readonly forbidden?: true;
  readonly entries: number;
  readonly action: string;
  readonly outcome: 'success' | 'failure' | 'denied';
  /** Type and subject of its event, with the name that was given; null: it changes nothing. */
  readonly event: ((number: number) => string) | null;
}

/** Enough for two alarms of five, and some to spare for the next batch. */
export const loginsInBatch = 13;
export const userOfLogin = (login: number): string => `user-${login % 3}`;

export type KindName = 'user' | 'renaming' | 'secret' | 'flag' | 'logins' | 'check' | 'refusal';

export const kinds: Readonly<Record<KindName, Kind>> = {
  user: {
    call: (number) => ({ method: 'POST', path: '/v1/users', body: { id: `u-${number}` } }),
    status: 201,
    entries: 1,
    action: 'user.created',
    outcome: 'success',
    event: (number) => `user.created user/u-${number}`,
  },
  renaming: {
    call: (number) => ({ method: 'PATCH', path: '/v1/tenants/north', body: { name: `north ${number}` } }),
    status: 200,
    entries: 1,
    action: 'tenant.updated',
    outcome: 'success',
    event: (number) => `tenant.updated tenant/north north ${number}`,
  },
  secret: {
    call: (number) => ({ method: 'PUT', path: `/v1/secrets/S_${number}`, body: { value: 'hidden' } }),
    status: 200,
    entries: 1,
    action: 'secret.set',
    outcome: 'success',
    event: (number) => `secret.set secret/S_${number}`,
  },
  flag: {
    call: (number) => ({
      method: 'POST',
      path: '/v1/flags',
      body: { key: `f-${number}`, body: { variations: { on: true, off: false }, fallthrough: 'off' } },
    }),
    status: 201,
    entries: 1,
    action: 'flag.created',
    outcome: 'success',
    event: (number) => `flag.created Flag/f-${number}`,
  },
  logins: {
    call: (number) => ({ method: 'POST', path: '/v1/audit/entries/batch', body: { entries: loginsOf(number) } }),
    status: 201,
    entries: loginsInBatch,
    action: 'auth.login',
    outcome: 'failure',
    event: null,
  },
  check: {
    call: (number) => ({
      method: 'POST',
      path: '/v1/access/check',
      body: {
        subject: { type: 'user', id: 'ada' },
        action: 'read',
        resource: { type: 'document', id: `${number}` },
        tenant: 'north',
      },
    }),
    status: 200,
    entries: 1,
    action: 'access.checked',
    outcome: 'denied',
    event: null,
  },
  refusal: {
    call: (number) => ({ method: 'POST', path: '/v1/users', body: { id: `never-${number}` } }),
    status: 403,
    forbidden: true,
    entries: 1,
    action: 'user.created',
    outcome: 'denied',
    event: null,
  },
};

/** Each under a key of its own, so that a batch that is sent again records nothing twice. */
function loginsOf(batch: number): readonly object[] {
  return Array.from({ length: loginsInBatch }, (_, index) => {
    const login = batch * loginsInBatch + index;
    return {
      action: 'auth.login',
      outcome: 'failure',
      actor: { id: userOfLogin(login) },
      metadata: { login },
      key: `login-${login}`,
    };
  });
}
