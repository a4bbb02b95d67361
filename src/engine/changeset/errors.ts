import { defineError } from '../platform-error/index.ts';

/** Why a changeset was not applied. The command line turns the guardrail codes into exit code 3. */
export const changeErrors = {
  guardrailRefused: defineError({
    code: 'changes/guardrail-refused',
    type: 'authorization',
    userMessage: 'This change is not allowed in this environment.',
    meaning:
      'A guardrail of the environment, as last applied, forbids the changeset whatever its approval. `details.guardrails` lists the findings. 403 and not 409: the request fits the present state, and repeating it changes nothing.',
  }),
  approvalRequired: defineError({
    code: 'changes/approval-required',
    type: 'authorization',
    userMessage: 'This change needs an approval.',
    meaning:
      'A guardrail wants an approval for this changeset. `details.fingerprint` is what to approve (`dream apply --approve FINGERPRINT`), `details.guardrails` lists why.',
  }),
  stale: defineError({
    code: 'changes/stale',
    type: 'conflict',
    userMessage: 'Somebody else made a change in the meantime. Please look again.',
    meaning:
      'Objects the changeset touches have changed since it was computed. `details.conflicts` lists them with both values, who and when. Plan again.',
  }),
  conflict: defineError({
    code: 'changes/conflict',
    type: 'conflict',
    userMessage: 'This change collides with another one.',
    meaning:
      'A document describes a resource that the files do not own. `details.conflicts` lists both values, who and when. Take it over with `--adopt`, or remove one side.',
  }),
};
