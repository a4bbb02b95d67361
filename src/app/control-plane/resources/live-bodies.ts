import type { Session } from '../../../db/contract.ts';
import type { LiveRecord } from '../../../engine/changeset/live-state.ts';
import { type Resource, resourceName } from '../../../engine/resource.ts';
import { selectBodies } from '../changesets/queries.ts';

/** Bodies that are kept, of all environments together. */
const mostBodies = 10_000;

interface Kept {
  readonly hash: string;
  readonly resource: Resource;
}

/**
 * The bodies of live resources. A body that was read for an earlier change is the same object again, so that what was
 * found out about it holds; it is used again only for the hash that is live now, so nothing here can be too old.
 */
export class LiveBodies {
  /** By environment, those asked for longest ago first, and by the resource's name. */
  readonly #kept = new Map<string, ReadonlyMap<string, Kept>>();

  /** The live resources of which the session has read `records`. */
  async read(session: Session, records: readonly LiveRecord[]): Promise<readonly Resource[]> {
    const { environmentId } = session;
    const before = this.#kept.get(environmentId);
    const known = (record: LiveRecord): Kept | undefined => {
      const found = before?.get(resourceName(record));
      return found?.hash === record.hash ? found : undefined;
    };
    const missing = records.filter((record) => known(record) === undefined);
    const bodies = await selectBodies(session, missing);
    const present = new Map(
      records.map((record) => {
        const name = resourceName(record);
        const { hash, key, kind } = record;
        return [name, known(record) ?? { hash, resource: { kind, key, body: bodyOf(bodies, name) } }];
      }),
    );
    this.#keep(environmentId, present);
    return [...present.values()].map(({ resource }) => resource);
  }

  #keep(environmentId: string, present: ReadonlyMap<string, Kept>): void {
    this.#kept.delete(environmentId);
    if (present.size > mostBodies) return;
    this.#kept.set(environmentId, present);
    let surplus = -mostBodies;
    for (const { size } of this.#kept.values()) surplus += size;
    for (const [id, { size }] of this.#kept) {
      if (surplus <= 0) return;
      this.#kept.delete(id);
      surplus -= size;
    }
  }
}

function bodyOf(bodies: ReadonlyMap<string, Resource['body']>, name: string): Resource['body'] {
  const body = bodies.get(name);
  if (body === undefined) throw new RangeError(`${name} is live without a body`);
  return body;
}
