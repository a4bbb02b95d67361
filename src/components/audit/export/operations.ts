import type { JsonObject } from '../../../engine/json.ts';
import type { Operation } from '../../../server/operation.ts';
import type { OperationInput } from '../../../server/operation-context.ts';
import { validated } from '../../../server/validated.ts';
import type { Ports } from '../../ports.ts';
import { type FormatName, formats } from '../formats/formats.ts';
import { refusePlaceAhead, sizeOfKnownChain } from '../chains/known-chain.ts';
import { recordErrors } from '../record/errors.ts';
import { searchErrors } from '../search/errors.ts';
import { filterParameters, readFilter } from '../search/filter/entry-filter.ts';
import { streamErrors } from '../streams/errors.ts';
import { exportErrors } from './errors.ts';
import { type ExportTarget, exportWriter } from './write-export.ts';

interface ExportQuery {
  readonly format: FormatName;
  readonly after: number;
  readonly arrived: number;
  readonly arrivedHash?: string;
  readonly personal: boolean;
}

const contentTypes = [...new Set(Object.values(formats).map(({ contentType }) => contentType.split(';')[0] ?? ''))];

const text: JsonObject = {
  type: 'string',
  description:
    'One line for each entry, in the order of the chain. The last line is the manifest; without it the export is not whole.',
};

export interface ExportOptions extends Pick<ExportTarget, 'signer' | 'now'> {
  readonly ports: Pick<Ports, 'tenants'>;
}

/** Gives all entries of a chain away, to be kept elsewhere. */
export function exportOperations({ now, ports, signer }: ExportOptions): readonly Operation[] {
  return [
    {
      id: 'audit.export',
      method: 'GET',
      path: '/v1/audit/export',
      summary: 'Export audit entries',
      description:
        'Streams the sealed entries of one chain, oldest first, as far as it goes at this moment: of the tenant, or of the environment itself where none is named. An answer that was cut off has no manifest at its end; it is gone on with by the same request, `arrived` and `arrivedHash`.',
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
          arrivedHash: {
            type: 'string',
            title: 'sha256: and 64 hexadecimal digits',
            pattern: '^sha256:[0-9a-f]{64}$',
            description:
              'Hash of all that arrived up to the line of `arrived`, its end included. Where this export begins otherwise it is refused, and nothing is sent.',
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
      errors: [
        recordErrors.tenantMismatch,
        recordErrors.unknownTenant,
        searchErrors.spanReversed,
        streamErrors.unreadablePlace,
        exportErrors.otherBeginning,
      ],
      tenantMismatch: recordErrors.tenantMismatch,
      transaction: 'none',
      recordsReading: { action: 'audit.exported', about: tellExported },
      respond: async ({ background, caller, version }, input) => {
        const { after, arrived, arrivedHash, format: name, personal } = validated<ExportQuery>(input.query);
        const filter = readFilter(input.query);
        const { environment, environmentId, project, projectId, tenantId } = caller;
        const tenant = tenantId ?? '';
        const session = { projectId, environmentId, ...(tenant === '' ? {} : { tenantId: tenant }) };
        const size = await background.read(session, (reading) => sizeOfKnownChain(reading, ports, tenant, 'tenant'));
        refusePlaceAhead(after, size, 'after');
        // Where a hash is given, it tells more of what arrived than the length of the chain.
        if (arrivedHash === undefined) refusePlaceAhead(arrived, size, 'arrived');
        const format = formats[name];
        const isPersonal = bringsPersonal({ format: name, personal });
        const request = {
          format: name,
          project,
          environment,
          filter: { ...filter, ...(after === 0 ? {} : { after }) },
          ...(isPersonal ? { personal: true as const } : {}),
        };
        const scope = { tenant, filter, personal: isPersonal };
        const { check, write } = exportWriter(scope, after, request, {
          format,
          source: { version },
          read: (work) => background.read(session, work),
          report: (problem) => background.report(problem),
          signer,
          arrived,
          arrivedHash,
          now,
        });
        const headers = { 'content-disposition': `attachment; filename="audit.${format.extension}"` };
        return { contentType: format.contentType, headers, check, write };
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
      personal: bringsPersonal({ format, personal }),
      ...(after === 0 ? {} : { after }),
      ...(arrived === 0 ? {} : { arrived }),
      filter: { ...readFilter(query) },
    },
  };
}

/** No other format has room for it. */
function bringsPersonal({ format, personal }: Pick<ExportQuery, 'format' | 'personal'>): boolean {
  return personal && format === 'ndjson';
}
