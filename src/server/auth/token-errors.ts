import { defineError } from '../../engine/platform-error/index.ts';

/** Why the token of an end user is not taken. The person can only sign in again; the rest is for the developer. */
export const tokenErrors = {
  noProvider: defineError({
    code: 'auth/no-identity-provider',
    type: 'authentication',
    userMessage: 'Access was refused.',
    meaning:
      'A publishable key came with a token of an end user, and the environment has no `IdentityProvider` that says how to verify one. Apply one, or send the publishable key alone.',
  }),
  publishableKeyMissing: defineError({
    code: 'auth/publishable-key-missing',
    type: 'authentication',
    userMessage: 'Access was refused.',
    meaning: 'A token of an end user came alone. Send the publishable key with it: `X-Publishable-Key: pk_…`.',
  }),
  malformed: defineError({
    code: 'auth/malformed-token',
    type: 'authentication',
    userMessage: 'Please sign in again.',
    meaning:
      'What came with the publishable key is not a signed JWT in compact form: three parts of base64url with an object in the first two.',
  }),
  tooLarge: defineError({
    code: 'auth/token-too-large',
    type: 'authentication',
    userMessage: 'Please sign in again.',
    meaning: 'The token is longer than 8,192 characters. Put ids and role slugs into it, not whole objects.',
  }),
  algorithm: defineError({
    code: 'auth/token-algorithm',
    type: 'authentication',
    userMessage: 'Please sign in again.',
    meaning:
      'The token is signed in a way that `algorithms` of the `IdentityProvider` does not list. `none` and shared secrets are never taken.',
  }),
  unknownIssuer: defineError({
    code: 'auth/unknown-issuer',
    type: 'authentication',
    userMessage: 'Please sign in again.',
    meaning: '`iss` of the token is the `issuer` of no `IdentityProvider` of the environment. They must agree exactly.',
  }),
  audience: defineError({
    code: 'auth/token-audience',
    type: 'authentication',
    userMessage: 'Please sign in again.',
    meaning:
      '`aud` of the token holds none of the `audience` of the `IdentityProvider`: it was made for another application.',
  }),
  party: defineError({
    code: 'auth/token-party',
    type: 'authentication',
    userMessage: 'Please sign in again.',
    meaning:
      '`azp` of the token is none of the `authorizedParties` of the `IdentityProvider`: another application asked for it.',
  }),
  pendingSession: defineError({
    code: 'auth/pending-session',
    type: 'authentication',
    userMessage: 'Please finish signing in.',
    meaning:
      'The token says that its session is pending (`sts`, as Clerk writes it): the person has proven who they are, and is still to do something before the provider takes them as signed in, such as setting up a second factor, replacing a password or choosing an organisation.',
  }),
  expired: defineError({
    code: 'auth/expired-token',
    type: 'authentication',
    userMessage: 'Please sign in again.',
    meaning: 'The token has expired (`exp`). Get a fresh one from the identity provider.',
  }),
  notYetValid: defineError({
    code: 'auth/token-not-yet-valid',
    type: 'authentication',
    userMessage: 'Please sign in again.',
    meaning:
      'The token is from the future (`nbf`, `iat`). The clocks of provider and server differ by more than `clockSkew`.',
  }),
  unknownKey: defineError({
    code: 'auth/unknown-token-key',
    type: 'authentication',
    userMessage: 'Please sign in again.',
    meaning: 'The provider publishes no key that fits the token (`kid`, `alg`), or several and the token names none.',
  }),
  signature: defineError({
    code: 'auth/token-signature',
    type: 'authentication',
    userMessage: 'Please sign in again.',
    meaning: 'The signature does not fit the token: it was altered, or another key signed it.',
  }),
  claimMissing: defineError({
    code: 'auth/token-claim-missing',
    type: 'authentication',
    userMessage: 'Please sign in again.',
    meaning:
      'The token lacks a claim that is needed, such as `exp` or the user (`sub`), or it has another form. The message names it.',
  }),
  keyMismatch: defineError({
    code: 'auth/token-key-mismatch',
    type: 'authentication',
    userMessage: 'Please sign in again.',
    meaning: 'The token was made for another publishable key than the one in `X-Publishable-Key`.',
  }),
  providerUnavailable: defineError({
    code: 'auth/provider-unavailable',
    type: 'server',
    status: 503,
    retry: true,
    userMessage: 'Signing in is not possible right now. Please try again in a moment.',
    meaning:
      'The keys of the identity provider cannot be fetched, and none fetched earlier are at hand. Send the request again after `Retry-After`.',
  }),
};
