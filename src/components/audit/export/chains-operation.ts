import type { JsonObject } from '../../../engine/json.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import type { Operation } from '../../../server/operation.ts';
import { recordErrors } from '../record/errors.ts';
import { signChainList } from '../proof/chain-list.ts';
import { searchErrors } from '../search/errors.ts';
import { filterParameters, readFilter } from '../search/filter/entry-filter.ts';
import type { ExportOptions } from './operations.ts';
import { selectChains } from './queries.ts';

const chain: JsonObject = {
  title: 'ListedChain',
  type: 'object',
  required: ['tenantId', 'size'],
  additionalProperties: false,
  properties: {
    tenantId: { type: ['string', 'null'], description: 'Null: the chain of the environment itself.' },
    size: { type: 'integer', minimum: 1, description: 'How many entries it has that are signed.' },
  },
};

const signedChains: JsonObject = {
  title: 'SignedChainList',
  type: 'object',
  required: ['chains', 'signature'],
  additionalProperties: false,
  properties: {
    chains: {
      title: 'ChainList',
      type: 'object',
      required: ['version', 'project', 'environment', 'at', 'filter', 'chains', 'key'],
      additionalProperties: false,
      properties: {
        version: { type: 'integer', const: 1 },
        project: { type: 'string' },
        environment: { type: 'string' },
        at: { type: 'string', format: 'date-time', description: 'When it was made.' },
        filter: { type: 'object', additionalProperties: true, description: 'What was asked for.' },
        chains: { type: 'array', items: chain, description: 'By tenant; first that of the environment itself.' },
        key: { type: ['string', 'null'], description: 'The public key that signed it; null: the server has none.' },
      },
    },
    signature: {
      type: 'string',
      description: 'A line of a signed note over the canonical JSON of `chains`; empty where nobody can sign.',
    },
  },
};

/** What an export of the whole record begins with. */
export function chainsOperation({ now, signer: findSigner }: Pick<ExportOptions, 'now' | 'signer'>): Operation {
  return {
    id: 'audit.chains.get',
    method: 'GET',
    path: '/v1/audit/chains',
    summary: 'Get the signed list of the audit chains',
    description:
      'Which chains there are at this moment, those of deleted tenants included: the first thing that an export of the whole record asks for, so that a chain that is missing from it shows. The parameters are those of the exports that belong to it; they stand in the list, and all chains are in it whatever they say. Not for a key that has a tenant, which reads no other chain.',
    tag: 'Audit',
    auth: ['secret'],
    scope: 'audit:read',
    query: { type: 'object', additionalProperties: false, properties: filterParameters },
    responses: { 200: { description: 'The list.', schema: signedChains } },
    tenant: 'optional',
    errors: [recordErrors.tenantMismatch, searchErrors.spanReversed],
    transaction: 'read',
    handle: async ({ caller, session }, { query }) => {
      const { environment, project, tenantId } = caller;
      if (tenantId !== null) {
        throw makeError(recordErrors.tenantMismatch, {
          message: `The list is of all chains of ${environment}, and the request is about tenant ${tenantId}: ask with a key that has no tenant, and without X-Tenant-ID.`,
        });
      }
      const signer = await findSigner(session);
      const chains = await selectChains(session, signer === null ? 'sealed' : 'signed');
      const filter = { ...readFilter(query) };
      const list = { version: 1, project, environment, at: now().toISOString(), filter, chains } as const;
      return { status: 200, body: signChainList(list, signer) };
    },
  };
}
