import type { Json, JsonObject } from '../../../engine/json.ts';
import type { SdkField, SdkType, TypeReference } from '../api-description.ts';

/**
 * For whom a value is made: for a caller, who has an instant of the language's own; for whoever compares what the server
 * got; or for the server to answer. Cases write the first two in forms of their own.
 */
export type Use = 'given' | 'expected' | 'answered';

const instants: { readonly [use in Use]: Json } = {
  given: { $instant: '2026-01-02T03:04:05.678Z' },
  expected: { $matches: String.raw`^2026-01-02T03:04:05\.6780*Z$` },
  answered: '2026-01-02T03:04:05.678Z',
};

/** A value as it stands in a case; undefined where there is none without an end, since the type holds itself. */
type Made = Json | undefined;

/** Makes values that have all the fields there are. The same type gives the same value. */
export class Sampler {
  readonly #types: ReadonlyMap<string, SdkType>;
  readonly #use: Use;

  constructor(types: readonly SdkType[], use: Use) {
    this.#types = new Map(types.map((type) => [type.name, type]));
    this.#use = use;
  }

  /** `name`: of the field or parameter, of which texts are made. */
  value(type: TypeReference, name: string): Made {
    return this.#value(type, name, []);
  }

  /** All of these fields; undefined where one that is required has no value. */
  fields(fields: readonly SdkField[]): JsonObject | undefined {
    return this.#fields(fields, []);
  }

  #value(type: TypeReference, name: string, within: readonly string[]): Made {
    switch (type.kind) {
      case 'named':
        if (within.includes(type.name)) return undefined;
        return this.#fields(this.#types.get(type.name)?.fields ?? [], [...within, type.name]);
      case 'object':
        return this.#fields(type.fields, within);
      case 'text':
        return `${name} 1`;
      case 'instant':
        return instants[this.#use];
      case 'choice':
        return type.values[0] ?? `${name} 1`;
      case 'literal':
        return type.value;
      case 'integer':
        return 7;
      case 'number':
        return 1.5;
      case 'boolean':
        return true;
      case 'null':
        return null;
      case 'json':
        return { note: ['anything', 2, false, null] };
      case 'list':
        return [this.#value(type.items, name, within)].filter((item) => item !== undefined);
      case 'map':
        return withoutUndefined([['a key', this.#value(type.values, name, within)]]);
      case 'nullable':
        return this.#value(type.of, name, within) ?? null;
      case 'union':
        return type.members.map((member) => this.#value(member, name, within)).find((value) => value !== undefined);
    }
  }

  #fields(fields: readonly SdkField[], within: readonly string[]): JsonObject | undefined {
    const made = fields.map((field) => ({ ...field, value: this.#value(field.type, field.name, within) }));
    if (made.some(({ isRequired, value }) => isRequired && value === undefined)) return undefined;
    return withoutUndefined(made.map(({ name, value }) => [name, value]));
  }
}

function withoutUndefined(members: readonly (readonly [name: string, value: Made])[]): JsonObject {
  return Object.fromEntries(members.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
