import { defineError } from '../../../engine/platform-error/index.ts';

export const retentionErrors = {
  notOfChain: defineError({
    code: 'audit/not-of-this-chain',
    type: 'validation',
    userMessage: 'This is not what was archived.',
    meaning:
      'A line to be restored is no entry of an archive, or not exactly the one that stood at its place in the chain: the tree over the chain, which is kept for ever, has another hash there.',
  }),
  untilPast: defineError({
    code: 'audit/until-past',
    type: 'validation',
    userMessage: 'This time is over.',
    meaning: 'Entries are restored until a moment that is over already.',
  }),
};
