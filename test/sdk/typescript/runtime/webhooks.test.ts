import { types } from 'node:util';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { signatureOf } from '../../../../src/engine/sealing/webhook-signature.ts';
import { constructEvent } from '../../../../sdks/typescript/src/webhooks/construct-event.ts';
import type { RawBody } from '../../../../sdks/typescript/src/webhooks/raw-body.ts';
import { signTestEvent } from '../../../../sdks/typescript/src/webhooks/sign-test-event.ts';
import { WebhookSignatureError } from '../../../../sdks/typescript/src/webhooks/webhook-signature-error.ts';

const secret = 'whsec_dGhlIHNlY3JldA==';
const event = {
  id: 'evt_1',
  type: 'tenant.created',
  tenantId: 'acme',
  subject: 'Tenant/acme',
  createdAt: '2026',
  data: { é: '😀' },
};
const body = JSON.stringify(event);

/** The header that the server itself would send. */
function header(sent: string, secrets: readonly string[] = [secret], secondsAgo = 0): string {
  return signatureOf(sent, secrets, new Date(Date.now() - secondsAgo * 1000));
}

/** As in a sandbox: made by a class that is not the `ArrayBuffer` here. */
function ofAnotherRealm(text: string): ArrayBuffer {
  const made: unknown = runInNewContext('Uint8Array.from(bytes).buffer', { bytes: [...Buffer.from(text)] });
  if (!types.isArrayBuffer(made) || made instanceof ArrayBuffer) throw new Error('it is of this realm');
  return made;
}

async function codeOf(event: Promise<unknown>): Promise<unknown> {
  const error = await event.then(
    () => new Error('it was believed'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof WebhookSignatureError)) throw new Error('another error', { cause: error });
  expect(error.message).not.toContain('whsec_');
  return error.code;
}

describe('P06 constructEvent', () => {
  test.each<[what: string, body: RawBody]>([
    ['text', body],
    ['a Buffer', Buffer.from(body)],
    ['bytes within a larger memory', new Uint8Array(Buffer.from(`xx${body}xx`)).subarray(2, -2)],
    ['an ArrayBuffer', new Uint8Array(Buffer.from(body)).buffer],
    ['an ArrayBuffer of another realm', ofAnotherRealm(body)],
    ['a DataView', new DataView(new Uint8Array(Buffer.from(`xx${body}xx`)).buffer, 2, Buffer.byteLength(body))],
    ['numbers of two bytes', new Uint16Array(new Uint8Array(Buffer.from(body)).buffer)],
  ])('gives the event that the server signed, of %s', async (_, raw) => {
    expect(await constructEvent(raw, header(body), secret)).toEqual(event);
  });

  test('takes any of several signatures by any of several secrets, and passes over other schemes', async () => {
    const both = header(body, ['whsec_old', secret]);
    expect(await constructEvent(body, both, ['whsec_other', secret])).toEqual(event);
    expect(
      await constructEvent(
        body,
        `v0=ff, ${both.toUpperCase().replace(/(T|V1)=/g, (name) => name.toLowerCase())}`,
        secret,
      ),
    ).toEqual(event);
    expect(await constructEvent(body, [header(body)], secret)).toEqual(event);
  });

  test.each<[code: string, signature: string | null | undefined | readonly string[]]>([
    ['missing-signature', undefined],
    ['missing-signature', null],
    ['missing-signature', ' '],
    ['missing-signature', []],
    ['malformed-signature', 'v1=00'],
    ['no-match', 't=1'],
    ['malformed-signature', 't=soon,v1=00'],
    ['malformed-signature', 't=1,t=2,v1=00'],
    ['no-match', 't=1,v0=00'],
    ['no-match', 't=1,v1=00'],
    ['no-match', 't=1,v1='],
    ['no-match', `t=1,v1=${'é'.repeat(64)}`],
  ])('says %s of the signature %j', async (code, signature) => {
    expect(await codeOf(constructEvent(body, signature, secret))).toBe(code);
  });

  test.each([
    ['no-match', 'another body', `${body} `, header(body)],
    ['no-match', 'another secret', body, header(body, ['whsec_other'])],
    [
      'no-match',
      'another time',
      body,
      header(body, [secret], 10).replace(/t=\d+/, `t=${Math.floor(Date.now() / 1000)}`),
    ],
    ['no-match', 'a signature cut short', body, header(body).slice(0, -1)],
    ['too-old', 'an event of long ago', body, header(body, [secret], 302)],
    ['too-new', 'an event of later', body, header(body, [secret], -303)],
    ['malformed-body', 'what is no JSON', '{"id"', header('{"id"')],
    ['malformed-body', 'what is no object', '[]', header('[]')],
  ])('says %s of %s', async (code, _, sent, signature) => {
    expect(await codeOf(constructEvent(sent, signature, secret))).toBe(code);
  });

  test('looks at the signature before the time, and reads the body last', async () => {
    expect(await codeOf(constructEvent(body, header(body, ['whsec_other'], 999), secret))).toBe('no-match');
    expect(await codeOf(constructEvent('no', header('no', [secret], 999), secret))).toBe('too-old');
  });

  test('tolerates as many seconds as it is told, and any with 0', async () => {
    const old = header(body, [secret], 1000);
    expect(await constructEvent(body, old, secret, { tolerance: 1002 })).toEqual(event);
    expect(await constructEvent(body, old, secret, { tolerance: 0 })).toEqual(event);
    expect(await constructEvent(body, header(body, [secret], -1e6), secret, { tolerance: 0 })).toEqual(event);
  });

  test('says of a body that was parsed how to get at the raw one', async () => {
    const parsed: unknown = event;
    const error = await Reflect.apply(constructEvent, undefined, [parsed, header(body), secret]).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ name: 'WebhookSignatureError', code: 'body-was-parsed' });
    for (const name of ['express.raw', 'Fastify', 'rawBody: true', 'bodyParser: false', 'request.text()']) {
      expect(String(error)).toContain(name);
    }
  });

  test.each([
    ['', {}, 'The secret of the webhook endpoint must be text, and not empty'],
    [[], {}, 'No secret was given'],
    [secret, { tolerance: -1 }, 'tolerance must be 0 seconds or more'],
    [secret, { tolerance: Number.NaN }, 'tolerance must be 0 seconds or more'],
  ])('refuses the secret %j with %j', async (secrets, options, message) => {
    expect(await constructEvent(body, header(body), secrets, options).catch(String)).toBe(
      `ConfigurationError: ${message}`,
    );
  });
});

