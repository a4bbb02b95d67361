import type { Configuration } from '../../../engine/configuration.ts';
import type { JsonObject } from '../../../engine/json.ts';
import { textOf } from '../../../engine/json-fields.ts';
import type { Resource } from '../../../engine/resource.ts';
import type { Notes } from '../../../generate/types/configuration-types.ts';
import { plainText } from '../../../generate/types/plain-text.ts';

/** What the files declare, seen from the code that runs in every environment. */
export interface DeclaredResources {
  /** By key, as they are where the product runs: in the first environment of mode `live`, else in the first. */
  readonly of: (kind: string) => readonly Resource[];
  /** The bodies of one resource in all environments, that of `of` first. */
  readonly everywhere: (kind: string, key: string) => readonly JsonObject[];
}

export function declaredResources(configuration: Configuration): DeclaredResources {
  const names = [...configuration.environments.keys()];
  const first = names.find((name) => configuration.environments.get(name)?.mode === 'live') ?? names[0] ?? '';
  const states = [first, ...names.filter((name) => name !== first)].map((name) =>
    byKind(configuration.desiredState(name).resources),
  );
  const of = (kind: string): readonly Resource[] => [...(states[0]?.get(kind)?.values() ?? [])];
  const everywhere = (kind: string, key: string): readonly JsonObject[] =>
    states.flatMap((state) => {
      const found = state.get(kind)?.get(key);
      return found === undefined ? [] : [found.body];
    });
  return { of, everywhere };
}

/** What people are told of it: its name and its description, and that it is over where it says so. */
export function notesOf({ body }: Resource, ...more: readonly string[]): Notes {
  const said = [textOf(body['name']), textOf(body['description']), ...more];
  const text = said.flatMap((part) => sentence(plainText(part ?? ''))).join(' ');
  return body['state'] === 'archived' ? { text, deprecated: 'Archived in the configuration.' } : { text };
}

function sentence(text: string): readonly string[] {
  if (text === '') return [];
  return [/[.!?:…]$/u.test(text) ? text : `${text}.`];
}

function byKind(resources: readonly Resource[]): ReadonlyMap<string, ReadonlyMap<string, Resource>> {
  const kinds = new Map<string, Map<string, Resource>>();
  for (const resource of resources.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
    const known = kinds.get(resource.kind) ?? new Map<string, Resource>();
    kinds.set(resource.kind, known.set(resource.key, resource));
  }
  return kinds;
}
