import { WebhookSignatureError } from './webhook-signature-error.ts';

/** A body as it came: text, or bytes such as a `Buffer`. */
export type RawBody = string | ArrayBufferView | ArrayBuffer;

/** The bytes that were signed. What is typed as a raw body often is none: frameworks parse JSON before anybody asks. */
export function bytesOf(body: RawBody): Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return new TextEncoder().encode(body);
  // A copy, since a view may be of memory that WebCrypto does not take.
  if (ArrayBuffer.isView(body)) return new Uint8Array(new Uint8Array(body.buffer, body.byteOffset, body.byteLength));
  // Not `instanceof`: that of another realm, such as a sandbox of tests, is made by another class.
  if (Object.prototype.toString.call(body) === '[object ArrayBuffer]') return new Uint8Array(body);
  throw new WebhookSignatureError('body-was-parsed', parsedMessage);
}

const parsedMessage = `The body must be what came, byte for byte, as text or bytes: something has parsed it before. How to get at it:
  Express: express.raw({ type: 'application/json' }) on this route, before any express.json(); then request.body
  Fastify: addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => done(null, body)) in a plugin with this route; then request.body
  NestJS: NestFactory.create(module, { rawBody: true }); then request.rawBody
  Next.js, in app/: await request.text(); in pages/api/: export const config = { api: { bodyParser: false } }, and read the request
  Hono, Cloudflare Workers, Deno, Bun and all with a Request: await request.text()`;
