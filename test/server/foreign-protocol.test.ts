import { describe, expect, it, onTestFinished } from 'vitest';
import { createServer } from '../../src/server/create-server.ts';
import type { PublicDocument } from '../../src/server/public-document.ts';
import { createHost } from '../../src/host/create-host.ts';
import { useDatabases } from '../support/databases.ts';
import { probe, startServer } from '../support/test-server.ts';

const foreign = probe(async () => ({ status: 200, body: { done: true } }), {
  foreignProtocol: true,
  body: { type: 'object', required: ['subject'] },
});

describe('an operation of a foreign protocol', () => {
  const databases = useDatabases('embedded');
  const start = async () => startServer(await databases.shared(), { operations: () => [foreign] });

  it('answers errors with a plain text, whoever found the mistake', async () => {
    const { call, admin } = await start();
    const mistakes = [
      { call: { body: {} }, status: 401, code: 'auth/missing-credentials' },
      { call: { headers: admin(), body: {} }, status: 400, code: 'request/invalid' },
      { call: { headers: admin(), raw: '' }, status: 400, code: 'request/invalid' },
      {
        call: { headers: { ...admin(), 'content-type': 'application/json' }, raw: '' },
        status: 400,
        code: 'request/invalid',
      },
      {
        call: { headers: { ...admin(), 'content-type': 'text/plain' }, raw: '{}' },
        status: 400,
        code: 'request/unsupported-content-type',
      },
      {
        call: { headers: { ...admin(), 'content-type': 'application/json' }, raw: '{' },
        status: 400,
        code: 'request/malformed-body',
      },
      {
        call: { headers: { ...admin(), 'dream-version': '1' }, body: {} },
        status: 400,
        code: 'request/unknown-version',
      },
    ];
    for (const mistake of mistakes) {
      const answer = await call('POST', '/v1/probe', mistake.call);
      expect(answer).toMatchObject({ status: mistake.status, code: mistake.code });
      expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
      expect(answer.text).toMatch(/^[A-Z/`].*[.a-z…'?]$/u);
    }
  });

  it('answers an address that cannot be read in the words of the standard', async () => {
    const { call } = await startServer(await databases.shared(), {
      operations: () => [
        { ...foreign, path: '/v1/probe/{key}' },
        {
          ...foreign,
          id: 'probe.words',
          path: '/words/{key}',
          foreignProtocol: { schema: {}, bodyOf: ({ code }) => ({ code }) },
        },
      ],
    });
    const malformed = { status: 400, code: 'request/malformed-url' };
    const plain = await call('POST', '/v1/probe/%zz?a=b', { headers: { 'x-request-id': 'a b' } });
    expect(plain).toMatchObject({ ...malformed, headers: { 'x-request-id': 'a b' }, json: {} });
    expect(plain.text).toMatch(/^The path holds a broken percent-encoding/);
    const words = await call('POST', '/words/%e0%a4%a');
    expect(words).toMatchObject({ ...malformed, json: { code: 'request/malformed-url' } });
    expect(await call('POST', '/elsewhere/%zz')).toMatchObject({
      ...malformed,
      json: { error: { code: malformed.code } },
    });
  });

  it('gives back a request id as it came, in answers and in errors', async () => {
    const { call, admin } = await start();
    for (const id of ['a b', 'x'.repeat(500), '{"a":1}', 'é', 'trace-1']) {
      const headers = { 'x-request-id': id };
      const done = await call('POST', '/v1/probe', { headers: { ...admin(), ...headers }, body: { subject: 1 } });
      expect(done).toMatchObject({ status: 200, json: { done: true }, headers });
      expect(await call('POST', '/v1/probe', { headers, body: {} })).toMatchObject({ status: 401, headers });
    }
    const made = await call('POST', '/v1/probe', { headers: admin(), body: { subject: 1 } });
    expect(made.headers['x-request-id']).toMatch(/^req_[0-9A-Z]{26}$/);
  });
});

describe('a public document', () => {
  const databases = useDatabases('embedded');
  const document: PublicDocument = { id: 'probe', path: '/.well-known/probe', render: (base) => ({ base }) };
  const serve = async (publicUrl?: string) => {
    const database = await databases.shared();
    const server = await createServer({
      host: createHost(),
      database,
      operations: [],
      documents: [document],
      masterKey: null,
      version: '0',
      logLevel: 'silent',
      ...(publicUrl === undefined ? {} : { publicUrl }),
    });
    onTestFinished(() => server.close());
    return async (path: string, headers: Readonly<Record<string, string>> = {}) => {
      const answer = await server.inject({ method: 'GET', path, headers });
      return { status: answer.status, type: answer.headers['content-type'], body: JSON.parse(answer.body) as unknown };
    };
  };

  it('is answered without a key, and names the server as it was reached', async () => {
    const get = await serve();
    const bases = {
      'dream.acme.com': 'https://dream.acme.com',
      'dream.acme.com:8443': 'https://dream.acme.com:8443',
      'localhost:4000': 'http://localhost:4000',
      '127.0.0.1:4000': 'http://127.0.0.1:4000',
      '[::1]:4000': 'http://[::1]:4000',
      'localhost.acme.com': 'https://localhost.acme.com',
      'a"b': 'http://localhost',
    };
    for (const [host, base] of Object.entries(bases)) {
      expect(await get('/.well-known/probe', { host })).toStrictEqual({
        status: 200,
        type: 'application/json; charset=utf-8',
        body: { base },
      });
    }
  });

  it('names the public address of a server that knows it, and stands below its path as well', async () => {
    const get = await serve('https://acme.com/dream');
    const found = { status: 200, body: { base: 'https://acme.com/dream' } };
    expect(await get('/.well-known/probe', { host: 'evil.com' })).toMatchObject(found);
    expect(await get('/.well-known/probe/dream')).toMatchObject(found);
    expect(await get('/.well-known/probe/other')).toMatchObject({ status: 404 });
  });
});
