// A bucket that speaks as S3 does, on a port of 127.0.0.1. Usage:
//
//   const bucket = await startBucket();
//   createHost() with `variables: bucket.variables`, and Egress with `allowed: ['127.0.0.1']`
//   bucket.kept                                            // by path: `/acme-audit/production/…`
//
// It refuses what is not signed with its key, what was changed on its way, and what was not signed of late.
import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

const [id, secret, region] = ['AKIAEXAMPLE', 'an-example-of-a-secret', 'eu-central-1'];

export interface TestBucket {
  readonly variables: { readonly [name: string]: string };
  readonly kept: Map<string, Buffer>;
}

export async function startBucket(): Promise<TestBucket> {
  const kept = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const [body, path = ''] = [Buffer.concat(chunks), request.url];
      const say = (status: number, text: string | Buffer = ''): void => void response.writeHead(status).end(text);
      if (!isSigned(request, body)) return say(403, '<Error><Code>SignatureDoesNotMatch</Code></Error>');
      if (request.method === 'PUT') kept.set(path, body);
      if (request.method === 'DELETE') kept.delete(path);
      if (request.method !== 'GET') return say(request.method === 'PUT' ? 200 : 204);
      const found = kept.get(path);
      return found === undefined ? say(404, '<Error><Code>NoSuchKey</Code></Error>') : say(200, found);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
  const { port } = server.address() as AddressInfo;
  const variables = {
    AWS_ACCESS_KEY_ID: id,
    AWS_SECRET_ACCESS_KEY: secret,
    AWS_REGION: region,
    AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}`,
    DREAM_ALLOWED_EGRESS: '127.0.0.1',
  };
  return { variables, kept };
}

/** As the documentation of AWS has it, signature version 4, without the code that the program signs with. */
function isSigned({ headers, method = '', url = '' }: IncomingMessage, body: Buffer): boolean {
  const text = (name: string): string => String(headers[name] ?? '').trim();
  const [, credential = '', names = '', signature = ''] =
    /^AWS4-HMAC-SHA256 Credential=(\S+), SignedHeaders=(\S+), Signature=([0-9a-f]{64})$/u.exec(text('authorization')) ??
    [];
  const date = text('x-amz-date').slice(0, 8);
  const scope = `${date}/${region}/s3/aws4_request`;
  const content = hashOf(body);
  if (credential !== `${id}/${scope}` || text('x-amz-content-sha256') !== content) return false;
  const signed = names.split(';').map((name) => `${name}:${text(name)}\n`);
  const canonical = [method, url, '', signed.join(''), names, content].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', text('x-amz-date'), scope, hashOf(canonical)].join('\n');
  const key = [date, region, 's3', 'aws4_request'].reduce<Buffer>(hmac, Buffer.from(`AWS4${secret}`));
  return hmac(key, toSign).toString('hex') === signature;
}

function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
