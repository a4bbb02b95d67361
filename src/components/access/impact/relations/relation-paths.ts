import { allowsAction, type CompiledType, compileType } from '../../policy/compiled-type.ts';
import { subjectTypes } from '../../subject-types.ts';
import type { AccessState, AccessStates } from '../access-states.ts';

/** A way to stand in a relation to a resource, as relationships are stored: at once, or through what it is related to. */
export interface RelationPath {
  /** Key of the resource type, after renames. */
  readonly type: string;
  /** As in the grant: `owner`, `parent.editor`. */
  readonly name: string;
  /** The tuples that make the way, from the resource on: one, or two. */
  readonly steps: readonly RelationStep[];
  /** The single permissions that whoever stands there has, of those that can be asked for. */
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
}

export interface RelationStep {
  /** Key of the resource type, after renames. */
  readonly type: string;
  /** Names under which tuples of it are stored and count. */
  readonly stored: readonly string[];
  readonly relation: string;
  /** Names under which the other end is stored: `user`, `service-account`, `tenant`, or those of a resource type. */
  readonly ends: readonly string[];
}

/** All ways to the resource types of which some allow otherwise than before; of the others nobody needs to know. */
export function relationPaths({ after, before, renamedTypes }: AccessStates): readonly RelationPath[] {
  const former = new Map([...renamedTypes].map(([from, to]) => [to, from]));
  const names: StoredNames = {
    // Under its new name a tuple means nothing before the rename, though there may be some of a type that is gone.
    before: (key) => [former.get(key) ?? key],
    after: (key) => [...new Set([former.get(key) ?? key, key])].sort(),
  };
  const paths = new Map<string, RelationPath>();
  for (const { allowed, ...path } of waysTo(before, names.before, (end) => renamedTypes.get(end) ?? end))
    paths.set(JSON.stringify(path), { ...path, before: allowed, after: none });
  for (const { allowed, ...path } of waysTo(after, names.after, (end) => end)) {
    const known = paths.get(JSON.stringify(path));
    paths.set(JSON.stringify(path), { ...path, before: known?.before ?? none, after: allowed });
  }
  const all = [...paths.values()];
  const concerned = new Set(all.filter(allowsOtherwise).map(({ type }) => type));
  return all.filter(({ type }) => concerned.has(type));
}

export function allowsOtherwise({ after, before }: Pick<RelationPath, 'before' | 'after'>): boolean {
  return differing(before, after).length > 0;
}

/** What is in one of them only. */
export function differing(left: ReadonlySet<string>, right: ReadonlySet<string>): readonly string[] {
  return [...[...left].filter((one) => !right.has(one)), ...[...right].filter((one) => !left.has(one))];
}

type NamesOf = (key: string) => readonly string[];
type StoredNames = { readonly before: NamesOf; readonly after: NamesOf };
type Way = Pick<RelationPath, 'name' | 'steps' | 'type'> & { readonly allowed: ReadonlySet<string> };

const none: ReadonlySet<string> = new Set();

/** @param keyOf the key, after renames, of a resource type that a relation admits. */
function waysTo({ declared, types }: AccessState, namesOf: NamesOf, keyOf: (end: string) => string): readonly Way[] {
  const permissions = Map.groupBy(declared.permissions, (permission) => permission.split(':')[0]);
  const compiled = new Map([...types].map(([key, body]) => [key, compileType(key, body)]));
  return [...compiled.values()].flatMap((type) =>
    type.grants.flatMap((grant): readonly Way[] => {
      const allowed = new Set(
        permissions.get(type.key)?.filter((permission) => allowsAction(grant, permission.split(':')[1] ?? '')),
      );
      const { further, name, relation } = grant;
      const step = { type: type.key, stored: namesOf(type.key), relation };
      const path = { type: type.key, name, allowed };
      const ends = [...(type.relations.get(relation) ?? [])];
      if (further === null) return subjectsAmong(ends).map((end) => ({ ...path, steps: [{ ...step, ends: [end] }] }));
      return ends.map(keyOf).flatMap((via) => {
        const between = compiled.get(via);
        if (between === undefined) return [];
        const stored = namesOf(via);
        return subjectsAmong(admittedBy(between, further)).map((end) => ({
          ...path,
          steps: [
            { ...step, ends: stored },
            { type: via, stored, relation: further, ends: [end] },
          ],
        }));
      });
    }),
  );
}

function admittedBy({ relations }: CompiledType, relation: string): readonly string[] {
  return [...(relations.get(relation) ?? [])];
}

function subjectsAmong(ends: readonly string[]): readonly string[] {
  return ends.filter((end) => subjectTypes.has(end));
}
