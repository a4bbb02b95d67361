// A control plane over a test's database, listening, with words to set flags, plans and keys. Usage:
//
//   const server = await flagServer(await databases.shared());
//   await server.apply([flag('checkout', true)]);
//   const key = await server.key('publishable');
import { onTestFinished } from 'vitest';
import { assembleServer } from '../../../../../src/app/assemble-server.ts';
import type { Database } from '../../../../../src/db/contract.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../../../src/engine/json.ts';
import type { Resource } from '../../../../../src/engine/resource.ts';
import { createHost } from '../../../../../src/host/create-host.ts';
import { noLimits } from '../../../../../src/server/limits/limit.ts';
import { desired, resource } from '../../../../support/control-plane.ts';
import { parseEvent, type ReadEvent } from './read-events.ts';
import { textOf } from '../../../../support/test-server.ts';

export type SentHeaders = Readonly<Record<string, string>>;

export interface Answer {
  readonly status: number;
  readonly headers: SentHeaders;
  readonly json: JsonObject;
}

export interface FlagServer {
  /** `http://127.0.0.1:…` */
  readonly url: string;
  readonly admin: SentHeaders;
  call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, headers: SentHeaders, body?: Json): Promise<Answer>;
  /** As the machine's own user; throws unless it succeeds. */
  send(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: Json): Promise<JsonObject>;
  apply(resources: readonly Resource[]): Promise<JsonObject>;
  key(type: 'secret' | 'publishable'): Promise<{ readonly key: string; readonly id: string }>;
  /** What a stream says at once, to a reader without a connection. */
  streamed(path: string, headers: SentHeaders): Promise<readonly ReadEvent[]>;
  close(): Promise<void>;
}

const localToken = `local_${'f'.repeat(43)}`;

export async function flagServer(
  database: Database,
  options: { readonly allowedOrigins?: readonly string[]; readonly masterKey?: Uint8Array } = {},
): Promise<FlagServer> {
  const server = await assembleServer({
    host: createHost(),
    database,
    masterKey: new Uint8Array(32).fill(7),
    localToken,
    limits: noLimits,
    logLevel: 'silent',
    ...options,
  });
  onTestFinished(() => server.close());
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const admin = {
    authorization: `Bearer ${localToken}`,
    'dream-project': 'acme',
    'dream-environment': 'development',
  };
  const call: FlagServer['call'] = async (method, path, headers, body) => {
    const response = await fetch(url + path, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const json: Json = text === '' ? null : JSON.parse(text);
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      json: isJsonObject(json) ? json : {},
    };
  };
  const send: FlagServer['send'] = async (method, path, body) => {
    const { json, status } = await call(method, path, admin, body);
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(json)}`);
    return json;
  };
  return {
    url,
    admin,
    call,
    send,
    apply: (resources) => {
      const body: Json = JSON.parse(JSON.stringify({ author: 'ada', desired: desired(resources) }));
      return send('POST', '/v1/revisions', body);
    },
    async key(type) {
      const { id, key } = await send('POST', '/v1/keys', { type, name: `a ${type} key` });
      return { id: textOf(id), key: textOf(key) };
    },
    async streamed(path, headers) {
      const { body } = await server.inject({ method: 'GET', path, headers });
      return body.split('\n\n').flatMap((block) => parseEvent(block) ?? []);
    },
    close: () => server.close(),
  };
}

/** On or off for everybody. */
export function flag(key: string, isOn: boolean, more: JsonObject = {}): Resource {
  return resource('Flag', key, {
    variations: { on: true, off: false },
    fallthrough: isOn ? 'on' : 'off',
    ...more,
  });
}

/** On for tenants whose plan grants `entitlement`. */
export function gated(key: string, entitlement: string): readonly Resource[] {
  return [
    flag(key, true, { entitlement, offVariation: 'off' }),
    resource('Entitlement', entitlement, { type: 'switch', plans: { pro: true } }),
    resource('Plan', 'pro', { name: 'Pro' }),
    resource('Plan', 'free', { name: 'Free' }),
  ];
}

export const secret = (key: string): SentHeaders => ({ authorization: `Bearer ${key}` });
export const publishable = (key: string): SentHeaders => ({ 'x-publishable-key': key });
