import type { PermissionSource } from '../../../../sdks/typescript/src/permissions/index.ts';
import { ScriptedLog } from './scripted-log.ts';

/** What the server has: `answer` is asked each time. */
export interface ScriptedPolicy {
  etag: string;
  payload: unknown;
}

/** Answers a client's questions from memory, and writes them down. */
export class ScriptedSource implements PermissionSource {
  /** `policy "1"` for a question with that etag, `check {…}` for a decision, `stream revision.applied`. */
  readonly asked: string[] = [];
  policyNow: ScriptedPolicy | Error;
  allowed: boolean | Error = true;
  readonly log = new ScriptedLog();
  readonly #readers: { readonly tell: () => void; readonly fail: (error: Error) => void }[] = [];

  constructor(policy: ScriptedPolicy | Error) {
    this.policyNow = policy;
  }

  readonly access: PermissionSource['access'] = {
    ...this.log.access,
    policy: ({ headers } = {}) => ({
      raw: async () => {
        const known = headers?.['If-None-Match'];
        this.asked.push(`policy ${known ?? 'anew'}`);
        // A moment later, as any network answers.
        await Promise.resolve();
        if (this.policyNow instanceof Error) throw this.policyNow;
        const { etag, payload } = this.policyNow;
        const isKnown = known === etag;
        return {
          value: isKnown ? undefined : payload,
          status: isKnown ? 304 : 200,
          headers: new Headers({ etag }),
          requestId: undefined,
          attempts: 1,
        };
      },
    }),
    check: async (body) => {
      this.asked.push(`check ${JSON.stringify(body)}`);
      if (this.allowed instanceof Error) throw this.allowed;
      return { allowed: this.allowed };
    },
  };

  readonly events: PermissionSource['events'] = {
    stream: ({ types } = {}, { signal } = {}) => {
      this.asked.push(`stream ${types}`);
      return this.#follow(signal);
    },
  };

  /** Something was applied. */
  tell(): void {
    for (const { tell } of this.#readers.splice(0)) tell();
  }

  failStreams(error: Error): void {
    for (const { fail } of this.#readers.splice(0)) fail(error);
  }

  async *#follow(signal: AbortSignal | undefined): AsyncGenerator<object, void, undefined> {
    for (;;) {
      await new Promise<void>((tell, fail) => {
        this.#readers.push({ tell, fail });
        signal?.addEventListener('abort', () => fail(new Error('aborted')));
      });
      yield {};
    }
  }
}

/** A policy of one role, `editor`, with these permissions. */
export function editorMay(revision: number, ...permissions: readonly string[]): ScriptedPolicy {
  return {
    etag: `"${revision}"`,
    payload: {
      revision,
      roles: { editor: permissions.map((permission) => ({ permission })) },
      resourceTypes: { invoice: ['read', 'update'] },
      scopes: {},
      relationActions: { invoice: ['update'] },
    },
  };
}
