import type { AuditEntry } from '../../entries/entry.ts';
import { accountChange, apiActivity, authentication, entityManagement, type OcsfClass } from './classes.ts';

export interface OcsfActivity {
  readonly of: OcsfClass;
  readonly id: number;
  readonly name: string;
}

/** The families of actions that are about somebody's account. */
const accounts = new Set(['user', 'member', 'membership', 'account', 'service_account', 'service-account']);
const sessions = new Set(['auth', 'authentication', 'session']);

/**
 * Which class of OCSF an entry is of, by its action. What is done to sign in is authentication; what is done to an
 * account is an account change; what is done to any other thing is entity management, if the action says which of its
 * four activities it is. Everything else, above all what was merely asked, is activity of the API.
 */
export function classify({ action, reported, resource }: AuditEntry): OcsfActivity {
  const [family = '', ...rest] = action.split('.');
  const word = rest.at(-1) ?? family;
  // A request that was refused: it is about the operation, and was done to no account and no thing.
  const refused = resource?.type === 'operation' && reported === undefined;
  const likely = sessions.has(family) ? authentication : accounts.has(family) && !refused ? accountChange : undefined;
  const first = likely === undefined ? undefined : activityOf(likely, word);
  if (first !== undefined) return first;
  const managed = resource === undefined || refused ? undefined : activityOf(entityManagement, word);
  return managed ?? activityOf(apiActivity, word) ?? { of: apiActivity, id: 99, name: 'Other' };
}

function activityOf(of: OcsfClass, word: string): OcsfActivity | undefined {
  const found = of.activities.find(([words]) => words.test(word));
  return found === undefined ? undefined : { of, id: found[1], name: found[2] };
}
