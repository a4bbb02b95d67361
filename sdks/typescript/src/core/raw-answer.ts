/** An answer with what came around its value. */
export interface RawAnswer<T> {
  readonly value: T;
  readonly status: number;
  readonly headers: Headers;
  /** What the server's log calls the request. */
  readonly requestId: string | undefined;
  /** How many requests it took. */
  readonly attempts: number;
}
