import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Chunk, ScriptedAnswer } from '../sdk/behaviour/behaviour-case.ts';

/** Does with a request what the script says, until the end or until the client has gone. */
export async function giveAnswer(response: ServerResponse, answer: ScriptedAnswer, server: string): Promise<void> {
  response.on('error', () => undefined);
  if (answer.delayMs !== undefined) await wait(answer.delayMs);
  if (answer.status !== undefined) {
    response.writeHead(answer.status, headersOf(answer, server));
    response.flushHeaders();
    for (const chunk of chunksOf(answer)) await give(response, chunk);
  }
  switch (answer.then) {
    case 'hang':
      return;
    case 'cut':
      // What was written before goes out; then there is an end where none should be.
      response.socket?.destroySoon();
      return;
    case 'end':
    case undefined:
      response.end();
  }
}

function headersOf({ headers = {}, json, error }: ScriptedAnswer, server: string): OutgoingHttpHeaders {
  const given = Object.entries(headers).map(([name, value]): [string, string | string[]] => {
    if (typeof value === 'string') return [name.toLowerCase(), value.replaceAll('{server}', server)];
    if ('dateIn' in value) return [name.toLowerCase(), new Date(Date.now() + value.dateIn * 1_000).toUTCString()];
    return [name.toLowerCase(), [...value]];
  });
  const ofBody = json === undefined && error === undefined ? {} : { 'content-type': 'application/json' };
  return { ...ofBody, ...Object.fromEntries(given) };
}

function chunksOf({ json, error, text, base64, chunks }: ScriptedAnswer): readonly Chunk[] {
  if (json !== undefined) return [{ text: JSON.stringify(json) }];
  if (error !== undefined) return [{ text: JSON.stringify({ success: false, error }) }];
  if (text !== undefined) return [{ text }];
  if (base64 !== undefined) return [{ base64 }];
  return chunks ?? [];
}

async function give(response: ServerResponse, chunk: Chunk): Promise<void> {
  if ('pauseMs' in chunk) return wait(chunk.pauseMs);
  const bytes = 'text' in chunk ? Buffer.from(chunk.text) : Buffer.from(chunk.base64, 'base64');
  if (bytes.length === 0 || response.destroyed) return;
  // Each by itself, so that it leaves as a piece of its own.
  await new Promise<void>((resolve) => response.write(bytes, () => resolve()));
}
