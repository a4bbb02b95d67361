// A server that does what a script says: with the first request this, with the second that. Each script has a path of its
// own, so that one server serves all cases, and what one case leaves behind is never taken for another's. Usage:
//
//   const server = await startScriptedServer();
//   const script = server.play([{ status: 503 }, { status: 200, json: { id: 'acme' } }]);
//   …                                                      // calls of script.url
//   script.requests                                        // what came, in order
//   await server.close();
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { ScriptedAnswer } from '../sdk/behaviour/behaviour-case.ts';
import { giveAnswer } from './scripted-answer.ts';

export interface SeenRequest {
  readonly method: string;
  /** Its parts between slashes, below the script's own path, decoded. */
  readonly path: readonly string[];
  /** Decoded, as HTML forms are. */
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Milliseconds since any fixed moment. */
  readonly at: number;
}

export interface Script {
  readonly url: string;
  readonly requests: readonly SeenRequest[];
}

export interface ScriptedServer {
  play(answers: readonly ScriptedAnswer[]): Script;
  /** Ends every connection, also those that hang. */
  close(): Promise<void>;
}

interface Playing extends Script {
  readonly requests: SeenRequest[];
  readonly answers: readonly ScriptedAnswer[];
}

/** For a request that no script has an answer to; the case fails by the number of its requests. */
const exhausted: ScriptedAnswer = {
  status: 400,
  error: { code: 'scripted/exhausted', message: 'The script has no answer to this request.' },
};

export async function startScriptedServer(): Promise<ScriptedServer> {
  const scripts = new Map<string, Playing>();
  const server = createServer((request, response) => {
    void (async () => {
      const at = performance.now();
      const [, name = '', rest = ''] = /^\/([^/?]+)(.*)$/s.exec(request.url ?? '') ?? [];
      const script = scripts.get(name);
      // Whoever gives a request up while it is being read is seen in what it did before.
      const body = await buffer(request).catch(() => undefined);
      if (body === undefined) return;
      const number = script?.requests.push(seen(request, rest, body.toString(), at)) ?? 0;
      await giveAnswer(response, script?.answers[number - 1] ?? exhausted, script?.url ?? '');
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    play(answers) {
      const name = String(scripts.size + 1);
      const script: Playing = { url: `http://127.0.0.1:${portOf(address)}/${name}`, requests: [], answers };
      scripts.set(name, script);
      return script;
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function seen(request: IncomingMessage, target: string, body: string, at: number): SeenRequest {
  const [path = '', query = ''] = target.split(/\?(.*)/s);
  return {
    method: request.method ?? '',
    path: path.split('/').slice(1).map(decoded),
    query: [...new URLSearchParams(query)],
    headers: Object.fromEntries(
      Object.entries(request.headersDistinct).map(([name, values = []]) => [name, values.join(', ')]),
    ),
    body,
    at,
  };
}

/** What cannot be decoded is shown as it came, and will be unlike what is expected. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('the scripted server listens on no port');
  return address.port;
}
