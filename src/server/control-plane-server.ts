import type { Metrics } from './metrics.ts';
import type { Operation } from './operation.ts';

export interface ControlPlaneServer {
  readonly metrics: Metrics;
  /** Starts listening; port 0 takes a free one. Resolves to the server's URL. */
  listen(address: { readonly host: string; readonly port: number }): Promise<string>;
  /** Answers a request without a network: the same path through the server. */
  inject(request: InjectedRequest): Promise<InjectedResponse>;
  /** The same for an answer that may be larger than any memory. */
  injectStream(request: InjectedRequest): Promise<InjectedStream>;
  /** Begins with what is done beside requests, and goes on with it until `close`. */
  startWork(): void;
  /** Tells the log of what went wrong where no request hears of it. */
  report(problem: unknown): void;
  /** Tells the log of what is wrong with how the server is set up, while it runs nevertheless. */
  warn(message: string): void;
  /** Does all that there is to do beside requests at this moment, once. */
  work(): Promise<void>;
  /** Refuses new requests, finishes running ones within the deadline, then cuts off what is left. */
  close(): Promise<void>;
}

export interface InjectedRequest {
  readonly method: Operation['method'];
  /** With query string: `/v1/keys?page=2`. */
  readonly path: string;
  readonly headers?: { readonly [name: string]: string };
  /** JSON text, or the bytes of one; its content type is for the caller to name. */
  readonly body?: string | Buffer;
}

export interface InjectedResponse {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}

export interface InjectedStream {
  readonly status: number;
  readonly chunks: AsyncIterable<Uint8Array>;
}
