import type { FlagClientOptions } from '../contract.ts';
import type { UserToken } from '../updates/signed-in-user.ts';
import type { FlagAnswers } from './read-answers.ts';

export interface RemoteFlagClientOptions
  extends Omit<FlagClientOptions, 'bootstrap' | 'reports' | 'sticky' | 'source'> {
  /** Who asks; nobody in particular where it is absent. What a token says goes over it. */
  readonly context?: unknown;
  /** Of the user who is signed in. */
  readonly userToken?: UserToken;
  /** For a user of several tenants: the one it is about. */
  readonly tenant?: string;
  /** What is answered until the server is heard of: `answers` of another client, for the same user, as an object or as JSON. */
  readonly bootstrap?: FlagAnswers | string;
  /** False: the server counts none of it, and keeps no context; and nothing is told of what was seen. */
  readonly reports?: false;
}

/** Who is signed in from now on. */
export interface SignIn {
  readonly userToken: UserToken;
  readonly tenant?: string;
  readonly context?: unknown;
}
