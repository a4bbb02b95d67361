import { defineError } from '../../../../engine/platform-error/index.ts';

export const attributeErrors = {
  unknown: defineError({
    code: 'attributes/unknown',
    type: 'validation',
    userMessage: 'Some of the information sent is not known here.',
    meaning:
      'The Tenancy of the environment declares attributes, and this is none of them. `param` points at it, `details.hint` names the one that was probably meant.',
  }),
  wrongType: defineError({
    code: 'attributes/wrong-type',
    type: 'validation',
    userMessage: 'Some of the information sent is not valid.',
    meaning:
      'The value of an attribute is not of the type that the Tenancy declares for it. `param` points at it, `details.type` names the type, and `details.hint` says how such a value is written.',
  }),
  missing: defineError({
    code: 'attributes/missing',
    type: 'validation',
    userMessage: 'Some information is missing.',
    meaning: 'The Tenancy says that nobody can be without this attribute. `param` points at it.',
  }),
} as const;
