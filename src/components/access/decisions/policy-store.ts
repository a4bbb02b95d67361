import type { Session } from '../../../db/contract.ts';
import { BoundedMap } from '../../../engine/bounded-map.ts';
import { compilePolicy } from '../policy/compile-policy.ts';
import type { Policy } from '../policy/contract.ts';
import { selectPolicySource } from './queries.ts';

/** A policy, and the revision of the environment that it was compiled from. */
export interface PolicyAt {
  readonly revision: number;
  readonly policy: Policy;
}

/** Policies kept at once: the latest of as many environments, or earlier ones that nobody asks any more. */
const capacity = 64;

/**
 * The policies of one control plane, each compiled once. A revision never changes what it says, so what is kept is
 * never stale: whoever asks names the revision that holds now. One long unasked makes room.
 */
export class PolicyStore {
  readonly #policies = new BoundedMap<PolicyAt>(capacity);

  /** The policy of the environment as it is at `revision`, or at a later one that was applied a moment ago. */
  async at(session: Session, revision: number): Promise<PolicyAt> {
    const kept = this.kept(session, revision);
    if (kept !== undefined) return kept;
    const read = await readPolicy(session);
    this.#policies.set(nameOf(session, read.revision), read);
    return read;
  }

  /** The policy as it is at exactly this revision, where it needs not be read. */
  kept(session: Session, revision: number): PolicyAt | undefined {
    return this.#policies.get(nameOf(session, revision));
  }
}

function nameOf({ environmentId }: Session, revision: number): string {
  return `${environmentId} ${revision}`;
}

async function readPolicy(session: Session): Promise<PolicyAt> {
  const { revision, resources } = await selectPolicySource(session, ['ResourceType', 'Role', 'Tenancy']);
  const of = (kind: string) =>
    new Map(resources.filter((resource) => resource.kind === kind).map(({ key, body }) => [key, body]));
  const [tenancy] = of('Tenancy').values();
  return { revision, policy: compilePolicy({ resourceTypes: of('ResourceType'), roles: of('Role'), tenancy }) };
}
