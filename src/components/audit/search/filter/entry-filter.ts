import type { JsonObject } from '../../../../engine/json.ts';
import { makeError } from '../../../../engine/platform-error/index.ts';
import { validated } from '../../../../server/validated.ts';
import { searchErrors } from '../errors.ts';

/** Which entries are asked for. What is absent asks for nothing. */
export interface EntryFilter {
  /** Absent: of the environment and of all its tenants. */
  readonly tenant?: string;
  /** The first moment at which they were written… */
  readonly since?: string;
  /** …and the first at which they were not any more. */
  readonly until?: string;
  /** Id of who did it. */
  readonly actor?: string;
  /** One action, or with `*` for any text several. */
  readonly action?: string;
  /** Of what the entry is about. */
  readonly resourceType?: string;
  /** Id of what it is about, or of one of the things it changed besides. */
  readonly resource?: string;
  readonly ip?: string;
  readonly outcome?: 'success' | 'failure' | 'denied';
  readonly requestId?: string;
}

/** Longer than what entries keep of an id: whoever looks for one names all of it. */
const id: JsonObject = { type: 'string', minLength: 1, maxLength: 2048 };

/** Parameters of queries. The tenant is what the request is about, as its header says. */
export const filterParameters = {
  since: { type: 'string', format: 'date-time', description: 'Written at this moment or later.' },
  until: { type: 'string', format: 'date-time', description: 'Written before this moment.' },
  actor: { ...id, description: 'Id of who did it.' },
  action: {
    type: 'string',
    title: 'an action such as auth.login, or several such as auth.*',
    pattern: '^[^\\s]{1,200}$',
    description: 'One action, or several: `*` stands for any text, as in `user.*`.',
  },
  resourceType: { ...id, description: 'Type of what the entry is about, such as `user`.' },
  resource: { ...id, description: 'Id of what the entry is about, or of anything it changed besides.' },
  ip: { ...id, description: 'The address that the request came from, however it is written.' },
  outcome: { type: 'string', enum: ['success', 'failure', 'denied'] },
  requestId: { ...id, description: 'The request by which it happened.' },
} as const satisfies JsonObject;

const names = Object.keys(filterParameters);

/**
 * The filter in the query of a request, without whatever else is in it.
 *
 * @throws ValidationError `audit/span-reversed`
 */
export function readFilter(query: { readonly [name: string]: unknown }): Omit<EntryFilter, 'tenant'> {
  const members = names.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]] as const]));
  const filter = validated<EntryFilter>(Object.fromEntries(members));
  const { since, until } = filter;
  // Nothing would be found, as if nobody had done anything.
  if (since !== undefined && until !== undefined && new Date(until) < new Date(since)) {
    throw makeError(searchErrors.spanReversed, { message: '`until` lies before `since`.', param: 'until' });
  }
  return filter;
}
