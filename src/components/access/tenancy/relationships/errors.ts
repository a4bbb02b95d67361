import { defineError } from '../../../../engine/platform-error/index.ts';

export const relationshipErrors = {
  unknownType: defineError({
    code: 'relationships/unknown-type',
    type: 'validation',
    userMessage: 'Some of the information sent is not known here.',
    meaning:
      'The environment has no live ResourceType of this key. `param` points at it, `details.hint` names the one that was probably meant.',
  }),
  unknownRelation: defineError({
    code: 'relationships/unknown-relation',
    type: 'validation',
    userMessage: 'Some of the information sent is not known here.',
    meaning:
      'The ResourceType declares no such relation. `param` points at it, `details.hint` names the one that was probably meant.',
  }),
  subjectNotAllowed: defineError({
    code: 'relationships/subject-not-allowed',
    type: 'validation',
    userMessage: 'These cannot be connected in this way.',
    meaning:
      'The ResourceType says which types may stand at the other end of the relation, and this is none of them; or it is another tenant than the one that the relationship belongs to, where it could never allow anything. `details.allowed` lists what may stand there.',
  }),
} as const;
