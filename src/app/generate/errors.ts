import { defineError } from '../../engine/platform-error/index.ts';

export const generateErrors = {
  foreignFile: defineError({
    code: 'cli/foreign-file',
    type: 'conflict',
    userMessage: 'There is already a file of that name.',
    meaning:
      '`dream generate openapi` and `dream generate sdk` write over no file but their own. Another one has the name of one of them, or one of them was edited since, so nothing was written.',
  }),
} as const;
