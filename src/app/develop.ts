import { resolve } from 'node:path';
import type { Changeset } from '../engine/changeset/changeset.ts';
import type { Diagnostic } from '../engine/diagnostic/diagnostic.ts';
import { isEmpty } from '../engine/changeset/assemble-changeset.ts';
import { PlatformError } from '../engine/platform-error/index.ts';
import type { Host } from '../host/contract.ts';
import { describeAuthor } from './describe-author.ts';
import { loadProject } from './load-project.ts';
import { openControlPlane } from './open-control-plane.ts';
import { serve } from './serve.ts';

/** What happened, for the terminal. */
export type DevelopEvent =
  | { readonly type: 'serving'; readonly url: string; readonly environment: string }
  | { readonly type: 'invalid'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly type: 'applied'; readonly revision: number; readonly changeset: Changeset }
  | { readonly type: 'unchanged' }
  | { readonly type: 'refused'; readonly error: PlatformError };

export interface DevelopOptions {
  readonly host: Host;
  readonly directory: string;
  /** Absent: the first environment of dream.yaml. */
  readonly environment?: string;
  readonly port: number;
  readonly onEvent: (event: DevelopEvent) => void;
}

export interface Developing {
  close(): Promise<void>;
}

/** Editors write a file in several steps; wait for the last one. */
const settle = 120;

/**
 * Serves the embedded control plane and applies the files to one environment each time they change.
 * Rejects when the project cannot be loaded at the start: there would be no environment to serve.
 */
export async function develop(options: DevelopOptions): Promise<Developing> {
  const { host, directory, onEvent } = options;
  const serving = await serve({
    host,
    directory: resolve(directory),
    hostname: '127.0.0.1',
    port: options.port,
    logLevel: 'warn',
  });
  const turns = new Turns(() => applyFiles(options));
  const watching = host.watcher.watch(directory, (path) => {
    if (isConfiguration(path)) turns.ask(settle);
  });
  onEvent({ type: 'serving', url: serving.url, environment: options.environment ?? '' });
  turns.ask(0);
  return {
    close: async () => {
      watching.close();
      await turns.stop();
      await serving.close();
    },
  };
}

function isConfiguration(path: string): boolean {
  const hidden = path.split('/').some((part) => part.startsWith('.') || part === 'node_modules');
  return !hidden && /\.ya?ml$/u.test(path);
}

async function applyFiles({ host, directory, environment, onEvent }: DevelopOptions): Promise<void> {
  const { configuration, diagnostics } = await loadProject(directory, host);
  if (configuration === null) return onEvent({ type: 'invalid', diagnostics });
  const name = environment ?? [...configuration.environments.keys()][0] ?? '';
  try {
    const desired = configuration.desiredState(name);
    const controlPlane = await openControlPlane({
      host,
      directory,
      project: configuration.project,
      environment: name,
      mode: desired.settings.mode,
    });
    try {
      const author = await describeAuthor(directory, host);
      const { revision, changeset } = await controlPlane.apply({
        source: { desired },
        adopt: false,
        dryRun: false,
        ...author,
      });
      onEvent(isEmpty(changeset) ? { type: 'unchanged' } : { type: 'applied', revision, changeset });
    } finally {
      await controlPlane.close();
    }
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    onEvent({ type: 'refused', error });
  }
}

/** One piece of work at a time; being asked during it means once more afterwards. */
class Turns {
  readonly #work: () => Promise<void>;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(work: () => Promise<void>) {
    this.#work = work;
  }

  ask(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#running = this.#running.then(() => (this.#stopped ? undefined : this.#work()));
    }, delay);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }
}
