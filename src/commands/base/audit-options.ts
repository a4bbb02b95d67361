import * as Flags from '@oclif/core/flags';
import type { EntryQuery } from '../../app/audit-client.ts';

/** Which audit entries are meant. */
export const entryOptions = {
  since: Flags.string({
    description: 'Written at this date or moment, or later; 24h: since that long ago.',
    helpValue: 'TIME',
  }),
  until: Flags.string({
    description: 'Written before this date or moment; 1h: up to that long ago.',
    helpValue: 'TIME',
  }),
  actor: Flags.string({ description: 'Id of who did it.', helpValue: 'ID' }),
  action: Flags.string({ description: 'One action, or several as in user.*', helpValue: 'ACTION' }),
  resource: Flags.string({ description: 'Id of what it was done to.', helpValue: 'ID' }),
  'resource-type': Flags.string({ description: 'Type of what it was done to, such as user.', helpValue: 'TYPE' }),
  ip: Flags.string({ description: 'The address that the request came from.', helpValue: 'ADDRESS' }),
  outcome: Flags.string({ description: 'What came of it.', options: ['success', 'failure', 'denied'] }),
  request: Flags.string({ description: 'Id of the request by which it happened.', helpValue: 'ID' }),
};

interface EntryFlags {
  readonly tenant?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  readonly resource?: string | undefined;
  readonly 'resource-type'?: string | undefined;
  readonly ip?: string | undefined;
  readonly outcome?: string | undefined;
  readonly request?: string | undefined;
}

/**
 * `read` reads a time as somebody wrote it.
 *
 * @throws ValidationError `cli/usage` for what is no moment
 */
export function entryQuery(flags: EntryFlags, read: (text: string) => Date): EntryQuery {
  const { action, actor, ip, outcome, request, resource, since, tenant, until } = flags;
  return {
    tenant,
    since: since === undefined ? undefined : read(since).toISOString(),
    until: until === undefined ? undefined : read(until).toISOString(),
    actor,
    action,
    resource,
    resourceType: flags['resource-type'],
    ip,
    outcome,
    requestId: request,
  };
}

/** Whether more is asked for than a tenant. */
export function isNarrowed(query: EntryQuery): boolean {
  return Object.entries(query).some(([name, value]) => name !== 'tenant' && value !== undefined);
}
