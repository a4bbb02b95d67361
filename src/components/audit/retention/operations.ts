import type { JsonObject } from '../../../engine/json.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import type { Operation } from '../../../server/operation.ts';
import { pageBounds, pageQuery, type PageRequest, pageSchema, toPage } from '../../../server/page.ts';
import { validated } from '../../../server/validated.ts';
import { keptText } from '../entries/kept-text.ts';
import { recordErrors } from '../record/errors.ts';
import { archiveSchema, erasedSchema, restoreBody, restoredSchema } from './api-schemas.ts';
import { retentionErrors } from './errors.ts';
import { erasePersonal, type PruningRow, selectPrunings } from './gone/queries.ts';
import { refuseHeld } from './gone/refuse-held.ts';
import { restoreLines } from './restore/restore-lines.ts';

const shared = { tag: 'Audit', auth: ['secret'], scope: 'audit:write', transaction: 'write' } as const;

interface RestoreBody {
  readonly tenant?: string;
  readonly until: string;
  readonly lines: readonly string[];
}

/** What is gone, giving it back, and forgetting what is personal. */
export function retentionOperations(): readonly Operation[] {
  return [
    {
      ...shared,
      id: 'audit.archives.list',
      method: 'GET',
      path: '/v1/audit/archives',
      summary: 'List what was archived or deleted because its time was over, newest first',
      description: 'With `X-Tenant-ID`, of one tenant; without, of the environment and all its tenants.',
      scope: 'audit:read',
      tenant: 'optional',
      transaction: 'read',
      query: pageQuery,
      responses: { 200: { description: 'One page of archives.', schema: pageSchema(archiveSchema) } },
      errors: [],
      handle: async ({ session, caller }, { query }) => {
        const request = validated<PageRequest>(query);
        const { items, total } = await selectPrunings(session, caller.tenantId, pageBounds(request));
        return { status: 200, body: toPage(items.map(toApiArchive), total, request) };
      },
    },
    {
      ...shared,
      id: 'audit.restore',
      recordedAs: 'audit.restored',
      method: 'POST',
      path: '/v1/audit/restored',
      summary: 'Give entries of an archive back for a while',
      description:
        'Each line is held against the tree of its chain, which outlives the entries: what is not exactly what was taken out is refused. What was given back already is given back until the moment said now, later or sooner; what was never taken out stays as it is. A request that names a tenant gives entries of its chain back, and of no other.',
      tenant: 'checked',
      body: restoreBody,
      bodyLimit: 4_000_000,
      responses: { 200: { description: 'They can be found again.', schema: restoredSchema } },
      errors: [
        recordErrors.tenantMismatch,
        retentionErrors.notOfChain,
        retentionErrors.untilPast,
        retentionErrors.untilTooLate,
      ],
      handle: async ({ caller: { tenantId }, session, now, changed }, input) => {
        const { lines, tenant = tenantId ?? '', until } = validated<RestoreBody>(input.body);
        if (tenantId !== null && tenant !== tenantId) {
          throw makeError(recordErrors.tenantMismatch, {
            message: `The body names tenant ${tenant}, and the request is about ${tenantId}.`,
            param: '/tenant',
          });
        }
        const restored = await restoreLines(session, { tenantId: tenant, lines, until: new Date(until), now });
        changed({
          resource: { type: 'chain', id: tenant === '' ? '-' : tenant },
          ...(tenant === '' ? {} : { tenantId: tenant }),
          before: null,
          after: { ...restored, until },
        });
        return { status: 200, body: { ...restored, until } };
      },
    },
    {
      ...shared,
      id: 'audit.personal.erase',
      recordedAs: 'personal.erased',
      method: 'DELETE',
      path: '/v1/audit/personal/{subject}',
      summary: 'Erase what entries keep apart because it tells of a person',
      description:
        'Of one tenant with `X-Tenant-ID`; without, of all of the environment. The entries stay, as does every proof: they only ever held a salted hash of it. Refused where a `legalHold` is about any of them.',
      tenant: 'optional',
      params: {
        type: 'object',
        required: ['subject'],
        properties: {
          subject: {
            type: 'string',
            minLength: 1,
            maxLength: 2048,
            description: 'Whom it is about, as entries name them.',
          },
        },
      },
      responses: { 200: { description: 'It is gone.', schema: erasedSchema } },
      errors: [retentionErrors.held],
      handle: async ({ session, caller, changed }, { params: { subject = '' } }) => {
        await refuseHeld(session, caller.tenantId, subject);
        const erased = await erasePersonal(session, caller.tenantId, subject);
        changed({
          resource: { type: 'subject', id: keptText(subject) },
          ...(caller.tenantId === null ? {} : { tenantId: caller.tenantId }),
          before: { entries: erased },
          after: { entries: 0 },
        });
        return { status: 200, body: { subject, erased } };
      },
    },
  ];
}

function toApiArchive({ first, last, prunedAt, removedAt, tenantId, ...rest }: PruningRow): JsonObject {
  return {
    ...rest,
    tenantId: tenantId === '' ? null : tenantId,
    first: Number(first),
    last: Number(last),
    prunedAt: prunedAt.toISOString(),
    removedAt: removedAt?.toISOString() ?? null,
  };
}
