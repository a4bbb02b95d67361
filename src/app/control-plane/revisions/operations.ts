import { isEmpty } from '../../../engine/changeset/assemble-changeset.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import type { Operation } from '../../../server/operation.ts';
import { pageBounds, pageQuery, pageSchema, type PageRequest, toPage } from '../../../server/page.ts';
import { applyResultSchema, changesetSchema, rollbackRequestSchema } from '../changesets/api-schemas.ts';
import { changeErrors } from '../../../engine/changeset/errors.ts';
import { tellApplied } from '../changesets/tell-change.ts';
import type { Dependencies } from '../dependencies.ts';
import { validated } from '../../../server/validated.ts';
import { revisionPairParameters, revisionParameter, revisionSchema, revisionSummarySchema } from './api-schemas.ts';
import { compareRevisions } from './compare.ts';
import { revisionErrors } from './errors.ts';
import { toApiRevision, toApiRevisionSummary } from './mapping.ts';
import { countRevisions, selectRevision, selectRevisions } from './queries.ts';
import { rollback, type RollbackBody } from './rollback.ts';

const shared = { tag: 'Configuration', auth: ['secret'], scope: 'configuration:read', transaction: 'read' } as const;

/** History, comparison and rollback. */
export function revisionOperations(dependencies: Dependencies): readonly Operation[] {
  return [
    {
      ...shared,
      id: 'revisions.list',
      method: 'GET',
      path: '/v1/revisions',
      summary: 'List revisions, newest first',
      query: pageQuery,
      responses: { 200: { description: 'One page of revisions.', schema: pageSchema(revisionSummarySchema) } },
      errors: [],
      handle: async ({ session }, input) => {
        const request = validated<PageRequest>(input.query);
        const rows = await selectRevisions(session, pageBounds(request));
        return { status: 200, body: toPage(rows.map(toApiRevisionSummary), await countRevisions(session), request) };
      },
    },
    {
      ...shared,
      id: 'revisions.get',
      method: 'GET',
      path: '/v1/revisions/{number}',
      summary: 'Get a revision with its changeset',
      params: revisionParameter,
      responses: { 200: { description: 'The revision.', schema: revisionSchema } },
      errors: [revisionErrors.notFound],
      handle: async ({ session, caller }, { params }) => {
        const row = await selectRevision(session, Number(params['number']));
        if (row === undefined) {
          throw makeError(revisionErrors.notFound, {
            message: `${caller.environment} has no revision ${params['number']}`,
            param: 'number',
          });
        }
        return { status: 200, body: toApiRevision(row) };
      },
    },
    {
      ...shared,
      id: 'revisions.compare',
      method: 'GET',
      path: '/v1/revisions/{from}/changes/{to}',
      summary: 'Compare two revisions',
      params: revisionPairParameters,
      responses: { 200: { description: 'What changed from one to the other.', schema: changesetSchema } },
      errors: [revisionErrors.notFound],
      handle: async ({ session, caller }, { params }) => {
        const changeset = await compareRevisions(
          session,
          caller,
          Number(params['from']),
          Number(params['to']),
          dependencies,
        );
        return { status: 200, body: changeset };
      },
    },
    {
      ...shared,
      id: 'revisions.rollback',
      recordedAs: 'revision.rolled_back',
      method: 'POST',
      path: '/v1/revisions/{number}/rollback',
      summary: 'Apply, as a new revision, the state of an earlier one',
      scope: 'configuration:write',
      params: revisionParameter,
      body: rollbackRequestSchema,
      responses: {
        200: { description: 'There was nothing to change, or it was a dry run.', schema: applyResultSchema },
        201: { description: 'The new revision.', schema: applyResultSchema },
      },
      errors: [revisionErrors.notFound, ...Object.values(changeErrors)],
      transaction: 'write',
      handle: async ({ session, caller, now, changed }, input) => {
        const body = validated<RollbackBody>(input.body);
        const made = await rollback(session, caller, Number(input.params['number']), body, now, dependencies);
        const { applied } = made;
        changed(tellApplied(made, caller, dependencies.components, body));
        return { status: !applied.dryRun && !isEmpty(applied.changeset) ? 201 : 200, body: applied };
      },
    },
  ];
}
