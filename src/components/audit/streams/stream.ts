import type { Json, JsonObject } from '../../../engine/json.ts';
import { entriesOf, listOf, numberOf, objectOf, textOf, textsOf } from '../../../engine/json-fields.ts';
import { durationMilliseconds } from '../../../engine/values/duration.ts';

/** How entries are written for a receiver. */
export type StreamFormat = 'ndjson' | 'cef' | 'ocsf';

/** Where entries go, with `${secrets.NAME}` as written. */
export type Destination =
  | {
      readonly type: 'webhook';
      readonly url: string;
      readonly secret: string;
      readonly headers: readonly (readonly [name: string, value: string])[];
    }
  | {
      readonly type: 'splunk';
      readonly url: string;
      readonly token: string;
      readonly acknowledgement: boolean;
      readonly index: string | null;
      readonly source: string;
      readonly sourcetype: string;
      readonly host: string | null;
    }
  | {
      readonly type: 'syslog';
      readonly host: string;
      readonly port: number;
      readonly tls: boolean;
      readonly ca: string | null;
    };

/** An AuditStream as it is sent, its defaults filled in. */
export interface Stream {
  readonly key: string;
  readonly to: Destination;
  readonly format: StreamFormat;
  /** A filter of entries; undefined: all. */
  readonly only: Json | undefined;
  /** Null: of all, and of none. */
  readonly tenants: readonly string[] | null;
  readonly atMost: number;
  /** Milliseconds. */
  readonly within: number;
  readonly enabled: boolean;
}

/** Takes a body that validation has let through. */
export function toStream(key: string, body: JsonObject): Stream {
  const batch = objectOf(body['batch']);
  const format = textOf(body['format']);
  return {
    key,
    to: toDestination(objectOf(body['to'])),
    format: format === 'cef' || format === 'ocsf' ? format : 'ndjson',
    only: body['only'],
    tenants: body['tenants'] === undefined ? null : textsOf(listOf(body['tenants'])),
    atMost: numberOf(batch['atMost']) ?? 1000,
    within: durationMilliseconds(textOf(batch['within']) ?? '') ?? 1000,
    enabled: body['enabled'] !== false,
  };
}

function toDestination({ splunk, syslog, webhook }: JsonObject): Destination {
  if (webhook !== undefined) {
    const { headers, secret, url } = objectOf(webhook);
    const written = entriesOf(headers).map(([name, value]) => [name, textOf(value) ?? ''] as const);
    return { type: 'webhook', url: textOf(url) ?? '', secret: textOf(secret) ?? '', headers: written };
  }
  if (splunk !== undefined) {
    const { acknowledgement, host, index, source, sourcetype, token, url } = objectOf(splunk);
    return {
      type: 'splunk',
      url: textOf(url) ?? '',
      token: textOf(token) ?? '',
      acknowledgement: acknowledgement === true,
      index: textOf(index) ?? null,
      source: textOf(source) ?? 'dream',
      sourcetype: textOf(sourcetype) ?? 'dream:audit',
      host: textOf(host) ?? null,
    };
  }
  const { ca, host, port, tls } = objectOf(syslog);
  const isSecure = tls !== false;
  return {
    type: 'syslog',
    host: textOf(host) ?? '',
    port: numberOf(port) ?? (isSecure ? 6514 : 514),
    tls: isSecure,
    ca: textOf(ca) ?? null,
  };
}
