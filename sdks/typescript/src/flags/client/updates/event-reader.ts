import type { TextReader } from '../platform.ts';

/** One event of a `text/event-stream`. */
export interface ServerEvent {
  /** `message` where the server names none. */
  readonly type: string;
  readonly data: string;
  /** The last one that the server gave, with this event or before it; empty without one. */
  readonly id: string;
}

/** An event whose data is longer than this, in UTF-16 units, is none of ours. */
const longestEvent = 256 * 1024 * 1024;

const lineEnds = /[\r\n]/g;

/**
 * Reads server-sent events as the standard says, from bytes that may be cut anywhere: inside a character, between the
 * two halves of a line's end, inside the mark at the beginning. Pieces are looked at once, however long an event is.
 */
export class EventReader {
  readonly #decoder: TextReader;
  #isFirst = true;
  /** The last piece ended with a carriage return: a line feed at the beginning of the next belongs to it. */
  #afterReturn = false;
  #line = '';
  #data: string[] = [];
  #length = 0;
  #type = '';
  #id = '';
  #retry: number | undefined;

  constructor(decoder: TextReader) {
    this.#decoder = decoder;
  }

  /** Milliseconds that the server asks to be left alone before the next connection; undefined where it does not say. */
  get retry(): number | undefined {
    return this.#retry;
  }

  /** Events that are complete now. Throws RangeError for one that is too long. */
  read(bytes: Uint8Array): readonly ServerEvent[] {
    const text = this.#decoded(bytes);
    const events: ServerEvent[] = [];
    let start = 0;
    if (this.#afterReturn && text !== '') {
      if (text.startsWith('\n')) start = 1;
      this.#afterReturn = false;
    }
    for (;;) {
      const end = lineEnd(text, start);
      if (end === -1) break;
      const line = this.#line + text.slice(start, end);
      this.#line = '';
      start = end + 1;
      if (text[end] === '\r') {
        if (start === text.length) this.#afterReturn = true;
        else if (text[start] === '\n') start += 1;
      }
      const event = this.#take(line);
      if (event !== undefined) events.push(event);
    }
    this.#line += text.slice(start);
    if (this.#length + this.#line.length > longestEvent) throw new RangeError('an event is too long');
    return events;
  }

  #decoded(bytes: Uint8Array): string {
    const text = this.#decoder.decode(bytes, { stream: true });
    if (!this.#isFirst || text === '') return text;
    this.#isFirst = false;
    return text.startsWith('\uFEFF') ? text.slice(1) : text;
  }

  #take(line: string): ServerEvent | undefined {
    if (line === '') return this.#finish();
    const colon = line.indexOf(':');
    const name = colon === -1 ? line : line.slice(0, colon);
    const after = colon === -1 ? '' : line.slice(colon + 1);
    this.#field(name, after.startsWith(' ') ? after.slice(1) : after);
    return undefined;
  }

  /** A comment is a field without a name. */
  #field(name: string, value: string): void {
    if (name === 'data') {
      this.#data.push(value);
      this.#length += value.length + 1;
    } else if (name === 'event') {
      this.#type = value;
    } else if (name === 'id') {
      if (!value.includes('\0')) this.#id = value;
    } else if (name === 'retry' && /^[0-9]{1,15}$/.test(value)) {
      this.#retry = Number(value);
    }
  }

  #finish(): ServerEvent | undefined {
    const [data, type] = [this.#data, this.#type];
    this.#data = [];
    this.#length = 0;
    this.#type = '';
    return data.length === 0
      ? undefined
      : { type: type === '' ? 'message' : type, data: data.join('\n'), id: this.#id };
  }
}

/** -1 where the text has no further end of a line. */
function lineEnd(text: string, start: number): number {
  lineEnds.lastIndex = start;
  return lineEnds.exec(text)?.index ?? -1;
}
