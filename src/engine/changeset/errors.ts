import { defineError } from '../platform-error/index.ts';

/** Why a changeset was not computed or not applied. The command line turns the guardrail codes into exit code 3. */
export const changeErrors = {
  invalid: defineError({
    code: 'changes/invalid',
    type: 'validation',
    userMessage: 'The configuration is not valid.',
    meaning:
      'The resources sent would not be a valid configuration together. `details.findings` names each resource, JSON pointer and reason; `dream validate` shows the same with lines and columns.',
  }),
  wrongEnvironment: defineError({
    code: 'changes/wrong-environment',
    type: 'validation',
    userMessage: 'The request names another environment than the key belongs to.',
    meaning:
      'The project or environment in the body is not the one the credential belongs to. Use the key of that environment.',
  }),
  formatVersion: defineError({
    code: 'changes/format-version',
    type: 'validation',
    userMessage: 'The changeset was written by another version.',
    meaning: 'The saved changeset has a format version that this server does not read. Plan again with this version.',
  }),
  desiredStateNeeded: defineError({
    code: 'changes/desired-state-needed',
    type: 'conflict',
    userMessage: 'The configuration itself is needed.',
    meaning:
      'The request names the desired state by its hash, and the server does not know it as one that needs no change here. Send `desired` itself; clients of ours do so by themselves.',
  }),
  conflict: defineError({
    code: 'changes/conflict',
    type: 'conflict',
    userMessage: 'The files and the API disagree about who owns a resource.',
    meaning:
      'A document in the files has the kind and key of a resource that was created through the API, and they differ. `details.conflicts` shows both values, who and when. Apply with `--adopt` to let the files own it.',
  }),
  stale: defineError({
    code: 'changes/stale',
    type: 'conflict',
    userMessage: 'The live state has changed since this change was planned.',
    meaning:
      'An object that the changeset touches, or the set of those who would feel it, moved since the changeset was planned. `details.conflicts` shows both values, who and when; `details.moved` says how the set was and is. Plan again.',
  }),
  guardrailRefused: defineError({
    code: 'changes/guardrail-refused',
    type: 'authorization',
    userMessage: 'A guardrail of this environment refuses the change.',
    meaning:
      'A guardrail, as last applied, refuses the changeset. `details.guardrails` names each rule, its limit and the figure. A limit gives way to `allow` with exactly that figure. The command line exits with 3.',
  }),
  approvalRequired: defineError({
    code: 'changes/approval-required',
    type: 'authorization',
    userMessage: 'The change needs an approval.',
    meaning:
      'A guardrail wants a person to approve this very changeset: apply again with `approve` set to `details.fingerprint` (its first 8 characters or more).',
  }),
} as const;
