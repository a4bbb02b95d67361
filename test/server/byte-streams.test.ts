import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { defineError, makeError } from '../../src/engine/platform-error/index.ts';
import type { ByteStream } from '../../src/server/operation-result.ts';
import type { Operation } from '../../src/server/operation.ts';
import { useDatabases } from '../support/databases.ts';
import { startServer } from '../support/test-server.ts';

const databases = useDatabases('postgres');

function answering(write: ByteStream['write']): Operation {
  return {
    id: 'probe.bytes',
    method: 'GET',
    path: '/v1/probe',
    summary: 'Send bytes',
    tag: 'Probe',
    auth: ['secret'],
    scope: 'probe:read',
    transaction: 'none',
    responses: { 200: { description: 'It.', schema: {}, contentType: ['text/plain', 'text/csv'] } },
    errors: [],
    respond: async () => ({ contentType: 'text/csv; charset=utf-8', headers: { 'x-more': 'yes' }, write }),
  };
}

async function served(write: ByteStream['write']): Promise<{
  readonly server: Awaited<ReturnType<typeof startServer>>;
  readonly read: (signal?: AbortSignal) => Promise<Response>;
}> {
  const server = await startServer(await databases.shared(), { operations: () => [answering(write)] });
  const url = await server.server.listen({ host: '127.0.0.1', port: 0 });
  return {
    server,
    read: (signal) =>
      fetch(`${url}/v1/probe`, {
        headers: server.admin(),
        ...(signal === undefined ? {} : { signal }),
      }),
  };
}

describe('an operation that answers by bytes', () => {
  it('EC-05 sends them as they come, under the content type of the moment', async () => {
    const { read } = await served(async (send) => {
      await send('a,b\n');
      await send(Buffer.from('é,2\n'));
    });
    const answer = await read();
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('x-more')]).toEqual([
      200,
      'text/csv; charset=utf-8',
      'yes',
    ]);
    expect(await answer.text()).toBe('a,b\né,2\n');
  });

  it('EC-05 is broken off where it cannot be finished, so that the reader sees it', async () => {
    const { read, server } = await served(async (send) => {
      await send('the beginning');
      throw new Error('the disk is gone');
    });
    await expect(read().then((answer) => answer.text())).rejects.toThrow(/terminated|failed/);
    expect(server.log.some((line) => line.includes('the disk is gone'))).toBe(true);
  });

  it('EC-05 answers a refusal before the first byte as any other, and tells of one behind it in the log alone', async () => {
    const refusal = defineError({
      code: 'probe/other',
      type: 'conflict',
      userMessage: 'It is another one.',
      meaning: 'It is of this test.',
    });
    const refused = await served(() => Promise.reject(makeError(refusal, { message: 'refused at once' })));
    const answer = await refused.read();
    const { headers, status } = answer;
    expect([status, headers.get('content-type'), headers.get('x-more')]).toEqual([
      409,
      'application/json; charset=utf-8',
      null,
    ]);
    expect(await answer.json()).toMatchObject({ error: { code: 'probe/other', message: 'refused at once' } });
    const reported = (log: readonly string[]): readonly string[] => log.filter((line) => line.includes('"err":'));
    expect(reported(refused.server.log)).toEqual([]);

    const late = await served(async (send) => {
      await send('the beginning');
      throw makeError(refusal, { message: 'refused too late' });
    });
    await expect(late.read().then((got) => got.text())).rejects.toThrow(/terminated|failed/);
    expect(reported(late.server.log)).toEqual([expect.stringContaining('refused too late')]);
  });

  it('EC-05 is made no faster than it is read, and no further when the reader has gone', async () => {
    let sent = 0;
    let ended: unknown;
    const chunk = Buffer.alloc(64 * 1024);
    const { read } = await served(async (send) => {
      try {
        for (;;) {
          await send(chunk);
          sent += chunk.length;
        }
      } catch (problem) {
        ended = problem;
        throw problem;
      }
    });
    const leaving = new AbortController();
    const answer = await read(leaving.signal);
    const reader = answer.body?.getReader();
    await reader?.read();
    let before = -1;
    for (let round = 0; before !== sent && round < 200; round += 1) {
      before = sent;
      await sleep(50);
    }
    // What waits here, in the sockets and in the client.
    expect(sent).toBeLessThan(64 * 1024 * 1024);
    leaving.abort();
    await expect.poll(() => ended).toBeInstanceOf(Error);
  });

  it('EC-05 is broken off where its reader takes nothing any more, so that it gives back its connection to the database', async () => {
    const database = await databases.shared();
    const chunk = Buffer.alloc(64 * 1024);
    let isOut = false;
    const { read, server } = await served(async (send) => {
      await database
        .withControlPlane('read', async () => {
          for (;;) await send(chunk);
        })
        .finally(() => (isOut = true));
    });
    const answer = await read();
    const reader = answer.body?.getReader();
    await reader?.read();
    // Whatever is still taken on the way to the reader begins it anew.
    await expect.poll(() => (server.clock.advance(10_000), isOut)).toBe(true);
    expect(server.log.filter((line) => line.includes('took nothing for 30 seconds')).length).toBe(1);
    const readOn = async (): Promise<void> => {
      while ((await reader?.read())?.done === false);
    };
    await expect(readOn()).rejects.toThrow('terminated');
  });

  it('is broken off when the server stops', async () => {
    const { read, server } = await served(async (send, gone) => {
      await send('the beginning');
      await new Promise<void>((_, reject) =>
        gone.addEventListener('abort', () => reject(new Error('gone')), { once: true }),
      );
    });
    const answer = await read();
    await Promise.all([expect(answer.text()).rejects.toThrow('terminated'), server.server.close()]);
  });

  it('is described by all content types that it may have', async () => {
    const { server } = await served(async () => undefined);
    const { json } = await server.call('GET', '/openapi.json', { headers: server.admin() });
    expect(JSON.stringify(json)).toContain('"content":{"text/plain":{"schema":{}},"text/csv":{"schema":{}}}');
  });
});
