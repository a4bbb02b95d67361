import { defineError } from '../../../engine/platform-error/index.ts';

export const authzenErrors = {
  invalidEvaluation: defineError({
    code: 'authzen/invalid-evaluation',
    type: 'validation',
    userMessage: 'The request could not be read.',
    meaning:
      'An evaluation needs a `subject` with type and id, an `action` with a name, and a `resource` with type and id, of its own or by the defaults of the request. Where the `context` of an evaluation or a search names a `tenant`, that is a string.',
  }),
  invalidPageToken: defineError({
    code: 'authzen/invalid-page-token',
    type: 'validation',
    userMessage: 'The request could not be read.',
    meaning:
      'The `page.token` is none of ours, or it continues another search: apart from the token, a search is repeated as it was begun. Or the search was begun with a `page.limit` of 0, which only counts what there is.',
  }),
};
