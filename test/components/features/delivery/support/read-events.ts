// Reads server-sent events by plain HTTP. Usage:
//
//   const stream = await readEvents(`${url}/v1/flag-ruleset/stream`, headers);
//   await stream.next();   // { event: 'put', id: '…', data: {…} }; null when the server has ended the stream
import { onTestFinished } from 'vitest';
import { isJsonObject, type Json, type JsonObject } from '../../../../../src/engine/json.ts';

export interface ReadEvent {
  readonly event: string;
  readonly id: string | null;
  readonly data: JsonObject;
}

export interface EventReader {
  readonly status: number;
  readonly headers: Headers;
  next(): Promise<ReadEvent | null>;
  close(): void;
}

export async function readEvents(url: string, headers: Readonly<Record<string, string>>): Promise<EventReader> {
  const gone = new AbortController();
  onTestFinished(() => gone.abort());
  const response = await fetch(url, { headers, signal: gone.signal });
  const chunks = response.body?.pipeThrough(new TextDecoderStream())[Symbol.asyncIterator]();
  let text = '';
  return {
    status: response.status,
    headers: response.headers,
    close: () => gone.abort(),
    async next() {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end === -1) {
          const chunk = await chunks?.next();
          if (chunk === undefined || chunk.done === true) return null;
          text += chunk.value;
          continue;
        }
        const event = parseEvent(text.slice(0, end));
        text = text.slice(end + 2);
        if (event !== null) return event;
      }
    },
  };
}

/** Null for comments and what else is no event. */
export function parseEvent(block: string): ReadEvent | null {
  const fields = new Map(
    block.split('\n').map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trimStart()];
    }),
  );
  const data = fields.get('data');
  if (data === undefined) return null;
  const json: Json = JSON.parse(data);
  return {
    event: fields.get('event') ?? 'message',
    id: fields.get('id') ?? null,
    data: isJsonObject(json) ? json : {},
  };
}
