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
    const send = this.#sender(operation, options, captureCallSite());
    return new Call(() => send(input, json<T>()));
  }

  protected pages<Page extends OffsetPage<Item>, Item>(
    operation: Operation,
    input: Input,
    options?: CallOptions,
  ): Paged<Page, Item> {
    const site = captureCallSite();
    const send = this.#sender(operation, options, site);
    const ask = (place: object): Promise<RawAnswer<Page>> => send(at(input, place), jsonList<Page>());
    return new Paged({ first: () => ask({}), all: () => fromSite(pagesByNumber(ask, input.query ?? {}), site) });
  }

  protected parts<Part extends CursorPart<Item>, Item>(
    operation: Operation,
    input: Input,
    options?: CallOptions,
  ): Paged<Part, Item> {
    const site = captureCallSite();
    const send = this.#sender(operation, options, site);
    const ask = (place: object): Promise<RawAnswer<Part>> => send(at(input, place), jsonList<Part>());
    const all = (): AsyncGenerator<Part, void, undefined> =>
      fromSite(pagesByCursor(ask, input.query ?? {}, operation.cursorParameter), site);
    return new Paged({ first: () => ask({}), all });
  }

  protected events(operation: Operation, input: Input, options?: CallOptions): EventStream {
    const site = captureCallSite();
    const send = this.#sender(operation, options, site);
    const follow = (signal: AbortSignal): AsyncGenerator<ServerSentEvent, void, undefined> => {
      const open = (lastEventId: string) => send(input, eventBody, { ...options, signal }, lastEventId);
      return fromSite(followEvents(open, signal, this.#connection.maxRetryDelay), site);
    };
    return new EventStream(() => leavable(follow, options?.signal));
  }

  protected bytes(operation: Operation, input: Input, options?: CallOptions): ByteStream {
    const site = captureCallSite();
    const send = this.#sender(operation, options, site);
    const open = (signal: AbortSignal) => send(input, documentBody, { ...options, signal });
    const read = async function* (signal: AbortSignal): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
      const { value } = await open(signal);
      yield* fromSite(pieces(value), site);
    };
    return new ByteStream(() => leavable(read, options?.signal));
  }

  /** Sends the requests of one call, for whoever is signed in when this is made. */
  #sender(operation: Operation, options: CallOptions | null | undefined, site: Error) {
    const send = this.#connection.sender();
    return async <T>(
      input: Input,
      reader: Reader<T>,
      own: CallOptions | null | undefined = options,
      lastEventId?: string,
    ): Promise<RawAnswer<T>> => {
      try {
        return await send({ operation, input, options: own ?? {}, lastEventId }, reader);
      } catch (thrown) {
        throw fromCallSite(thrown, site);
      }
    };
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
