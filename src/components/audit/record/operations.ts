import type { Operation, Outcome } from '../../../server/operation.ts';
import { validated } from '../../../server/validated.ts';
import type { Services } from '../../contract.ts';
import { entriesBody, entryBody, maximalBody, recordedManySchema, recordedSchema } from './api-schemas.ts';
import { recordErrors } from './errors.ts';
import type { NewEntry } from './new-entry.ts';
import { recordEntries } from './record-entries.ts';
import type { Sent } from './sent.ts';

const shared = {
  tag: 'Audit',
  method: 'POST',
  auth: ['secret'],
  scope: 'audit:write',
  tenant: 'in-body',
  errors: Object.values(recordErrors),
  transaction: 'prepared',
  // What is recorded here is the record.
  recordsOnly: true,
} as const;

/** What the product itself has to say: it enters the same chain, and the same alerts, as all else. */
export function recordOperations({ host, masterKey, ports }: Services): readonly Operation[] {
  const dependencies = { host, masterKey, ports };
  const recordTogether = async (sent: readonly Sent[], session: Parameters<typeof recordEntries>[0]) => {
    const outcomes = await recordEntries(session, sent, dependencies);
    return outcomes.map(
      (outcome): Outcome => ('problem' in outcome ? outcome : { result: { status: 201, body: outcome.recorded } }),
    );
  };
  return [
    {
      ...shared,
      id: 'audit.record',
      path: '/v1/audit/entries',
      summary: 'Record an entry',
      description: 'Answered when it lasts. It is sealed into the chain of its tenant within a second.',
      body: entryBody,
      bodyLimit: maximalBody,
      responses: { 201: { description: 'The entry is recorded.', schema: recordedSchema } },
      async handle(context, input) {
        const [outcome] = await recordTogether(
          [{ context, entry: validated<NewEntry>(input.body), pointer: '' }],
          context,
        );
        if (outcome === undefined) throw new RangeError('an entry was not recorded');
        if ('problem' in outcome) throw outcome.problem;
        return outcome.result;
      },
      async handleTogether(requests) {
        const [first] = requests;
        if (first === undefined) return [];
        const sent = requests.map(({ context, input }) => ({
          context,
          entry: validated<NewEntry>(input.body),
          pointer: '',
        }));
        return recordTogether(sent, first.context);
      },
    },
    {
      ...shared,
      id: 'audit.recordMany',
      path: '/v1/audit/entries/batch',
      summary: 'Record up to 1,000 entries, all or none of them',
      description: 'Answered when they last, in their order.',
      body: entriesBody,
      bodyLimit: maximalBody,
      responses: { 201: { description: 'The entries are recorded.', schema: recordedManySchema } },
      async handle(context, input) {
        const { entries } = validated<{ readonly entries: readonly NewEntry[] }>(input.body);
        const sent = entries.map((entry, index) => ({ context, entry, pointer: `/entries/${index}` }));
        const outcomes = await recordEntries(context, sent, dependencies);
        const data = outcomes.map((outcome) => {
          if ('problem' in outcome) throw outcome.problem;
          return outcome.recorded;
        });
        return { status: 201, body: { data } };
      },
    },
  ];
}