describe('P06 from JavaScript', () => {
  const construct = (...given: unknown[]): unknown => Reflect.apply(constructEvent, undefined, given);

  test.each([null, undefined, 0, {}, ['whsec_abc', null], [undefined], [''], ' ', '\t', ['whsec_abc', ' ']])(
    'the secret %j is refused, and no forgery believed that was made with its name',
    async (bad) => {
      for (const forger of ['null', 'undefined', '0']) {
        const refusal = expect.stringMatching(/^ConfigurationError: The secret of the webhook endpoint must be text/);
        expect(await Promise.resolve(construct(body, header(body, [forger]), bad)).catch(String)).toEqual(refusal);
      }
      const signing: unknown = Reflect.apply(signTestEvent, undefined, [body, bad]);
      expect(await Promise.resolve(signing).catch(String)).toMatch(/^ConfigurationError: /);
    },
  );

  test.each([null, '0', '300', Number.NaN])(
    'the tolerance %j is refused, and turns no check off',
    async (tolerance) => {
      const old = header(body, [secret], 1000);
      expect(await Promise.resolve(construct(body, old, secret, { tolerance })).catch(String)).toBe(
        'ConfigurationError: tolerance must be 0 seconds or more',
      );
    },
  );

  test.each([5, {}, true])('the signature %j is malformed', async (signature) => {
    expect(await codeOf(Promise.resolve(construct(body, signature, secret)))).toBe('malformed-signature');
  });

  test('null in place of options is as good as none', async () => {
    const now = await Promise.resolve(Reflect.apply(signTestEvent, undefined, [body, secret, null]));
    expect(await Promise.resolve(construct(body, now, secret, null))).toEqual(event);
  });

  test('the time of a test event is a number of seconds', async () => {
    for (const timestamp of [Number.NaN, -1, Infinity]) {
      expect(await signTestEvent(body, secret, { timestamp }).catch(String)).toBe(
        'ConfigurationError: timestamp must be seconds since 1970',
      );
    }
  });
});

test('P06 signTestEvent signs as the server does', async () => {
  const timestamp = 1_700_000_000;
  expect(await signTestEvent(body, secret, { timestamp })).toBe(
    signatureOf(body, [secret], new Date(timestamp * 1000)),
  );
  expect(await constructEvent(body, await signTestEvent(Buffer.from(body), secret), secret)).toEqual(event);
});
