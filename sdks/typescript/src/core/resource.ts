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
import { type Taken, take } from './take.ts';

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
    const { send } = this.#asked(operation, input, options, captureCallSite());
    return new Call(() => send(json<T>(operation.answersAny)));
  }

  protected pages<Page extends OffsetPage<Item>, Item>(
    operation: Operation,
    input: Input,
    options?: CallOptions,
  ): Paged<Page, Item> {
    const site = captureCallSite();
    const { query, send } = this.#asked(operation, input, options, site);
    const ask = (place: object): Promise<RawAnswer<Page>> => send(jsonList<Page>(), { place });
    return new Paged({ first: () => ask({}), all: () => fromSite(pagesByNumber(ask, query), site) });
  }

  protected parts<Part extends CursorPart<Item>, Item>(
    operation: Operation,
    input: Input,
    options?: CallOptions,
  ): Paged<Part, Item> {
    const site = captureCallSite();
    const { query, send } = this.#asked(operation, input, options, site);
    const ask = (place: object): Promise<RawAnswer<Part>> => send(jsonList<Part>(), { place });
    const all = (): AsyncGenerator<Part, void, undefined> =>
      fromSite(pagesByCursor(ask, query, operation.cursorParameter), site);
    return new Paged({ first: () => ask({}), all });
  }

  protected events(operation: Operation, input: Input, options?: CallOptions): EventStream {
    const site = captureCallSite();
    const { callers, send } = this.#asked(operation, input, options, site);
    const follow = (signal: AbortSignal): AsyncGenerator<ServerSentEvent, void, undefined> => {
      const open = (lastEventId: string) => send(eventBody, { signal, lastEventId });
      return fromSite(followEvents(open, signal, this.#connection.maxRetryDelay), site);
    };
    return new EventStream(() => leavable(follow, callers));
  }

  protected bytes(operation: Operation, input: Input, options?: CallOptions): ByteStream {
    const site = captureCallSite();
    const { callers, send } = this.#asked(operation, input, options, site);
    const read = async function* (signal: AbortSignal): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
      const { value } = await send(documentBody, { signal });
      yield* fromSite(pieces(value), site);
    };
    return new ByteStream(() => leavable(read, callers));
  }

  /** A call with what it was given, and sent for whoever was signed in, when this is made; however late it is sent. */
  #asked(operation: Operation, given: Input, options: CallOptions | null | undefined, site: Error) {
    const sendFor = this.#connection.sender();
    let taken: Taken | undefined;
    let refusal: unknown;
    try {
      taken = take(operation, given, options);
    } catch (thrown) {
      refusal = thrown;
    }
    const callers = taken?.options.signal;
    const send = async <T>(
      reader: Reader<T>,
      { lastEventId, place, signal = callers }: OneRequest = {},
    ): Promise<RawAnswer<T>> => {
      try {
        if (taken === undefined) throw refusal;
        const input = { ...taken.input, query: { ...taken.input.query, ...place } };
        return await sendFor({ operation, input, options: { ...taken.options, signal }, lastEventId }, reader);
      } catch (thrown) {
        throw fromCallSite(thrown, site);
      }
    };
    return { callers, query: taken?.input.query, send };
  }
}

/** What one of the requests of a call has of its own. */
interface OneRequest {
  /** The page or the cursor, which goes over what stands in the query. */
  readonly place?: object;
  readonly signal?: AbortSignal | undefined;
  readonly lastEventId?: string;
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
