import type { ApiDescription, SdkType, TypeReference } from '../sdk/api-description.ts';
import { operationsBelow } from '../sdk/operations-below.ts';
import { namesIn, typesOf } from '../sdk/type-names.ts';

/** Where the types stand that more than one component shows. */
export const sharedPath = 'types.md';

export function pageOf(component: string): string {
  return `${component}.md`;
}

/** Which page says what a type is: that of the one component whose operations lead to it, or that of all. */
export class Places {
  readonly #pages: ReadonlyMap<string, string>;
  readonly #types: ReadonlyMap<string, SdkType>;

  constructor({ resources, types }: ApiDescription) {
    this.#types = new Map(types.map((type) => [type.name, type]));
    const components = new Map<string, Set<string>>();
    const reach = (reference: TypeReference, component: string): void => {
      for (const name of namesIn(reference)) {
        const found = components.get(name) ?? new Set();
        if (found.has(component)) continue;
        components.set(name, found.add(component));
        const { fields = [], others } = this.#types.get(name) ?? {};
        for (const { type } of fields) reach(type, component);
        if (others !== undefined) reach(others, component);
      }
    };
    for (const { body, component, queryParameters, result } of resources.flatMap(operationsBelow)) {
      for (const { type } of queryParameters) reach(type, component);
      if (body !== undefined) reach(body, component);
      for (const type of typesOf(result)) reach(type, component);
    }
    this.#pages = new Map(
      [...components].map(([name, [only = '', ...others]]) => [name, others.length === 0 ? pageOf(only) : sharedPath]),
    );
  }

  /** By name. */
  typesOn(page: string): readonly SdkType[] {
    return [...this.#types.values()].filter(({ name }) => this.#pages.get(name) === page);
  }

  pageOfType(name: string): string {
    return this.#pages.get(name) ?? sharedPath;
  }
}
