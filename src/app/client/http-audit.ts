import { fromBody } from '../../engine/platform-error/index.ts';
import type { Json } from '../../engine/json.ts';
import type { AuditClient } from '../audit-client.ts';
import type { ControlPlaneRequest, Transport } from './transport.ts';

type Call = <T>(method: ControlPlaneRequest['method'], path: string, tenant?: string, body?: object) => Promise<T>;

/** The part of the API that is about the record of who did what, as the commands use it. */
export function httpAudit(call: Call, transport: Transport): AuditClient {
  return {
    audit: {
      entries: ({ tenant, ...filter }, page) =>
        call('GET', `/v1/audit/entries?${parameters({ ...filter, ...page })}`, tenant),
      feed: ({ tenant, ...filter }, page) =>
        call('GET', `/v1/audit/entries/feed?${parameters({ ...filter, ...page })}`, tenant),
      export: async (query) => {
        const { chunks, status } = await transport.stream(`/v1/audit/export?${parameters({ ...query })}`);
        if (status >= 400) throw fromBody(status, await readJson(chunks));
        return chunks;
      },
      chains: (filter) => call('GET', `/v1/audit/chains?${parameters({ ...filter, tenant: undefined })}`),
      restore: (part) => call('POST', '/v1/audit/restored', undefined, part),
      streams: ({ page, pageSize }) => call('GET', `/v1/audit/streams?${parameters({ page, pageSize })}`),
      stream: (key) => call('GET', `/v1/audit/streams/${encodeURIComponent(key)}`),
      erase: (subject, tenant) => call('DELETE', `/v1/audit/personal/${encodeURIComponent(subject)}`, tenant),
    },
  };
}

function parameters(query: { readonly [name: string]: string | number | boolean | undefined }): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  return new URLSearchParams(given).toString();
}

async function readJson(chunks: AsyncIterable<Uint8Array>): Promise<Json> {
  const read: Uint8Array[] = [];
  for await (const chunk of chunks) read.push(chunk);
  return JSON.parse(Buffer.concat(read).toString()) as Json;
}
