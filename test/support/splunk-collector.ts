// Something that speaks the protocol of Splunk's HTTP Event Collector, on a port of 127.0.0.1. Usage:
//
//   const collector = await startCollector('token');
//   collector.behave('busy', 'good');          // for the first batches; the last holds for all that follow
//   collector.acknowledge(2);                  // an acknowledgement comes with the second question
//   …
//   collector.events()                         // what was indexed, in order
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { JsonObject } from '../../src/engine/json.ts';

/** `busy`: 503 with code 9. `forgetful`: says 200, indexes nothing, and knows of no acknowledgement when asked. */
export type CollectorBehaviour = 'good' | 'busy' | 'too-large' | 'forgetful' | 'hanging';

export interface Collector {
  readonly url: string;
  behave(...behaviours: CollectorBehaviour[]): void;
  /** With which question an acknowledgement comes. */
  acknowledge(question: number): void;
  events(): readonly JsonObject[];
  /** How many batches came, whatever became of them, and in which channels. */
  readonly batches: readonly (string | undefined)[];
}

export async function startCollector(token: string, { acknowledging = true } = {}): Promise<Collector> {
  let plan: CollectorBehaviour[] = ['good'];
  let questionsNeeded = 1;
  const indexed: JsonObject[] = [];
  const batches: (string | undefined)[] = [];
  const pending = new Map<number, { events: readonly JsonObject[]; questions: number }>();

  const answer = (request: IncomingMessage, body: string): readonly [status: number, body: JsonObject] | null => {
    const said = request.headers.authorization;
    if (said === undefined) return [401, { text: 'Token is required', code: 2 }];
    if (said !== `Splunk ${token}`) return [403, { text: 'Invalid token', code: 4 }];
    const channel = request.headers['x-splunk-request-channel'];
    if (acknowledging && typeof channel !== 'string') return [400, { text: 'Data channel is missing', code: 10 }];
    if (request.url === '/services/collector/ack') return acknowledged(body);
    if (request.url !== '/services/collector/event') return [404, { text: 'Not found', code: 404 }];
    batches.push(typeof channel === 'string' ? channel : undefined);
    const behaviour = (plan.length > 1 ? plan.shift() : plan[0]) ?? 'good';
    const events = readEvents(body);
    switch (behaviour) {
      case 'busy':
        return [503, { text: 'Server is busy', code: 9 }];
      case 'too-large':
        return events.length > 3 ? [413, { text: 'Content-Length too large', code: 27 }] : taken(events);
      case 'hanging':
        return null;
      case 'forgetful':
        return [200, { text: 'Success', code: 0, ackId: 1_000_000 }];
      case 'good':
        return taken(events);
    }
  };
  const taken = (events: readonly JsonObject[]): readonly [number, JsonObject] => {
    if (!acknowledging) {
      indexed.push(...events);
      return [200, { text: 'Success', code: 0 }];
    }
    const ackId = pending.size;
    pending.set(ackId, { events, questions: 0 });
    return [200, { text: 'Success', code: 0, ackId }];
  };
  const acknowledged = (body: string): readonly [number, JsonObject] => {
    const { acks } = JSON.parse(body) as { readonly acks: readonly number[] };
    const known = acks.map((id) => {
      const batch = pending.get(id);
      if (batch === undefined) return [String(id), 'unknown'] as const;
      batch.questions += 1;
      if (batch.questions < questionsNeeded) return [String(id), false] as const;
      if (batch.questions === questionsNeeded) indexed.push(...batch.events);
      return [String(id), true] as const;
    });
    // As after a restart, in which everything that was not indexed yet was lost.
    if (known.some(([, state]) => state === 'unknown')) return [503, { text: 'Server is shutting down', code: 23 }];
    return [200, { acks: Object.fromEntries(known) }];
  };

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const said = answer(request, Buffer.concat(chunks).toString());
      if (said !== null)
        response.writeHead(said[0], { 'content-type': 'application/json' }).end(JSON.stringify(said[1]));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    batches,
    behave: (...behaviours) => (plan = behaviours),
    acknowledge: (question) => (questionsNeeded = question),
    events: () => indexed,
  };
}

/** JSON objects one after the other, without anything between them, as the collector's own parser takes them. */
function readEvents(body: string): readonly JsonObject[] {
  const events: JsonObject[] = [];
  let [depth, start] = [0, 0];
  for (let at = 0; at < body.length; at += 1) {
    const character = body[at];
    if (character === '"') at = endOfText(body, at);
    else if (character === '{') depth += 1;
    else if (character === '}' && (depth -= 1) === 0) {
      events.push(JSON.parse(body.slice(start, at + 1)) as JsonObject);
      start = at + 1;
    }
  }
  return events;
}

function endOfText(body: string, from: number): number {
  for (let at = from + 1; at < body.length; at += 1) {
    if (body[at] === '\\') at += 1;
    else if (body[at] === '"') return at;
  }
  return body.length;
}
