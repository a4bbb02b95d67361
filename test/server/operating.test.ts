import { once } from 'node:events';
import { get } from 'node:http';
import { expect, it } from 'vitest';
import { createMetrics } from '../../src/server/metrics.ts';
import { eachDatabase } from '../support/databases.ts';
import { probe, startServer, textOf } from '../support/test-server.ts';

/** A promise and the means to settle it. */
function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

eachDatabase((databases) => {
  it('a stop finishes what is running, over the network and in the process, and takes nothing new', async () => {
    const [inside, release] = [gate(), gate()];
    let running = 0;
    const { server, admin, call } = await startServer(await databases.shared(), {
      operations: () => [
        probe(async () => {
          running += 1;
          inside.open();
          await release.opened;
          return { status: 200, body: { finished: true } };
        }),
      ],
    });
    const url = await server.listen({ host: '127.0.0.1', port: 0 });
    const init = { method: 'POST', headers: { ...admin(), 'content-type': 'application/json' }, body: '{}' };
    const overNetwork = fetch(`${url}/v1/probe`, init);
    await inside.opened;
    const inProcess = databases.kind === 'postgres' ? call('POST', '/v1/probe', { headers: admin(), body: {} }) : null;
    await expect.poll(() => running).toBe(inProcess === null ? 1 : 2);

    let closed = false;
    const stop = server.close().then(() => {
      closed = true;
    });
    expect((await call('GET', '/ready')).status).toBe(503);
    expect((await call('GET', '/health')).status).toBe(200);
    const late = await call('POST', '/v1/probe', { headers: admin(), body: {} });
    expect(late).toMatchObject({ status: 503, code: 'server/unavailable' });
    expect(late.headers).toMatchObject({ 'retry-after': '1', 'dream-should-retry': 'true' });
    expect(closed).toBe(false);

    release.open();
    const answer = await overNetwork;
    expect([answer.status, await answer.json()]).toStrictEqual([200, { finished: true }]);
    expect((await inProcess)?.status ?? 200).toBe(200);
    await stop;
    await expect(fetch(`${url}/health`)).rejects.toThrow('fetch failed');
  });

  it('a stop cuts off what has not finished by the deadline', async () => {
    const [inside, release] = [gate(), gate()];
    const { server, admin } = await startServer(await databases.shared(), {
      stopDeadline: 100,
      operations: () => [
        probe(async () => {
          inside.open();
          await release.opened;
          return { status: 200, body: {} };
        }),
      ],
    });
    const url = await server.listen({ host: '127.0.0.1', port: 0 });
    const init = { method: 'POST', headers: { ...admin(), 'content-type': 'application/json' }, body: '{}' };
    const cut = fetch(`${url}/v1/probe`, init).then(
      () => 'answered',
      () => 'cut off',
    );
    await inside.opened;
    await server.close();
    expect(await cut).toBe('cut off');
    release.open();
  });

  it('is ready while the database answers, and alive without it', async () => {
    const database = await databases.open();
    const { call } = await startServer(database);
    expect((await call('GET', '/ready')).json).toStrictEqual({ status: 'ready', database: databases.kind });
    await database.close();
    expect(await call('GET', '/ready')).toMatchObject({ status: 503, code: 'server/unavailable' });
    expect((await call('GET', '/health')).json).toStrictEqual({ status: 'alive', version: '0.0.0-test' });
  });

  it('answers 503 and not 500 when the database is gone', async () => {
    const database = await databases.open();
    const { call, admin, key } = await startServer(database);
    const { headers } = await key();
    await database.close();
    expect(await call('GET', '/v1/keys', { headers })).toMatchObject({ status: 503, code: 'server/unavailable' });
    expect(await call('GET', '/v1/keys', { headers: admin() })).toMatchObject({ status: 503 });
  });

  it('counts requests by operation and status, never by path, and the counts of others', async () => {
    const metrics = createMetrics({ process: true });
    const applied = metrics.counter('dream_applies_total', 'Applies.', ['environment', 'outcome']);
    metrics.gauge('dream_queue_length', 'Length.', () => 7);
    const { call, admin } = await startServer(await databases.shared(), { metrics });
    applied({ environment: 'production', outcome: 'done' });
    await call('GET', '/v1/keys', { headers: admin() });
    await call('PUT', '/v1/secrets/NAME_IN_PATH', { headers: admin(), body: { value: 1 } });
    await call('GET', '/v1/path-of-nobody');
    const { text, headers } = await call('GET', '/metrics');
    expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(text).toContain('dream_http_request_duration_seconds_count{operation="keys.list",status="200"} 1');
    expect(text).toContain('dream_http_request_duration_seconds_count{operation="secrets.set",status="400"} 1');
    expect(text).toContain('dream_http_request_duration_seconds_count{operation="unknown",status="404"} 1');
    expect(text).toContain('dream_http_requests_in_flight 1');
    expect(text).toContain('dream_applies_total{environment="production",outcome="done"} 1');
    expect(text).toContain('dream_queue_length 7');
    expect(text).toMatch(/dream_database_connections [1-9]/);
    expect(text).toContain('dream_database_waiting 0');
    expect(text).toContain('process_resident_memory_bytes');
    expect(text).not.toContain('NAME_IN_PATH');
    expect(text).not.toContain('path-of-nobody');
  });

  it('logs one line for a request, with its id and operation, without its key, path or query', async () => {
    const { call, key, log } = await startServer(await databases.shared());
    const { headers, created } = await key();
    log.length = 0;
    await call('GET', '/v1/keys?page=123', { headers: { ...headers, 'x-request-id': 'trace-1' } });
    expect(log).toHaveLength(1);
    expect(JSON.parse(log[0] ?? '')).toMatchObject({
      time: '2026-11-20T09:00:00.000Z',
      requestId: 'trace-1',
      operation: 'keys.list',
      status: 200,
      keyId: created['id'],
      project: 'acme',
      environment: 'development',
    });
    expect(log[0]).not.toContain('page');
    expect(log[0]).not.toContain(textOf(created['key']).slice(8));
  });

  it('logs the cause of its own mistakes under the request id, where the answer tells nothing', async () => {
    const { call, admin, log } = await startServer(await databases.shared(), {
      operations: () => [probe(() => Promise.reject(new TypeError('a hidden reason')))],
    });
    const answer = await call('POST', '/v1/probe', { headers: { ...admin(), 'x-request-id': 'trace-2' }, body: {} });
    expect(answer.text).not.toContain('hidden');
    const line = log.find((text) => text.includes('request failed')) ?? '{}';
    expect(JSON.parse(line)).toMatchObject({
      level: 50,
      requestId: 'trace-2',
      err: { type: 'TypeError', message: 'a hidden reason' },
    });
    expect(line).toContain('operating.test.ts');
  });

  it('answers a HEAD like a GET, without its body', async () => {
    const { server, admin } = await startServer(await databases.shared());
    const url = await server.listen({ host: '127.0.0.1', port: 0 });
    const request = get(`${url}/v1/keys`, { method: 'HEAD', headers: admin() });
    const [response] = await once(request, 'response');
    expect(response).toMatchObject({ statusCode: 200 });
    response.resume();
  });
});
