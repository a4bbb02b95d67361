import { defineError } from '../../../engine/platform-error/index.ts';

export const resourceErrors = {
  notFound: defineError({
    code: 'resources/not-found',
    type: 'not-found',
    userMessage: 'There is no such resource.',
    meaning: 'The environment has no live resource with this kind and key.',
  }),
  unknownKind: defineError({
    code: 'resources/unknown-kind',
    type: 'validation',
    userMessage: 'There is no such kind.',
    meaning: 'The server knows no kind of this name; kinds are written as in the files, `Plan`.',
  }),
  ownedByFiles: defineError({
    code: 'resources/owned-by-files',
    type: 'conflict',
    userMessage: 'This is managed in the configuration files.',
    meaning:
      'The resource belongs to the applied files. The API may change only the fields that the document lists under `unmanaged`; `details` names the revision and commit that own the rest.',
  }),
} as const;
