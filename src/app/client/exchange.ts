import * as http from 'node:http';
import * as https from 'node:https';

/** One request as it goes over the wire. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Exchanged {
  readonly status: number;
  readonly text: string;
}

/** An answer as it arrives. */
export interface Arriving {
  readonly status: number;
  readonly chunks: AsyncIterable<Uint8Array>;
}

export interface Connection {
  /** Rejects with what Node reports when there is no whole answer. */
  exchange(request: Exchange): Promise<Exchanged>;
  /** Rejects when there is none; what is not whole shows when it is read. */
  stream(request: Exchange): Promise<Arriving>;
  close(): void;
}

/** Milliseconds. */
export interface Patience {
  readonly connecting: number;
  /** Of silence, once connected. */
  readonly answering: number;
}

/**
 * Exchanges requests with one server by Node's own client, which is there already: loading a client of its own
 * made a command cost 40 ms more of the processor, a fifth of a plan that finds nothing to change.
 */
export function connectTo(server: URL, patience: Patience): Connection {
  const { request, Agent } = server.protocol === 'https:' ? https : http;
  const agent = new Agent({ keepAlive: true });
  const place = { host: server.hostname.replace(/^\[|\]$/gu, ''), port: server.port, agent };
  const send = ({ body, ...asked }: Exchange): Promise<http.IncomingMessage> =>
    new Promise((resolve, reject) => {
      let answer: http.IncomingMessage | undefined;
      const outgoing = request({ ...place, ...asked }, (incoming) => {
        answer = incoming;
        resolve(incoming);
      });
      const connecting = setTimeout(
        () => outgoing.destroy(silence('connect', patience.connecting)),
        patience.connecting,
      );
      const connected = (): void => clearTimeout(connecting);
      outgoing.on('socket', (socket) => {
        if (socket.connecting) socket.once('connect', connected);
        else connected();
      });
      outgoing.setTimeout(patience.answering, () => outgoing.destroy(silence('answer', patience.answering)));
      outgoing.on('error', (error) => {
        // Whoever reads the answer hears why there is no more of it, not merely that it ended.
        answer?.destroy(error);
        reject(error);
      });
      outgoing.on('close', connected);
      outgoing.end(body);
    });
  return {
    exchange: async (asked) => {
      const incoming = await send(asked);
      let text = '';
      incoming.setEncoding('utf8');
      for await (const part of incoming) text += part;
      return { status: incoming.statusCode ?? 0, text };
    },
    stream: async (asked) => {
      const incoming = await send(asked);
      return { status: incoming.statusCode ?? 0, chunks: incoming as AsyncIterable<Uint8Array> };
    },
    close: () => agent.destroy(),
  };
}

function silence(what: 'connect' | 'answer', milliseconds: number): Error {
  return new Error(`it did not ${what} within ${milliseconds / 1000} s`);
}
