import type { Files } from '../../../host/contract.ts';
import type { Worker } from '../../../server/worker.ts';
import type { EntryLocation } from '../entries/entry.ts';
import { type Locate, readLocations } from './read-locations.ts';

/** Milliseconds between looks whether there is another file. */
const pause = 60_000;

/**
 * Where addresses are, as the operator's file says, or the one that comes with the product; looked at anew every minute.
 * Without a file, or while one cannot be read, nobody's address is anywhere: an entry is never held up for it.
 */
export class KnownLocations {
  readonly #files: Pick<Files, 'readBytes' | 'stat'>;
  readonly #path: string | null;
  #locate: Locate = () => undefined;
  /** Of the file that was read. */
  #state = '';

  /** `path` null: there is no file. */
  constructor(files: Pick<Files, 'readBytes' | 'stat'>, path: string | null) {
    this.#files = files;
    this.#path = path;
  }

  locate(ip: string): EntryLocation | undefined {
    return this.#locate(ip);
  }

  /**
   * Takes the file as it is now. Rejects when it cannot be read; what was known stays known. One that has not changed is
   * not read: it is megabytes, which would be twice in memory every minute.
   */
  async refresh(): Promise<void> {
    if (this.#path === null) return;
    const { state } = await this.#files.stat(this.#path);
    if (state === this.#state) return;
    this.#locate = readLocations(await this.#files.readBytes(this.#path));
    this.#state = state;
  }

  get worker(): Worker {
    return {
      name: 'audit-locations',
      recordedAs: { nothing: 'it reads a file' },
      pause,
      round: async ({ report }) => {
        await this.refresh().catch(report);
        return 'done';
      },
    };
  }
}
