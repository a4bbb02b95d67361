import { defineError } from '../../../engine/platform-error/index.ts';

export const decisionErrors = {
  tenantMissing: defineError({
    code: 'access/tenant-missing',
    type: 'validation',
    userMessage: 'The request could not be read.',
    meaning:
      'Access is decided within one tenant, and the request names none: send `X-Tenant-ID`, or `tenant` in the body.',
  }),
  tenantMismatch: defineError({
    code: 'access/tenant-mismatch',
    type: 'validation',
    userMessage: 'The request could not be read.',
    meaning:
      'The body, or the parameter `tenant`, names another tenant than the one that the request is about by its header, its key or its token.',
  }),
  subjectMissing: defineError({
    code: 'access/subject-missing',
    type: 'validation',
    userMessage: 'The request could not be read.',
    meaning:
      'The question does not say whom it is about: with a secret key, each needs a `subject`. A signed-in user asks about themselves and may leave it out.',
  }),
  onlyOneself: defineError({
    code: 'access/only-oneself',
    type: 'authorization',
    userMessage: 'You do not have access to this.',
    meaning: 'A signed-in user may ask what they themselves may do, and nobody else.',
  }),
  secretKeyOnly: defineError({
    code: 'access/secret-key-only',
    type: 'authorization',
    userMessage: 'You do not have access to this.',
    meaning:
      'With a user’s token, `explain` is refused, since the grounds tell of roles that others hold, and so are `context` and `properties` of the subject: what somebody says of themselves proves nothing.',
  }),
};
