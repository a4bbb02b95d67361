import type { JsonObject } from '../../../engine/json.ts';
import type { Operation } from '../../../server/operation.ts';
import type { OperationInput } from '../../../server/operation-context.ts';
import { validated } from '../../../server/validated.ts';
import { type FormatName, formats } from '../formats/formats.ts';
import { recordErrors } from '../record/errors.ts';
import { filterParameters, readFilter } from '../search/filter/entry-filter.ts';
import { type ExportTarget, writeExport } from './write-export.ts';

interface ExportQuery {
  readonly format: FormatName;
  readonly after: number;
  readonly arrived: number;
  readonly personal: boolean;
}

const contentTypes = [...new Set(Object.values(formats).map(({ contentType }) => contentType.split(';')[0] ?? ''))];

const text: JsonObject = {
  type: 'string',
  description:
    'One line for each entry, in the order of the chain. The last line is the manifest; without it the export is not whole.',
};

export type ExportOptions = Pick<ExportTarget, 'signer' | 'now'>;

/** Gives all entries of a chain away, to be kept elsewhere. */
export function exportOperations({ now, signer }: ExportOptions): readonly Operation[] {
  return [
    {
      id: 'audit.export',
      method: 'GET',
      path: '/v1/audit/export',
      summary: 'Export audit entries',
      description:
        'Streams the sealed entries of one chain, oldest first, as far as it goes at this moment: of the tenant, or of the environment itself where none is named. An answer that was cut off has no manifest at its end; it is gone on with by the same request and `arrived`.',
      tag: 'Audit',
      auth: ['secret'],
      scope: 'audit:read',
      tenant: 'optional',
      query: {
        type: 'object',
        additionalProperties: false,
        properties: {
          format: { type: 'string', enum: Object.keys(formats), default: 'ndjson' },
          tenant: {
            type: 'string',
            minLength: 1,
            maxLength: 128,
            description:
              'Entries of this tenant, as with `X-Tenant-ID`. Neither: those of the environment itself, which are about no tenant.',
          },
          after: {
            type: 'integer',
            minimum: 0,
            maximum: Number.MAX_SAFE_INTEGER,
            default: 0,
            description: 'Only what stands behind the entry of this sequence.',
          },
          arrived: {
            type: 'integer',
            minimum: 0,
            maximum: Number.MAX_SAFE_INTEGER,
            default: 0,
            description:
              'Sequence of the last entry that arrived whole, before the same export was cut off. What came before is not sent again; the manifest is of all.',
          },
          personal: {
            type: 'boolean',
            default: false,
            description: 'NDJSON only: with what is kept apart from entries because it is personal.',
          },
          ...filterParameters,
        },
      },
      responses: { 200: { description: 'The export.', schema: text, contentType: contentTypes } },
      errors: [recordErrors.tenantMismatch],
      tenantMismatch: recordErrors.tenantMismatch,
      transaction: 'none',
      recordsReading: { action: 'audit.exported', about: tellExported },
      respond: async ({ background, caller, version }, input) => {
        const { after, arrived, format: name, personal } = validated<ExportQuery>(input.query);
        const filter = readFilter(input.query);
        const { environment, environmentId, project, projectId, tenantId } = caller;
        const tenant = tenantId ?? '';
        const session = { projectId, environmentId, ...(tenant === '' ? {} : { tenantId: tenant }) };
        const format = formats[name];
        const request = {
          format: name,
          project,
          environment,
          filter: { ...filter, ...(after === 0 ? {} : { after }) },
        };
        const file = `audit.${format.extension}`;
        return {
          contentType: format.contentType,
          headers: { 'content-disposition': `attachment; filename="${file}"` },
          write: (send) =>
            writeExport({ tenant, filter, personal: personal && name === 'ndjson' }, after, request, {
              format,
              source: { version },
              send,
              read: (work) => background.read(session, work),
              report: (problem) => background.report(problem),
              signer,
              arrived,
              now,
            }),
        };
      },
    },
  ];
}

/** Which chain was exported, and what of it: all that was asked for. */
function tellExported({ query }: OperationInput, tenantId: string | null) {
  const { after, arrived, format, personal } = validated<ExportQuery>(query);
  return {
    resource: { type: 'chain', id: tenantId ?? '-' },
    metadata: {
      format,
      personal,
      ...(after === 0 ? {} : { after }),
      ...(arrived === 0 ? {} : { arrived }),
      filter: { ...readFilter(query) },
    },
  };
}
