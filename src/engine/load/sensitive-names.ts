import type { ModelSchema } from '../model/model.ts';
import type { KindRegistry } from '../model/registry.ts';
import { nearest } from '../validate/did-you-mean.ts';

/** Tells by the name of a key whether a secret may stand there in clear. */
export interface SensitiveNames {
  has(name: string): boolean;
}

interface KindNames {
  /** Fields the model marks. */
  readonly fields: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
  readonly credentials: RegExp | undefined;
}

/**
 * The names that are sensitive, by kind. Fields that any model marks are sensitive everywhere, since the
 * wrong kind may be what is wrong with a document. Misspelt ones and the credentials that a kind's owner
 * knows by name count in documents of that kind, and in those whose kind cannot be told.
 */
export class SensitiveNamesByKind {
  readonly #byKind = new Map<string, KindNames>();
  readonly #fields = new Set<string>();
  readonly #kinds: KindRegistry['kinds'];

  constructor({ kinds }: KindRegistry) {
    this.#kinds = kinds;
    for (const [kind, { model, policy }] of kinds) {
      const fields = new Set<string>();
      const others = new Set<string>();
      gather(model.schema, fields, others);
      if (fields.size === 0 && policy.credentials === undefined) continue;
      this.#byKind.set(kind, { fields, others, credentials: policy.credentials });
      for (const field of fields) this.#fields.add(field);
    }
  }

  get isEmpty(): boolean {
    return this.#byKind.size === 0;
  }

  /** For a document of this kind; of none, or of one that nobody knows, for any. */
  forKind(kind: string | undefined): SensitiveNames {
    const own = kind === undefined ? undefined : this.#byKind.get(kind);
    const isKnown = kind !== undefined && this.#kinds.has(kind);
    const chosen = own !== undefined ? [own] : isKnown ? [] : [...this.#byKind.values()];
    return { has: (name) => this.#fields.has(name) || chosen.some((names) => mayBe(name, names)) };
  }
}

function mayBe(name: string, { fields, others, credentials }: KindNames): boolean {
  if (credentials?.test(name) === true) return true;
  return !others.has(name) && nearest(name, fields) !== undefined;
}

function gather(schema: ModelSchema, fields: Set<string>, others: Set<string>): void {
  const { properties = {}, $defs = {}, patternProperties = {}, additionalProperties, items, anyOf = [] } = schema;
  for (const [name, property] of Object.entries(properties)) {
    (property['x-sensitive'] === true ? fields : others).add(name);
  }
  const single = [additionalProperties, items].filter((child) => typeof child === 'object');
  const named = [properties, $defs, patternProperties].flatMap((children) => Object.values(children));
  for (const child of [...named, ...single, ...anyOf]) gather(child, fields, others);
}
