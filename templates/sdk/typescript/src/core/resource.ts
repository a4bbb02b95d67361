import { ByteStream } from './byte-stream.ts';
import { Call } from './call.ts';
import { captureCallSite, fromCallSite } from './call-site.ts';
import type { Connection } from './connection.ts';
import { EventStream, type ServerSentEvent } from './event-stream.ts';
import { followEvents } from './follow-events.ts';
import { leavable } from './leavable.ts';
import type { Input, Operation } from './operation.ts';
import type { CallOptions } from './options.ts';
import { type CursorPart, type OffsetPage, Paged } from './paged.ts';
import { pagesByCursor, pagesByNumber } from './pages.ts';
import type { Reader } from './attempt.ts';
import type { RawAnswer } from './raw-answer.ts';
import { json, jsonList } from './read-json.ts';
import { documentBody, eventBody, pieces } from './read-stream.ts';

/** A group of operations. Nothing is sent before its result is awaited or iterated over. */
export abstract class Resource {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  protected get connection(): Connection {
    return this.#connection;
  }

  protected call<T>(operation: Operation, input: Input, options?: CallOptions): Call<T> {
    const site = captureCallSite();
    return new Call(() => this.#send(operation, input, options, json<T>(), site));
  }

  protected pages<Page extends OffsetPage<Item>, Item>(
    operation: Operation,
    input: Input,
    options?: CallOptions,
  ): Paged<Page, Item> {
    const site = captureCallSite();
    const ask = (place: object): Promise<RawAnswer<Page>> =>
      this.#send(operation, at(input, place), options, jsonList<Page>(), site);
    return new Paged({ first: () => ask({}), all: () => fromSite(pagesByNumber(ask, input.query ?? {}), site) });
  }

  protected parts<Part extends CursorPart<Item>, Item>(
    operation: Operation,
    input: Input,
    options?: CallOptions,
  ): Paged<Part, Item> {
    const site = captureCallSite();
    const ask = (place: object): Promise<RawAnswer<Part>> =>
      this.#send(operation, at(input, place), options, jsonList<Part>(), site);
    const all = (): AsyncGenerator<Part, void, undefined> =>
      fromSite(pagesByCursor(ask, input.query ?? {}, operation.cursorParameter), site);
    return new Paged({ first: () => ask({}), all });
  }

  protected events(operation: Operation, input: Input, options?: CallOptions): EventStream {
    const site = captureCallSite();
    const follow = (signal: AbortSignal): AsyncGenerator<ServerSentEvent, void, undefined> => {
      const request = { operation, input, options: { ...options, signal } };
      const open = (lastEventId: string) => this.#connection.send({ ...request, lastEventId }, eventBody);
      return fromSite(followEvents(open, signal, this.#connection.maxRetryDelay), site);
    };
    return new EventStream(() => leavable(follow, options?.signal));
  }

  protected bytes(operation: Operation, input: Input, options?: CallOptions): ByteStream {
    const site = captureCallSite();
    const open = (signal: AbortSignal) => this.#send(operation, input, { ...options, signal }, documentBody, site);
    const read = async function* (signal: AbortSignal): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
      const { value } = await open(signal);
      yield* fromSite(pieces(value), site);
    };
    return new ByteStream(() => leavable(read, options?.signal));
  }

  async #send<T>(
    operation: Operation,
    input: Input,
    options: CallOptions | null | undefined,
    reader: Reader<T>,
    site: Error,
  ): Promise<RawAnswer<T>> {
    try {
      return await this.#connection.send({ operation, input, options: options ?? {} }, reader);
    } catch (thrown) {
      throw fromCallSite(thrown, site);
    }
  }
}

/** The same question about another page. */
function at(input: Input, place: object): Input {
  return { ...input, query: { ...input.query, ...place } };
}

async function* fromSite<T>(
  items: AsyncGenerator<T, void, undefined>,
  site: Error,
): AsyncGenerator<T, void, undefined> {
  try {
    yield* items;
  } catch (thrown) {
    throw fromCallSite(thrown, site);
  }
}
