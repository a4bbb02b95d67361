import { createHash } from 'node:crypto';
import { AwsV4Signer } from 'aws4fetch';
import type { Egress } from '../../../../host/contract.ts';
import type { ArchivePlace } from './archive-place.ts';

/** Milliseconds for an archive to be sent or fetched. */
const timeout = 120_000;
/** Bytes of an archive at most, as it is fetched. */
const sizeLimit = 512 * 1024 * 1024;

export interface BucketOptions {
  readonly egress: Pick<Egress, 'call'>;
  readonly now: () => Date;
  /** Those by which every tool of AWS is told the same: `AWS_ACCESS_KEY_ID` and the like. */
  readonly variables: { readonly [name: string]: string | undefined };
}

/**
 * A bucket that speaks as S3 does: `s3://acme-audit/production`. Not at AWS, `AWS_ENDPOINT_URL_S3` or `AWS_ENDPOINT_URL`
 * says where it is, and the bucket is then part of the path.
 *
 * @throws Error where the variables hold no key
 */
export function bucket(address: string, { egress, now, variables }: BucketOptions): ArchivePlace {
  const [, name = '', prefix = ''] = /^s3:\/\/([^/]+)\/?(.*?)\/?$/u.exec(address) ?? [];
  const credentials = credentialsOf(variables);
  const region = variables['AWS_REGION'] ?? variables['AWS_DEFAULT_REGION'] ?? 'us-east-1';
  const endpoint = variables['AWS_ENDPOINT_URL_S3'] ?? variables['AWS_ENDPOINT_URL'];
  const root =
    endpoint === undefined
      ? `https://${name}.s3.${region}.amazonaws.com`
      : `${endpoint.replace(/\/+$/u, '')}/${encodeURIComponent(name)}`;
  const keyOf = (archive: string): string => (prefix === '' ? archive : `${prefix}/${archive}`);

  const call = async (method: 'DELETE' | 'GET' | 'PUT', archive: string, body?: Uint8Array): Promise<Uint8Array> => {
    const url = `${root}/${keyOf(archive).split('/').map(encodeURIComponent).join('/')}`;
    const signer = new AwsV4Signer({
      ...credentials,
      method,
      url,
      region,
      service: 's3',
      datetime: now()
        .toISOString()
        .replaceAll(/[-:]|\.\d{3}/gu, ''),
      headers: { 'x-amz-content-sha256': body === undefined ? emptyHash : hashOf(body) },
    });
    const signed = await signer.sign();
    const headers = Object.fromEntries([...signed.headers].filter(([header]) => header !== 'host'));
    const answer = await egress.call({
      method,
      url: signed.url.href,
      headers,
      timeout,
      sizeLimit: method === 'GET' ? sizeLimit : 4096,
      ...(method === 'GET' ? { bodyRequired: true } : {}),
      ...(body === undefined ? {} : { body }),
    });
    const isGone = method === 'DELETE' && answer.status === 404;
    if (!isGone && (answer.status < 200 || answer.status > 299)) {
      throw new Error(`${method} of ${address} was answered with ${answer.status}${codeOf(answer.body)}.`);
    }
    if (method === 'GET' && !answer.complete) throw new Error(`What ${address} holds is not all there.`);
    return answer.body;
  };
  return {
    locate: (archive) => `s3://${name}/${keyOf(archive)}`,
    write: async (archive, bytes) => void (await call('PUT', archive, bytes)),
    read: async (archive) => call('GET', archive),
    remove: async (archive) => void (await call('DELETE', archive)),
  };
}

function credentialsOf(variables: BucketOptions['variables']): {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
} {
  const [accessKeyId, secretAccessKey, sessionToken] = [
    variables['AWS_ACCESS_KEY_ID'],
    variables['AWS_SECRET_ACCESS_KEY'],
    variables['AWS_SESSION_TOKEN'],
  ];
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    throw new Error('Archives in a bucket need AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment.');
  }
  return { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
}

/** Of no bytes. */
const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** `AccessDenied`, as S3 says what it did not like. */
function codeOf(body: Uint8Array): string {
  const [, code] = /<Code>([A-Za-z0-9]+)<\/Code>/u.exec(Buffer.from(body).toString('utf8')) ?? [];
  return code === undefined ? '' : ` (${code})`;
}
