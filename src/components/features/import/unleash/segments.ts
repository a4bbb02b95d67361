import type { Json, JsonObject } from '../../../../engine/json.ts';
import { listOf, textOf } from '../../../../engine/json-fields.ts';
import { all, type Condition } from '../condition.ts';
import type { Draft } from '../draft.ts';
import { Inexpressible } from '../inexpressible.ts';
import { Keys } from '../keys.ts';
import { constraintsOf } from './constraints.ts';
import { idText } from './export.ts';

/** Segments by number; each is imported when a strategy first asks for it. */
export class Segments {
  readonly #sources: ReadonlyMap<string, JsonObject>;
  readonly #draft: Draft;
  readonly #keys = new Keys();
  readonly #made = new Map<string, Condition | null>();

  constructor(sources: ReadonlyMap<string, JsonObject>, draft: Draft) {
    this.#sources = sources;
    this.#draft = draft;
  }

  importAll(): void {
    for (const id of this.#sources.keys()) this.#made.set(id, this.#import(id));
  }

  /** Belongs to all of them; nobody belongs to one that is not there. @throws Inexpressible */
  conditionOf(ids: Json | undefined): Condition {
    return all(
      listOf(ids)
        .map(idText)
        .map((id) => {
          const made = this.#made.get(id) ?? (this.#sources.has(id) ? null : false);
          if (made === null) throw new Inexpressible(`it asks for segment ${id}, which is not imported`);
          return made;
        }),
    );
  }

  #import(id: string): Condition | null {
    const source = this.#sources.get(id) ?? {};
    const name = textOf(source['name']) ?? `segment-${id}`;
    const subject = this.#draft.subject(`segment ${name}`, `Unleash's segment ${id}, ${name}`);
    const condition = this.#draft.attempt('import/segment-left-out', subject, 'It was left out', () => {
      // The admin interface names segments only.
      if (!Array.isArray(source['constraints'])) throw new Inexpressible('its constraints are not in this export');
      return [constraintsOf(source['constraints'])];
    })?.[0];
    if (condition === undefined) return null;
    if (typeof condition === 'boolean') return condition;
    const key = this.#keys.of(id, name);
    this.#draft.add('Segment', key, { name: name.slice(0, 128), rules: [{ if: condition }] }, subject);
    return { segment: key };
  }
}
