import type { JsonObject } from '../../../engine/json.ts';
import type { FlagImport, ImportedResource, ImportFinding } from '../../flag-import-contract.ts';
import type { ImportFindingCode } from './findings.ts';
import { Inexpressible } from './inexpressible.ts';

/** One resource while it is translated: what has been said about it stands in its document too. */
export interface Subject {
  readonly name: string;
  readonly comments: string[];
}

/** Gathers what an import comes to. */
export class Draft {
  readonly #resources = new Map<string, ImportedResource>();
  readonly #findings: ImportFinding[] = [];

  /** Begins a resource: `flag checkout`, from `LaunchDarkly`. */
  subject(name: string, from: string): Subject {
    return { name, comments: [`Imported from ${from}.`] };
  }

  changed(code: ImportFindingCode, subject: Subject | undefined, message: string): void {
    this.#say('changed', code, subject, message);
  }

  note(code: ImportFindingCode, subject: Subject | undefined, message: string): void {
    this.#say('note', code, subject, message);
  }

  #say(effect: ImportFinding['effect'], code: ImportFindingCode, subject: Subject | undefined, message: string): void {
    this.#findings.push({ code, effect, ...(subject === undefined ? {} : { of: subject.name }), message });
    subject?.comments.push(message);
  }

  add(kind: ImportedResource['kind'], key: string, body: JsonObject, { comments }: Subject): void {
    this.#resources.set(`${kind}/${key}`, { kind, key, body, comments });
  }

  has(kind: ImportedResource['kind'], key: string): boolean {
    return this.#resources.has(`${kind}/${key}`);
  }

  /** What `translate` makes; nothing where it has no equal, which is said under the code. */
  attempt<T>(code: ImportFindingCode, subject: Subject, what: string, translate: () => T): T | undefined {
    try {
      return translate();
    } catch (error) {
      if (!(error instanceof Inexpressible)) throw error;
      this.changed(code, subject, `${what}: ${error.message}.`);
      return undefined;
    }
  }

  done(): FlagImport {
    const resources = [...this.#resources.values()].toSorted((left, right) =>
      `${left.kind}/${left.key}` < `${right.kind}/${right.key}` ? -1 : 1,
    );
    return { resources, findings: this.#findings };
  }
}
