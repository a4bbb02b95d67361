import { isBrowser, type Platform, type TextReader } from '../platform.ts';
import { type Attempt, failed } from './attempt.ts';
import { readRefusal } from './refusal.ts';
import { readRetryAfter } from './retry-after.ts';
import { headersOf, type SignedInUser } from './signed-in-user.ts';
import { apiVersion, userAgent } from './version.ts';

export interface ServerOptions {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly platform: Platform;
  /** Milliseconds of silence after which a question is given up. */
  readonly timeout: number;
  /** Beside a publishable key: who is signed in. */
  readonly user?: SignedInUser | undefined;
}

export interface Question {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: string;
  /** In place of the server's `timeout`, once the answer has begun. */
  readonly silence?: number;
}

/** Reads an answer; its body, should it have one, by {@link Answer.pieces}. */
export type ReadAnswer = (answer: Answer) => Promise<Attempt>;

export interface Answer {
  readonly status: number;
  header(name: string): string | null;
  /** Each as it comes. Rejects when the connection breaks, or stays silent for too long. */
  pieces(): AsyncIterable<Uint8Array>;
  /** All of the body. Rejects like {@link pieces}. */
  text(): Promise<string>;
}

/** Where the client's questions go. */
export class Server {
  readonly platform: Platform;
  readonly #options: ServerOptions;
  readonly #headers: Readonly<Record<string, string>>;
  readonly user: SignedInUser | undefined;

  constructor(options: ServerOptions) {
    const { apiKey, platform, user } = options;
    this.platform = platform;
    this.#options = options;
    this.#headers = {
      accept: 'application/json',
      'dream-version': apiVersion,
      // Browsers send their own, and would ask the server first whether a page may send another.
      ...(isBrowser() ? {} : { 'user-agent': userAgent }),
      ...(apiKey.startsWith('pk_') ? { 'x-publishable-key': apiKey } : { authorization: `Bearer ${apiKey}` }),
    };
    this.user = user;
  }

  /** The same one, asked as somebody else. */
  as(user: SignedInUser | undefined): Server {
    return new Server({ ...this.#options, user });
  }

  /**
   * Asks, and has an answer of status 200, 202, 204 or 304 read. Never rejects: whatever goes wrong, while it is read too,
   * is an attempt that failed. Nothing of it is left open afterwards.
   */
  async ask(question: Question, signal: AbortSignal, read: ReadAnswer): Promise<Attempt> {
    const abort = this.platform.newAbort();
    const end = (): void => abort.abort();
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
    const { baseUrl, timeout } = this.#options;
    let cancel = this.platform.after(timeout, end);
    const heard = (): void => {
      cancel();
      cancel = this.platform.after(question.silence ?? timeout, end);
    };
    try {
      const headers = this.user === undefined ? {} : await headersOf(this.user, abort.signal);
      if (typeof headers === 'string') return failed(headers);
      const request = this.#request(question, headers, abort.signal);
      const response = await this.platform.fetch(`${baseUrl}${question.path}`, request);
      heard();
      const problem = await this.#problemOf(response, 'authorization' in headers);
      return problem ?? (await read(new HeardAnswer(response, this.platform.newDecoder(), heard)));
    } catch {
      // What a runtime says of a failure may quote the address, or more; none of it is passed on.
      return failed(abort.signal.aborted ? 'the server was silent for too long' : 'the connection failed');
    } finally {
      cancel();
      signal.removeEventListener('abort', end);
      end();
    }
  }

  #request({ body, headers, method }: Question, ofUser: Readonly<Record<string, string>>, signal: AbortSignal) {
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const all = { ...this.#headers, ...ofUser, ...type, ...headers };
    return { method, headers: all, ...(body === undefined ? {} : { body }), redirect: 'manual' as const, signal };
  }

  async #problemOf(response: Response, isOfUser: boolean): Promise<Attempt | undefined> {
    const { headers, status, type } = response;
    if (status === 200 || status === 202 || status === 204 || status === 304) return undefined;
    const isRefusal = status === 401 || status === 403;
    const refusal = isRefusal ? await readRefusal(response, isOfUser, this.platform.newDecoder()) : undefined;
    if (refusal !== undefined) return refusal;
    // Browsers keep its status to themselves.
    if (type === 'opaqueredirect') return { ...failed('the server answered with a redirect'), status };
    const seconds = readRetryAfter(headers.get('retry-after'), this.platform.now());
    const failure = { ...failed(`the server answered with status ${status}`), status };
    return seconds === undefined ? failure : { ...failure, retryAfter: seconds * 1000 };
  }
}

class HeardAnswer implements Answer {
  readonly status: number;
  readonly #response: Response;
  readonly #decoder: TextReader;
  readonly #heard: () => void;

  constructor(response: Response, decoder: TextReader, heard: () => void) {
    this.status = response.status;
    this.#response = response;
    this.#decoder = decoder;
    this.#heard = heard;
  }

  header(name: string): string | null {
    return this.#response.headers.get(name);
  }

  /** By a reader: not every browser can go through a stream by itself. */
  async *pieces(): AsyncGenerator<Uint8Array, void> {
    const reader = this.#response.body?.getReader();
    for (;;) {
      const piece = await reader?.read();
      if (piece?.value === undefined) return;
      this.#heard();
      yield piece.value;
    }
  }

  async text(): Promise<string> {
    const texts: string[] = [];
    for await (const piece of this.pieces()) texts.push(this.#decoder.decode(piece, { stream: true }));
    texts.push(this.#decoder.decode());
    return texts.join('');
  }
}
