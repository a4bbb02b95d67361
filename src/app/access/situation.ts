import type { AccessQuestion, Relations, Subject } from '../../components/access-contract.ts';
import type { Host } from '../../host/contract.ts';
import { readInstant } from '../read-instant.ts';
import { rolesNamed, subjectNamed, targetNamed } from './asked.ts';
import { readAttributes } from './attributes.ts';
import type { LocalPolicy } from './local-policy.ts';
import { readRelationships } from './relationships.ts';

/** What no file of a project knows: who holds which roles, and what is known of everything concerned. */
export interface SituationOptions {
  readonly user: string;
  readonly roles: readonly string[];
  /** Undefined: the only one that the files name, or else none. */
  readonly tenant?: string | undefined;
  /** JSON, or `@` and a file. */
  readonly attributes?: string | undefined;
  /** JSON, or `@` and a file. */
  readonly relationships?: string | undefined;
  /** An instant; now, unless it is given. */
  readonly at?: string | undefined;
}

export interface Situation {
  readonly subject: Subject;
  readonly tenant: AccessQuestion['tenant'];
  readonly relations: Relations;
  readonly about: (resource: string) => Omit<AccessQuestion, 'action'>;
}

/** @throws ValidationError `cli/usage` for what cannot be read, and for names that the files do not have */
export async function readSituation(
  local: LocalPolicy,
  { at, attributes, relationships, roles, tenant: named, user }: SituationOptions,
  host: Host,
): Promise<Situation> {
  const known = await readAttributes(attributes, host);
  const subject = { ...subjectNamed(user), roles: rolesNamed(roles, local), properties: known.user };
  const tenant = { id: named ?? local.tenant, properties: known.tenant };
  const now = at === undefined ? host.clock.now() : readInstant(at);
  return {
    subject,
    tenant,
    relations: await readRelationships(relationships, tenant.id, local, host),
    about: (resource) => ({
      subject,
      resource: targetNamed(resource, local, known),
      actionProperties: known.action,
      tenant,
      context: known.context,
      now,
    }),
  };
}
