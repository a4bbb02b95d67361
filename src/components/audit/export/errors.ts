import { defineError } from '../../../engine/platform-error/index.ts';

export const exportErrors = {
  otherBeginning: defineError({
    code: 'audit/other-beginning',
    type: 'conflict',
    userMessage: 'This is not the export that was begun.',
    meaning:
      'What `arrivedHash` says has arrived is not what this export has up to `arrived`: it was begun with other parameters, about another tenant or from another environment; or it was changed since, or retention or an erasure took something out of it. Nothing was sent. Begin the export anew.',
  }),
} as const;
