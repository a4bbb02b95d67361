import { AuthenticationError, AuthorizationError } from '../../engine/platform-error/index.ts';
import { authenticate, localActor } from '../auth/authenticate.ts';
import { authorize } from '../auth/authorize.ts';
import type { RequestHeaders } from '../auth/credential.ts';
import type { Caller } from '../caller.ts';
import type { Operation } from '../operation.ts';
import type { ServerContext } from '../server-context.ts';

export interface WatchedCaller {
  readonly operation: Operation;
  readonly caller: Caller;
  /** With the credentials that it came with. */
  readonly headers: RequestHeaders;
}

/** Milliseconds after which the credentials of an open stream are looked at again, whatever is announced. */
const interval = 10_000;

/**
 * Asks again who is reading, as for a new request: soon after a key of the environment was withdrawn anywhere, and now
 * and then for what nobody announces, such as the end of a token's life. Calls `end` when they would be refused now.
 */
export function watchCaller(
  context: ServerContext,
  { caller, headers, operation }: WatchedCaller,
  end: () => void,
): () => void {
  if (caller.keyId === localActor) return () => undefined;
  const look = async (): Promise<void> => {
    try {
      const { caller: now } = await authenticate(context, headers, operation, {
        count: () => Promise.resolve(),
        identified: () => undefined,
        broughtAbout: () => Promise.resolve(),
      });
      authorize(now, operation);
    } catch (error) {
      // A database that does not answer is no reason to send anybody away.
      if (error instanceof AuthenticationError || error instanceof AuthorizationError) end();
    }
  };
  const timer = setInterval(() => void look(), interval);
  timer.unref();
  const unsubscribe = context.background.subscribe((announcement) => {
    if (announcement?.topic !== 'keys' || announcement.environmentId !== caller.environmentId) return;
    context.keys.forget(caller.environmentId);
    void look();
  });
  return () => {
    clearInterval(timer);
    unsubscribe();
  };
}
