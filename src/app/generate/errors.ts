import { defineError } from '../../engine/platform-error/index.ts';

export const generateErrors = {
  foreignFile: defineError({
    code: 'cli/foreign-file',
    type: 'conflict',
    userMessage: 'There is already a file of that name.',
    meaning:
      '`dream generate openapi`, `dream generate sdk`, `dream generate docs`, `dream generate all` and `dream generate types` write over no file but their own. Another one has the name of one of them, or one of an SDK or of the pages was edited since, so nothing was written in any folder.',
  }),
  noDocument: defineError({
    code: 'cli/no-openapi-document',
    type: 'validation',
    userMessage: 'This is no OpenAPI document that can be compared.',
    meaning:
      'What `--diff` named is no OpenAPI 3.1 document that Dream wrote: not YAML, of another version, or of another product. Name a file that `dream generate openapi` wrote, the directory of such files, or what a server answers at `/openapi.json`.',
  }),
} as const;
