// A server over a test's database, and words to talk to it. Usage:
//
//   const { call, admin } = await startServer(await databases.shared());
//   const answer = await call('POST', '/v1/keys', { headers: admin(), body: { … } });
//
// `admin()` is the machine's own user in environment `development` of project `acme`. The clock stands still
// until `clock.advance(milliseconds)`. Log lines are kept in `log`.
import { onTestFinished } from 'vitest';
import { environmentOperations } from '../../src/app/control-plane/environments/operations.ts';
import { keyOperations } from '../../src/app/control-plane/keys/operations.ts';
import { secretOperations } from '../../src/app/control-plane/secrets/operations.ts';
import type { Database } from '../../src/db/contract.ts';
import { isJsonObject, type Json, type JsonObject } from '../../src/engine/json.ts';
import type { Host } from '../../src/host/contract.ts';
import { createHost } from '../../src/host/create-host.ts';
import type { Operation, OperationInTransaction } from '../../src/server/operation.ts';
import type { ControlPlaneServer } from '../../src/server/control-plane-server.ts';
import { createServer } from '../../src/server/create-server.ts';
import type { ServerOptions } from '../../src/server/server-options.ts';
import { noLimits } from '../../src/server/limits/limit.ts';
import { theDirectory, thePorts, theTrail } from './whole-table.ts';

export const localToken = 'local_0123456789abcdefghijklmnopqrstuvwxyzABCDEFG';

export interface Call {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: Json;
  /** Sent as it is, with the content type of `headers` or none. */
  readonly raw?: string | Buffer;
}

export interface Received {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The body, parsed; an empty object when there is none. */
  readonly json: JsonObject;
  /** `error.code` of the body, or of the header that foreign protocols have instead; null when there is none. */
  readonly code: string | null;
}

export interface TestServer {
  readonly server: ControlPlaneServer;
  readonly host: Host;
  readonly clock: TestClock;
  readonly masterKey: Uint8Array;
  readonly log: string[];
  call(method: Operation['method'], path: string, call?: Call): Promise<Received>;
  /** Headers of the local token. */
  admin(environment?: string, mode?: 'test' | 'live', project?: string): Readonly<Record<string, string>>;
  /** Creates a key by the local token and gives back its headers, its id, and all that was answered. */
  key(
    draft?: Partial<KeyDraft>,
  ): Promise<{ readonly headers: Readonly<Record<string, string>>; readonly id: string; readonly created: JsonObject }>;
}

export interface KeyDraft {
  readonly type: 'secret' | 'publishable';
  readonly scopes: readonly string[];
  readonly environment: string;
  readonly mode: 'test' | 'live';
  readonly defaultTenant: string;
  readonly expiresAt: string;
}

export class TestClock {
  #now: number;

  constructor(start: string) {
    this.#now = Date.parse(start);
  }

  now(): Date {
    return new Date(this.#now);
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}

/** The operations of this part, for tests that want a small table. */
export function basicOperations(host: Host, masterKey: Uint8Array | null): readonly Operation[] {
  return [
    ...environmentOperations(),
    ...keyOperations({ host, ports: thePorts }),
    ...secretOperations({ host, masterKey }),
  ];
}

export interface TestServerOptions extends Partial<Omit<ServerOptions, 'operations' | 'host' | 'database'>> {
  /** Default: {@link basicOperations}. */
  readonly operations?: (host: Host, masterKey: Uint8Array | null) => readonly Operation[];
}

export async function startServer(database: Database, options: TestServerOptions = {}): Promise<TestServer> {
  const clock = new TestClock('2026-11-20T09:00:00.000Z');
  const host: Host = { ...createHost(), clock };
  const masterKey = host.random.bytes(32);
  const log: string[] = [];
  const { operations = basicOperations, ...rest } = options;
  const key = options.masterKey === undefined ? masterKey : options.masterKey;
  const server = await createServer({
    host,
    database,
    localToken,
    version: '0.0.0-test',
    limits: noLimits,
    trail: theTrail(host, key),
    logLevel: 'trace',
    logStream: { write: (line) => log.push(line) },
    ...rest,
    masterKey: key,
    operations: operations(host, key),
    directory: theDirectory(host, key),
  });
  onTestFinished(() => server.close());

  const call: TestServer['call'] = async (method, path, { headers = {}, body, raw } = {}) => {
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await server.inject({
      method,
      path,
      headers: { ...type, ...headers },
      ...(raw === undefined ? json : { body: raw }),
    });
    return received(answer.status, answer.headers, answer.body);
  };
  const admin: TestServer['admin'] = (environment = 'development', mode = 'test', project = 'acme') => ({
    authorization: `Bearer ${localToken}`,
    'dream-project': project,
    'dream-environment': environment,
    'dream-environment-mode': mode,
  });
  return {
    server,
    host,
    clock,
    masterKey,
    log,
    call,
    admin,
    async key(draft = {}) {
      const { type = 'secret', scopes = ['*'], environment = 'development', mode = 'test', ...more } = draft;
      const answer = await call('POST', '/v1/keys', {
        headers: admin(environment, mode),
        body: { type, name: 'of a test', scopes, ...more },
      });
      if (answer.status !== 201) {
        throw new Error(`no key was created: ${answer.text}`);
      }
      return { headers: keyHeaders(textOf(answer.json['key'])), id: textOf(answer.json['id']), created: answer.json };
    },
  };
}

/** The headers that present a key. */
export function keyHeaders(key: string): Readonly<Record<string, string>> {
  return key.startsWith('pk_') ? { 'x-publishable-key': key } : { authorization: `Bearer ${key}` };
}

export function textOf(value: Json | undefined): string {
  if (typeof value !== 'string') {
    throw new TypeError(`not a text: ${JSON.stringify(value)}`);
  }
  return value;
}

function received(status: number, headers: Readonly<Record<string, string>>, text: string): Received {
  const parsed: Json =
    text === '' || headers['content-type']?.startsWith('application/json') !== true ? null : JSON.parse(text);
  const json = isJsonObject(parsed) ? parsed : {};
  const error = json['error'];
  const code =
    isJsonObject(error) && typeof error['code'] === 'string' ? error['code'] : (headers['dream-error-code'] ?? null);
  return { status, headers, text, json, code };
}

/** An operation for one test: a POST to /v1/probe that anybody with `probe:write` may call, unless said otherwise. */
export function probe(
  handle: OperationInTransaction['handle'],
  changes: Partial<OperationInTransaction> = {},
): OperationInTransaction {
  return {
    id: 'probe.run',
    method: 'POST',
    path: '/v1/probe',
    summary: 'Run what the test wants',
    tag: 'Probe',
    auth: ['secret'],
    scope: 'probe:write',
    body: { type: 'object' },
    responses: { 200: { description: 'Done.', schema: { type: 'object' } } },
    errors: [],
    transaction: 'write',
    // What a test wants is nothing that the record would tell of.
    recordsOnly: true,
    handle,
    ...changes,
  };
}
