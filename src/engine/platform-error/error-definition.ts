/** The classes of the error hierarchy. Each has one usual HTTP status. */
export type ErrorType =
  | 'validation'
  | 'authentication'
  | 'authorization'
  | 'not-found'
  | 'conflict'
  | 'rate-limit'
  | 'server';

const usualStatus: { readonly [type in ErrorType]: number } = {
  validation: 400,
  authentication: 401,
  authorization: 403,
  'not-found': 404,
  conflict: 409,
  'rate-limit': 429,
  server: 500,
};

/** What is true of every error with one code. Documented in docs/errors.md and listed by OpenAPI. */
export interface ErrorDefinition {
  /** `module/name`; part of the API, never renamed. */
  readonly code: string;
  readonly type: ErrorType;
  /** HTTP status; differs from the class's usual one only where HTTP has a more exact word (405, 413, 503). */
  readonly status: number;
  /** Safe to show to an end user: names nothing internal. */
  readonly userMessage: string;
  /** For developers: when it is raised, and what to do. */
  readonly meaning: string;
  /** True when the same request may well succeed later, without a change to it. */
  readonly retry: boolean;
}

/** An {@link ErrorDefinition} as it is written down: what can be derived is left out. */
export interface ErrorDraft extends Pick<ErrorDefinition, 'code' | 'type' | 'userMessage' | 'meaning'> {
  readonly status?: number;
  readonly retry?: boolean;
}

/** Throws a RangeError for a code that is not `module/name`. */
export function defineError(draft: ErrorDraft): ErrorDefinition {
  if (!/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/.test(draft.code)) {
    throw new RangeError(`'${draft.code}' is not an error code: write module/name`);
  }
  return Object.freeze({ status: usualStatus[draft.type], retry: draft.type === 'rate-limit', ...draft });
}
