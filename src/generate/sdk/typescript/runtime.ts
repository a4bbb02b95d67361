import type { SdkFile } from '../api-description.ts';

const indexPath = 'src/index.ts';

/** What the hand-written part of the SDK offers to the generated one: which file exports what. */
export class Runtime {
  /** What users can import by its name. */
  readonly publicNames: ReadonlySet<string>;
  readonly #paths: ReadonlyMap<string, string>;
  readonly #texts: ReadonlyMap<string, string>;

  constructor(templates: readonly SdkFile[]) {
    this.#paths = new Map(
      templates
        // What is taken over from elsewhere has names of its own, which generated code never asks for.
        .filter(({ path }) => /^src\/(core|additions)\/.*\.ts$/u.test(path))
        .flatMap(({ path, text }) => exportedNames(text).map((name) => [name, path] as const)),
    );
    this.#texts = new Map(templates.map(({ path, text }) => [path, text]));
    this.publicNames = new Set(passedOn(indexPath, this.#texts));
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

  /** What a class has of its own; nothing where there is no such class. */
  membersOf(className: string): ReadonlySet<string> {
    const text = this.#texts.get(this.#paths.get(className) ?? '') ?? '';
    const [, body = ''] = text.split(new RegExp(`^export (?:abstract )?class ${className}\\b.*\\{$`, 'mu'));
    return new Set(memberNames(body.split(/^\}$/mu)[0] ?? ''));
  }
}

/** What stands at the first level of a class, as a formatter leaves it. */
function memberNames(text: string): readonly string[] {
  const words = '(?:(?:abstract|async|declare|get|override|protected|public|readonly|set|static) )*';
  return [...text.matchAll(new RegExp(`^ {2}${words}\\*?(\\w+)[(<:=?; ]`, 'gmu'))].flatMap(([, name]) => name ?? []);
}

function exportedNames(text: string): readonly string[] {
  const declared = /^export (?:declare )?(?:abstract )?(?:async )?(?:class|interface|type|const|function\*?) (\w+)/gmu;
  return [...text.matchAll(declared)].flatMap(([, name]) => name ?? []);
}

/** What a file exports of others, as it is called there: `export { A } from …`, `export * from …`. */
function passedOn(path: string, texts: ReadonlyMap<string, string>): readonly string[] {
  const text = texts.get(path) ?? '';
  const listed = [...text.matchAll(/^export (?:type )?\{([^}]*)\} from/gmu)].flatMap(([, names = '']) =>
    names.split(','),
  );
  const starred = [...text.matchAll(/^export (?:type )?\* from '([^']+)'/gmu)].map(([, to = '']) => besides(path, to));
  return [
    ...exportedNames(text),
    ...listed.flatMap((name) => name.trim().split(' ').at(-1) ?? []),
    ...starred.flatMap((other) => passedOn(other, texts)),
  ].filter((name) => name !== '');
}

/** `src/a/b.ts` and `./c.ts` → `src/a/c.ts` */
function besides(path: string, relative: string): string {
  return new URL(relative, `file:///${path}`).pathname.slice(1);
}
