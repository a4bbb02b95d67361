import * as Flags from '@oclif/core/flags';
import type { EventQuery } from '../../app/events-client.ts';
import { readPast } from '../../app/read-instant.ts';

/** Which events are meant. */
export const eventOptions = {
  tenant: Flags.string({ char: 't', description: 'Only events of this tenant.', helpValue: 'ID' }),
  type: Flags.string({
    description: 'One type, or several as in flag.*; may be repeated.',
    helpValue: 'TYPE',
    multiple: true,
    multipleNonGreedy: true,
  }),
  since: Flags.string({
    description: 'Happened at this date or moment, or later; 24h: since that long ago.',
    helpValue: 'TIME',
  }),
};

interface EventFlags {
  readonly tenant?: string | undefined;
  readonly type?: readonly string[] | undefined;
  readonly since?: string | undefined;
}

/** @throws ValidationError `cli/usage` for what is no moment */
export function eventQuery({ since, tenant, type }: EventFlags, now: Date): EventQuery {
  return { tenant, types: type, since: since === undefined ? undefined : readPast(since, now).toISOString() };
}
