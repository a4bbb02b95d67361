import type { Session } from '../../db/contract.ts';
import { readRevision } from '../../db/live-resources.ts';
import { BoundedMap } from '../../engine/bounded-map.ts';
import type { Directory, DirectorySettings, IdentityProvider } from '../directory.ts';

interface Known {
  readonly revision: number;
  readonly settings: DirectorySettings;
}

const none: DirectorySettings = { identityProviders: [], singleTenant: null };

/**
 * What the environments' last applies said about signing in, read once for each revision. A provider that an apply
 * left as it was stays the same object, so that what was verified by it stays verified.
 */
export class KnownSettings {
  readonly #directory: Directory | null;
  readonly #known = new BoundedMap<Known>(1000);
  readonly #reading = new Map<string, Promise<DirectorySettings>>();

  constructor(directory: Directory | null) {
    this.#directory = directory;
  }

  /** `open` is called only when the revision is not the one known, and once for all who ask meanwhile. */
  async of(
    environmentId: string,
    revision: number,
    open: <T>(work: (session: Session) => Promise<T>) => Promise<T>,
  ): Promise<DirectorySettings> {
    const directory = this.#directory;
    if (directory === null) return none;
    const known = this.#known.get(environmentId);
    if (known?.revision === revision) return known.settings;
    const id = `${environmentId} ${revision}`;
    const reading = this.#reading.get(id) ?? this.#read(environmentId, directory, open);
    this.#reading.set(id, reading);
    try {
      return await reading;
    } finally {
      this.#reading.delete(id);
    }
  }

  async #read(
    environmentId: string,
    directory: Directory,
    open: <T>(work: (session: Session) => Promise<T>) => Promise<T>,
  ): Promise<DirectorySettings> {
    const read = await open(async (session) => ({
      revision: await readRevision(session),
      settings: await directory.settings(session),
    }));
    const before = this.#known.get(environmentId)?.settings;
    const settings = {
      ...read.settings,
      identityProviders: read.settings.identityProviders.map((one) => sameAsBefore(one, before)),
    };
    this.#known.set(environmentId, { revision: read.revision, settings });
    return settings;
  }
}

function sameAsBefore(provider: IdentityProvider, before: DirectorySettings | undefined): IdentityProvider {
  const text = JSON.stringify(provider);
  return before?.identityProviders.find((one) => JSON.stringify(one) === text) ?? provider;
}
