import type { RawAnswer } from './raw-answer.ts';

/**
 * A request that is sent when its answer is first asked for, by `await`, `then` or `raw`; once, however often that is.
 * One that nobody awaits is never sent. It goes wherever a promise does.
 */
export class Call<T> implements Promise<T> {
  readonly #send: () => Promise<RawAnswer<T>>;
  #answer: Promise<RawAnswer<T>> | undefined;

  constructor(send: () => Promise<RawAnswer<T>>) {
    this.#send = send;
  }

  get [Symbol.toStringTag](): string {
    return 'Call';
  }

  /** The value with its status, headers, request id and the number of attempts. */
  raw(): Promise<RawAnswer<T>> {
    this.#answer ??= this.#send();
    return this.#answer;
  }

  // oxlint-disable-next-line unicorn/no-thenable -- It is there to be awaited.
  then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.raw()
      .then(({ value }) => value)
      .then(onFulfilled, onRejected);
  }

  catch<B = never>(onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<T | B> {
    return this.then(undefined, onRejected);
  }

  finally(onFinally?: (() => void) | null): Promise<T> {
    return this.then().finally(onFinally);
  }
}
