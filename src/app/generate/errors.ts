import { defineError } from '../../engine/platform-error/index.ts';

export const generateErrors = {
  foreignFile: defineError({
    code: 'cli/foreign-file',
    type: 'conflict',
    userMessage: 'There is already a file of that name.',
    meaning:
      '`dream generate openapi` writes over no file but its own, which say so in their first line. Another one has the name of one of them, so nothing was written.',
  }),
} as const;
