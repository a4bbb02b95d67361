import type { SdkFile } from '../api-description.ts';

/** What the hand-written part of the SDK offers to the generated one: which file exports what. */
export class Runtime {
  readonly #paths: ReadonlyMap<string, string>;

  constructor(templates: readonly SdkFile[]) {
    this.#paths = new Map(
      templates
        .filter(({ path }) => /^src\/.*\.ts$/u.test(path))
        .flatMap(({ path, text }) => exportedNames(text).map((name) => [name, path] as const)),
    );
  }

  get names(): Iterable<string> {
    return this.#paths.keys();
  }

  has(name: string): boolean {
    return this.#paths.has(name);
  }

  /** The file that exports it: `src/core/call.ts`. */
  pathOf(name: string): string {
    const path = this.#paths.get(name);
    if (path === undefined) throw new Error(`no template of the TypeScript SDK exports ${name}`);
    return path;
  }
}

function exportedNames(text: string): readonly string[] {
  const declared = /^export (?:declare )?(?:abstract )?(?:async )?(?:class|interface|type|const|function\*?) (\w+)/gmu;
  return [...text.matchAll(declared)].flatMap(([, name]) => name ?? []);
}
