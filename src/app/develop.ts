import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Changeset } from '../engine/changeset/changeset.ts';
import type { Diagnostic } from '../engine/diagnostic/diagnostic.ts';
import { isEmpty } from '../engine/changeset/assemble-changeset.ts';
import type { Host } from '../host/contract.ts';
import { unknownError } from './command-errors.ts';
import { describeAuthor } from './describe-author.ts';
import { asFileError } from './file-error.ts';
import { loadProject } from './load-project.ts';
import { openControlPlane } from './open-control-plane.ts';
import { serve } from './serve.ts';

/** What happened, for the terminal. */
export type DevelopEvent =
  | { readonly type: 'serving'; readonly url: string; readonly environment: string }
  | { readonly type: 'invalid'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly type: 'applied'; readonly revision: number; readonly changeset: Changeset }
  | { readonly type: 'unchanged' }
  /** Nothing was applied; a `PlatformError` says why, any other error is a mistake in Dream. */
  | { readonly type: 'failed'; readonly error: Error };

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

/** Milliseconds. Editors write a file in several steps; wait for the last one. */
const settle = 120;
/** Milliseconds within which the notice of a write that was under way during a read arrives. */
const noticeAfter = 60;
/**
 * Milliseconds for which a file without any text is taken for one whose new text is still to come: programs empty a file
 * before they write it, and a busy machine may hold them up in between.
 */
const emptyFor = 3_000;

/**
 * Serves the embedded control plane and applies the files to one environment each time they change.
 * Files with mistakes are an event, at the start too: the next change may mend them. Rejects when nothing can be served.
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
  const turns = new Turns((isSettled) => applyFiles(options, isSettled));
  const watching = host.watcher.watch(directory, (path) => {
    if (isConfiguration(path)) turns.ask(settle);
  });
  onEvent({ type: 'serving', url: serving.url, environment: options.environment ?? '' });
  void watching.ready.then(() => turns.ask(0));
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

/** Never rejects: whatever goes wrong, the next change of the files is another chance. */
async function applyFiles(options: DevelopOptions, isSettled: IsSettled): Promise<void> {
  try {
    const event = await tryToApply(options, isSettled);
    if (event !== null) options.onEvent(event);
  } catch (error) {
    options.onEvent({ type: 'failed', error: error instanceof Error ? asFileError(error) : new Error(String(error)) });
  }
}

/** Null when a file was being written while it was read: half of it must not delete what the other half holds. */
async function tryToApply(
  { host, directory, environment }: DevelopOptions,
  isSettled: IsSettled,
): Promise<DevelopEvent | null> {
  const reading = noticingEmpty(host);
  const { configuration, diagnostics } = await loadProject(directory, reading.host);
  if (!(await isSettled(reading.sawEmpty() ? emptyFor : noticeAfter))) return null;
  if (configuration === null) return { type: 'invalid', diagnostics };
  const names = [...configuration.environments.keys()];
  const name = environment ?? names[0] ?? '';
  if (!configuration.environments.has(name))
    throw unknownError(`There is no environment ${name} in dream.yaml.`, name, names);
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
    return isEmpty(changeset) ? { type: 'unchanged' } : { type: 'applied', revision, changeset };
  } finally {
    await controlPlane.close();
  }
}

/** Whether nothing changes for so many milliseconds more, nor has since the work began. */
type IsSettled = (milliseconds: number) => Promise<boolean>;

/** The same host, and whether a file that was read by it had nothing in it. */
function noticingEmpty(host: Host): { readonly host: Host; readonly sawEmpty: () => boolean } {
  let empty = false;
  const note = <Read extends { readonly length: number } | null>(read: Read): Read => {
    if (read?.length === 0) empty = true;
    return read;
  };
  const files: Host['files'] = {
    ...host.files,
    readText: async (path) => note(await host.files.readText(path)),
    readBytes: async (path) => note(await host.files.readBytes(path)),
  };
  return { host: { ...host, files }, sawEmpty: () => empty };
}

/** One piece of work at a time; being asked during it means once more afterwards. */
class Turns {
  readonly #work: (isSettled: IsSettled) => Promise<void>;
  #timer: NodeJS.Timeout | undefined;
  #asked = 0;
  #running: Promise<void> = Promise.resolve();
  #stopped = false;

  /** `isSettled` tells the work whether it has been asked for again since it began. */
  constructor(work: (isSettled: IsSettled) => Promise<void>) {
    this.#work = work;
  }

  ask(delay: number): void {
    if (this.#stopped) return;
    this.#asked += 1;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#running = this.#running.then(() => this.#turn());
    }, delay);
  }

  async #turn(): Promise<void> {
    if (this.#stopped) return;
    const asked = this.#asked;
    const isSame = (): boolean => asked === this.#asked && !this.#stopped;
    await this.#work(async (milliseconds) => {
      for (let left = milliseconds; left > 0 && isSame(); left -= noticeAfter) await pause(noticeAfter);
      return isSame();
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }
}
