import { defineError } from '../../../engine/platform-error/index.ts';

export const alertErrors = {
  invalidRule: defineError({
    code: 'alerts/invalid-rule',
    type: 'validation',
    userMessage: 'The request could not be read.',
    meaning:
      'What was sent is no AlertRule that could be applied; `details.findings` says what is wrong and where, as `dream validate` would.',
  }),
  spanReversed: defineError({
    code: 'alerts/span-reversed',
    type: 'validation',
    userMessage: 'The request could not be read.',
    meaning:
      '`since` is not before `until`, or lies in the future, so that there is no time for a rule to be tried on.',
  }),
} as const;
