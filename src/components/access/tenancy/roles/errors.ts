import { defineError } from '../../../../engine/platform-error/index.ts';

export const roleErrors = {
  unknown: defineError({
    code: 'roles/unknown',
    type: 'validation',
    userMessage: 'There is no such role.',
    meaning:
      'The environment has no live Role of this key, so it would grant nothing. `param` points at it, `details.hint` names the one that was probably meant.',
  }),
  notAssignable: defineError({
    code: 'roles/not-assignable',
    type: 'authorization',
    userMessage: 'This role cannot be given here.',
    meaning: 'The Role says `assignable: false`: only a secret key may give it to somebody or take it away.',
  }),
} as const;
