import type { Operation } from '../../../server/operation.ts';
import { isEmpty } from '../../../engine/changeset/assemble-changeset.ts';
import type { AllowedFigures } from '../../../engine/changeset/guardrails.ts';
import type { DesiredState } from '../../../engine/resource.ts';
import type { Dependencies } from '../dependencies.ts';
import { validated } from '../../../server/validated.ts';
import { apply, type ApplyBody, intentOf, refuseWrongEnvironment } from './apply.ts';
import { applyRequestSchema, applyResultSchema, changesetSchema, planRequestSchema } from './api-schemas.ts';
import { changeErrors } from '../../../engine/changeset/errors.ts';
import { notOneOf } from './not-one-of.ts';
import { planSettled } from './plan-settled.ts';
import { prepareChangeset } from './prepare-changeset.ts';
import { tellApplied } from './tell-change.ts';

interface PlanBody {
  readonly desired?: DesiredState;
  readonly desiredHash?: string;
  readonly adopt?: boolean;
  readonly allow?: AllowedFigures;
}

/** Bytes. Some 100,000 resources of ordinary size. */
const largestChangeset = 64 * 1024 * 1024;

/** Plan and apply. */
export function changesetOperations(dependencies: Dependencies): readonly Operation[] {
  return [
    {
      id: 'changesets.compute',
      method: 'POST',
      path: '/v1/changesets',
      summary: 'Compute what would change, and who would feel it',
      description:
        'Compares the desired resources with the live state of the environment. Writes nothing. ' +
        'Most plans find nothing to change, so `desiredHash` may be sent in place of `desired`: if that is the state ' +
        'which the latest apply left nothing to do for, the answer is the empty changeset; if not, it is ' +
        '`changes/desired-state-needed`, and `desired` is to be sent.',
      tag: 'Configuration',
      auth: ['secret'],
      scope: 'configuration:read',
      body: planRequestSchema,
      bodyLimit: largestChangeset,
      responses: { 200: { description: 'The changeset.', schema: changesetSchema } },
      errors: [changeErrors.invalid, changeErrors.wrongEnvironment, changeErrors.desiredStateNeeded],
      transaction: 'read',
      handle: async ({ session, caller }, input) => {
        const { desired, desiredHash, adopt = false, allow = {} } = validated<PlanBody>(input.body);
        if (desired === undefined && desiredHash !== undefined) {
          return { status: 200, body: await planSettled(session, caller, desiredHash, dependencies) };
        }
        if (desired === undefined || desiredHash !== undefined) throw notOneOf('desiredHash', desired);
        refuseWrongEnvironment(caller, desired);
        const { changeset } = await prepareChangeset(session, intentOf(desired, adopt, allow), false, dependencies);
        return { status: 200, body: changeset };
      },
    },
    {
      id: 'revisions.create',
      recordedAs: 'revision.applied',
      method: 'POST',
      path: '/v1/revisions',
      summary: 'Apply the desired state, or a changeset computed earlier',
      description: 'All or nothing, in one transaction. `dryRun` does everything and takes it back.',
      tag: 'Configuration',
      auth: ['secret'],
      scope: 'configuration:write',
      body: applyRequestSchema,
      bodyLimit: largestChangeset,
      responses: {
        200: { description: 'There was nothing to change, or it was a dry run.', schema: applyResultSchema },
        201: { description: 'The new revision.', schema: applyResultSchema },
      },
      errors: Object.values(changeErrors),
      transaction: 'write',
      handle: async ({ session, caller, now, changed }, input) => {
        const body = validated<ApplyBody>(input.body);
        const made = await apply(session, caller, body, now, dependencies);
        const { applied } = made;
        changed(tellApplied(made, caller, dependencies.components, body));
        const isNew = !applied.dryRun && !isEmpty(applied.changeset);
        return { status: isNew ? 201 : 200, body: applied };
      },
    },
  ];
}
