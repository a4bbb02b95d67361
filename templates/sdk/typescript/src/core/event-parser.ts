import type { ServerSentEvent } from './event-stream.ts';

/** Reads `text/event-stream` as the HTML standard does, in pieces of any size. One parser reads one connection. */
export class EventParser {
  /** Of the last event that had one, to go on from; empty where none had. */
  lastEventId: string;
  /** Milliseconds that the server asked to be left in peace for when the connection ends. */
  reconnectAfter: number | undefined;

  readonly #decoder = new TextDecoder();
  #line = '';
  #endedInReturn = false;
  #id: string;
  #event = '';
  #data: string[] = [];
  #retry: number | undefined;

  constructor(lastEventId = '') {
    this.lastEventId = lastEventId;
    this.#id = lastEventId;
  }

  /** The events that are whole with this piece. One that is not when the connection ends never happened. */
  *read(bytes: Uint8Array): Generator<ServerSentEvent, void, undefined> {
    const text = this.#decoder.decode(bytes, { stream: true });
    let from = 0;
    for (const { 0: end, index } of text.matchAll(/\r\n|\n|\r/g)) {
      // The second half of a line end whose first half came with the piece before.
      const isSecondHalf = this.#endedInReturn && index === 0 && end === '\n';
      const line = this.#line + text.slice(from, index);
      from = index + end.length;
      if (isSecondHalf) continue;
      this.#line = '';
      const event = this.#take(line);
      if (event !== undefined) yield event;
    }
    this.#line += text.slice(from);
    if (text !== '') this.#endedInReturn = text.endsWith('\r');
  }

  #take(line: string): ServerSentEvent | undefined {
    if (line === '') return this.#dispatch();
    const colon = line.indexOf(':');
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') this.#data.push(value);
    else if (field === 'event') this.#event = value;
    else if (field === 'id' && !value.includes('\0')) this.#id = value;
    else if (field === 'retry' && /^\d+$/.test(value)) this.reconnectAfter = this.#retry = Number(value);
    return undefined;
  }

  #dispatch(): ServerSentEvent | undefined {
    this.lastEventId = this.#id;
    const event = {
      id: this.#id || undefined,
      event: this.#event || 'message',
      data: this.#data.join('\n'),
      retry: this.#retry,
    };
    const isEvent = this.#data.length > 0;
    this.#event = '';
    this.#data = [];
    this.#retry = undefined;
    return isEvent ? event : undefined;
  }
}
