import { defineError } from '../../../engine/platform-error/index.ts';

export const deliveryErrors = {
  invalidContext: defineError({
    code: 'flags/invalid-context',
    type: 'validation',
    userMessage: 'The request could not be read.',
    meaning:
      'The context is none: it has one object for each kind (`{ user: { key: "ada" } }`), or OpenFeature’s `targetingKey` with attributes, or LaunchDarkly’s `kind`. `param` says where.',
  }),
  notFound: defineError({
    code: 'flags/not-found',
    type: 'not-found',
    userMessage: 'There is no such feature.',
    meaning:
      'The environment has no live Flag of this key, or browsers may not be told its value (`clientSide: false`).',
  }),
} as const;
