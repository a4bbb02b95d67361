import { defineError } from '../../../engine/platform-error/index.ts';

export const retentionErrors = {
  notOfChain: defineError({
    code: 'audit/not-of-this-chain',
    type: 'validation',
    userMessage: 'This is not what was archived.',
    meaning:
      'A line to be restored is no entry of an archive, or not exactly the one that stood at its place in the chain: the tree over the chain, which is kept for ever, has another hash there.',
  }),
  held: defineError({
    code: 'audit/held',
    type: 'conflict',
    userMessage: 'This has to be kept for now.',
    meaning:
      'A RetentionPolicy with `legalHold: true` is about an entry whose personal part was to be erased. Nothing was erased. Lift the hold, or narrow what it is about, and erase again.',
  }),
  untilPast: defineError({
    code: 'audit/until-past',
    type: 'validation',
    userMessage: 'This time is over.',
    meaning: 'Entries are restored until a moment that is over already.',
  }),
  untilTooLate: defineError({
    code: 'audit/until-too-late',
    type: 'validation',
    userMessage: 'This is too long.',
    meaning: 'Entries are restored for 366 days at most. Restoring them again before that is over makes it longer.',
  }),
};
