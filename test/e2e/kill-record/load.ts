// Writers, one of each kind, that ask one thing after the other and keep what came of it.
import { setTimeout as pause } from 'node:timers/promises';
import { type Asked, type KindName, kinds } from './asked.ts';
import type { Answer, World } from './world.ts';

export class Load {
  readonly #world: World;
  readonly #asked: Asked[] = [];
  readonly #numbers = new Map<KindName, number>();
  /** Answers of a server whose database was away. */
  unavailable = 0;
  /** Requests that no answer came to. */
  unanswered = 0;

  constructor(world: World) {
    this.#world = world;
  }

  get asked(): readonly Asked[] {
    return this.#asked;
  }

  get acknowledged(): number {
    return this.#asked.filter(({ fate }) => fate === 'acknowledged').length;
  }

  /** Resolves when so many more requests have been acknowledged; the load is under way. */
  async goesOn(more: number): Promise<void> {
    const enough = this.acknowledged + more;
    while (this.acknowledged < enough) await pause(5);
  }

  /** Resolves when every writer has met a server that is gone, or `signal` says that it is enough. */
  async run(signal?: AbortSignal): Promise<void> {
    const names = Object.keys(kinds) as readonly KindName[];
    await Promise.all(names.map((kind) => this.#write(kind, signal)));
  }

  /** Sends what was not answered again, under its idempotency key, until it is. What has none is left as it is. */
  async repeatUnknown(): Promise<void> {
    for (const [index, asked] of this.#asked.entries()) {
      if (asked.fate === 'acknowledged' || asked.kind === 'check' || asked.kind === 'refusal') continue;
      let again = asked;
      while (again.fate === 'unknown') again = (await this.#send(again)) ?? again;
      this.#asked[index] = again;
    }
  }

  async #write(kind: KindName, signal: AbortSignal | undefined): Promise<void> {
    while (signal?.aborted !== true) {
      const number = this.#numbers.get(kind) ?? 0;
      this.#numbers.set(kind, number + 1);
      const place = this.#asked.length;
      const asked: Asked = { kind, number, requestIds: [], fate: 'unknown' };
      this.#asked.push(asked);
      const sent = await this.#send(asked);
      if (sent === null) {
        this.#asked[place] = { ...asked, requestIds: [nameOf(asked)] };
        return;
      }
      this.#asked[place] = sent;
    }
  }

  /** Null when no answer came. */
  async #send(asked: Asked): Promise<Asked | null> {
    const { call, forbidden, status } = kinds[asked.kind];
    const requestId = nameOf(asked);
    const requestIds = [...asked.requestIds, requestId];
    const key = `${asked.kind}-${asked.number}`;
    let answer: Answer;
    try {
      answer = await this.#world.send(call(asked.number), requestId, { key, forbidden: forbidden === true });
    } catch {
      this.unanswered += 1;
      return null;
    }
    if (answer.status === status) return { ...asked, requestIds, fate: 'acknowledged' };
    const { code } = (answer.body as { readonly error: { readonly code: string } }).error;
    if (code !== 'server/unavailable' && code !== 'idempotency/in-progress')
      throw new Error(
        `${key}: ${answer.status} ${JSON.stringify(answer.body)}\n${this.#world.server().output().slice(-4_000)}`,
      );
    this.unavailable += 1;
    await pause(20);
    return { ...asked, requestIds };
  }
}

/** Of the next time that it is sent. */
function nameOf({ kind, number, requestIds }: Asked): string {
  return `${kind}-${number}-${requestIds.length}`;
}
