import type { JsonObject } from '../../../engine/json.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import { instantMilliseconds } from '../../../engine/values/instant.ts';
import { eventErrors } from '../errors.ts';
import type { Asked } from './queries.ts';

/** Which events a reader wants, as the query of a request says. */
export interface FeedQuery {
  readonly after?: string;
  readonly types?: string;
  readonly since?: string;
}

const typePattern = String.raw`(\*|[A-Za-z0-9*][A-Za-z0-9_*-]*(\.[A-Za-z0-9_*-]+)*)`;

/** Properties of the `query` of an operation that reads events. */
export const feedQueryProperties = {
  after: {
    type: 'string',
    minLength: 1,
    maxLength: 128,
    description:
      '`nextCursor` of the part before, or the id of the last event seen. Absent: from the oldest that is kept.',
  },
  types: {
    type: 'string',
    maxLength: 2_000,
    title: 'types of events separated by commas, such as flag.*,tenant.created',
    pattern: `^${typePattern}(,${typePattern})*$`,
    description: 'Types of events, separated by commas, where `*` stands for any text: `flag.*,tenant.created`.',
  },
  since: {
    type: 'string',
    maxLength: 64,
    description: 'Only what has happened since: a date or an instant of RFC 3339. Not together with `after`.',
  },
} as const satisfies JsonObject;

/** @throws ValidationError `events/unreadable-date` */
export function readAsked({ types, since }: FeedQuery, tenantId: string | null): Asked {
  return {
    types: types === undefined ? null : types.split(','),
    tenantId,
    since: since === undefined ? null : readInstant('since', since),
  };
}

/** @throws ValidationError `events/unreadable-date` */
export function readInstant(param: string, text: string): Date {
  const milliseconds = instantMilliseconds(text);
  if (milliseconds !== undefined) return new Date(milliseconds);
  throw makeError(eventErrors.unreadableSince, {
    message: `'${text}' is neither a date, such as 2026-11-21, nor an instant, such as 2026-11-21T10:00:00Z.`,
    param,
  });
}
