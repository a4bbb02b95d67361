import fc from 'fast-check';
import Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { signatureHeader, signatureOf } from '../../../../src/engine/sealing/webhook-signature.ts';

const now = new Date('2026-11-21T10:00:00.900Z');
const seconds = 1_795_255_200;
/** Of the official package: what it takes from Stripe it takes from Dream. */
const { webhooks } = new Stripe('sk_test_unused');

describe('P06 the signature of a webhook', () => {
  it('P06 is t and v1 of the time and the very bytes', () => {
    expect(signatureHeader).toBe('X-Platform-Signature');
    expect(signatureOf('{"id":"evt_1"}', ['whsec_a'], now)).toBe(
      `t=${seconds},v1=b64d2a2d18e903cac0ac3323a1d106b196bfbae5ddd8bb0df462371f885f4e0e`,
    );
  });

  it('P06 is verified by the official stripe package, unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.stringMatching(/^whsec_[A-Za-z0-9+/]{8,40}$/), (text, secret) => {
        const body = JSON.stringify({ id: 'evt_1', object: 'event', type: 'flag.updated', text });
        const event = webhooks.constructEvent(
          body,
          signatureOf(body, [secret], now),
          secret,
          300,
          undefined,
          seconds * 1000,
        );
        expect(event).toEqual(JSON.parse(body));
      }),
    );
  });

  it.each(['whsec_old', 'whsec_new'])('P06 while secrets are exchanged, %s verifies too', (secret) => {
    const header = signatureOf('{"id":"evt_1"}', ['whsec_new', 'whsec_old'], now);
    expect(webhooks.constructEvent('{"id":"evt_1"}', header, secret, 300, undefined, seconds * 1000)).toEqual({
      id: 'evt_1',
    });
  });

  it.each([
    ['another secret', '{"id":"evt_1"}', 'whsec_c', 0],
    ['a changed body', '{"id":"evt_2"}', 'whsec_a', 0],
    ['a time 301 seconds ago', '{"id":"evt_1"}', 'whsec_a', 301],
  ])('P06 %s is refused', (_what, body, secret, later) => {
    const header = signatureOf('{"id":"evt_1"}', ['whsec_a'], now);
    expect(() => webhooks.constructEvent(body, header, secret, 300, undefined, (seconds + later) * 1000)).toThrow(
      Stripe.errors.StripeSignatureVerificationError,
    );
  });
});
