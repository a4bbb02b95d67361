import { defineError } from '../../../engine/platform-error/index.ts';

export const streamErrors = {
  unknownStream: defineError({
    code: 'audit/unknown-stream',
    type: 'not-found',
    userMessage: 'There is no such stream.',
    meaning: 'The environment has no AuditStream of this key.',
  }),
  unreadablePlace: defineError({
    code: 'audit/unreadable-place',
    type: 'validation',
    userMessage: 'The place in the stream is not valid.',
    meaning:
      '`Last-Event-ID` is not the sequence of an entry, which is a whole number from 0; or it, `after`, `arrived` or what stands before `from` is ahead of the chain, as after a restore from a backup: whoever waited there would miss what comes until then.',
  }),
} as const;
