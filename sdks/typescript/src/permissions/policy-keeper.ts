import { PlatformError } from '../core/platform-error.ts';
import { wait } from '../core/wait.ts';
import type { PermissionSource } from './contract.ts';
import { problemOf } from './problem-of.ts';
import { RolePolicy } from './role-policy.ts';

export interface KeeperOptions {
  readonly client: PermissionSource;
  /** Milliseconds. */
  readonly interval: number;
  readonly listens: boolean;
  readonly signal: AbortSignal;
  readonly onProblem: (problem: string) => void;
  /** There is a policy. */
  readonly onPolicy: () => void;
}

/** The policy of an environment, and the work of keeping up with it. */
export class PolicyKeeper {
  readonly #options: KeeperOptions;
  #policy: RolePolicy | undefined;
  #etag: string | undefined;
  #confirmedAt = 0;
  #refreshing: Promise<void> | undefined;
  #isAskedAgain = false;

  constructor(options: KeeperOptions) {
    this.#options = options;
    void this.#poll();
    if (options.listens) void this.#listen();
  }

  get policy(): RolePolicy | undefined {
    return this.#policy;
  }

  /** Milliseconds since the server said that the policy is in force. */
  get age(): number {
    return performance.now() - this.#confirmedAt;
  }

  /** Never rejects. One question is under way at a time; whoever comes meanwhile may know of something that it misses. */
  refresh(): Promise<void> {
    if (this.#refreshing !== undefined) this.#isAskedAgain = true;
    this.#refreshing ??= this.#askUntilQuiet();
    return this.#refreshing;
  }

  async #askUntilQuiet(): Promise<void> {
    do {
      this.#isAskedAgain = false;
      await this.#ask();
    } while (this.#isAskedAgain && !this.#options.signal.aborted);
    this.#refreshing = undefined;
  }

  async #ask(): Promise<void> {
    const { client, onPolicy, signal } = this.#options;
    if (signal.aborted) return;
    const askedAt = performance.now();
    try {
      const headers = this.#etag === undefined ? {} : { 'If-None-Match': this.#etag };
      const answer = await client.access.policy({ headers, signal }).raw();
      if (answer.status !== 304) {
        this.#policy = new RolePolicy(answer.value);
        this.#etag = answer.headers.get('etag') ?? undefined;
      }
      this.#confirmedAt = askedAt;
      onPolicy();
    } catch (thrown) {
      this.#tell(thrown);
    }
  }

  async #poll(): Promise<void> {
    const { interval, signal } = this.#options;
    while (!signal.aborted) {
      await this.refresh();
      await this.#pause(interval);
    }
  }

  /** What is applied while no stream is open is heard of by the next question. */
  async #listen(): Promise<void> {
    const { client, interval, signal } = this.#options;
    while (!signal.aborted) {
      try {
        for await (const _ of client.events.stream({ types: 'revision.applied' }, { signal })) void this.refresh();
        return;
      } catch (thrown) {
        this.#tell(thrown);
        if (thrown instanceof PlatformError && [401, 403, 404].includes(thrown.status)) return;
      }
      await this.#pause(interval);
    }
  }

  async #pause(milliseconds: number): Promise<void> {
    await wait(milliseconds, this.#options.signal).catch(() => undefined);
  }

  #tell(thrown: unknown): void {
    const { onProblem, signal } = this.#options;
    if (!signal.aborted) onProblem(problemOf(thrown, 'the policy could not be asked for'));
  }
}
