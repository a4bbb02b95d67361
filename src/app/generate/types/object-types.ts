import type { SdkField, TypeReference } from '../../../generate/sdk/api-description.ts';
import type { ObjectType } from '../../../generate/types/configuration-types.ts';

/** Where an object stands, and what its type is called by. */
export interface ObjectSite {
  readonly id: string;
  readonly wish: string;
  readonly note: string;
  readonly isSent: boolean;
}

/** The types of objects, found one within another: each gets a name of its own, as not every language writes them inline. */
export class ObjectTypes {
  readonly #found: ObjectType[] = [];

  /** In the order in which they were named. */
  get all(): readonly ObjectType[] {
    return this.#found;
  }

  /** The type with a name in place of each object in it. */
  named(type: TypeReference, site: ObjectSite): TypeReference {
    switch (type.kind) {
      case 'object':
        return this.add(type.fields, site);
      case 'list':
        return { ...type, items: this.named(type.items, { ...site, id: `${site.id}[]` }) };
      case 'map':
        return { ...type, values: this.named(type.values, { ...site, id: `${site.id}{}` }) };
      case 'nullable':
        return { ...type, of: this.named(type.of, site) };
      case 'union':
        return { ...type, members: type.members.map((member) => this.named(member, site)) };
      default:
        return type;
    }
  }

  /** The name of an object with these fields. */
  add(fields: readonly SdkField[], site: ObjectSite): TypeReference {
    const { id, isSent, note, wish } = site;
    const at = this.#found.length;
    const own = fields.map((field) => {
      const inner = {
        id: `${id}/${JSON.stringify(field.name)}`,
        wish: `${wish} ${field.name}`,
        note: field.description ?? '',
        isSent,
      };
      return { ...field, type: this.named(field.type, inner) };
    });
    // In front of what it is made of.
    this.#found.splice(at, 0, { id, wish, note, fields: own, isSent });
    return { kind: 'named', name: id };
  }
}
