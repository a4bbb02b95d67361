import type { Json } from '../../../engine/json.ts';
import { entriesOf, memberOf, textOf } from '../../../engine/json-fields.ts';
import type { Resource } from '../../../engine/resource.ts';
import type { FlagType } from '../../../generate/types/configuration-types.ts';
import { type DeclaredResources, notesOf } from './declared-resources.ts';
import type { ObjectTypes } from './object-types.ts';
import { typeOfValues } from './type-of-values.ts';

/** The flags with what their variations may be, those that only one environment has among them. */
export function describeFlags(declared: DeclaredResources, objectTypes: ObjectTypes): readonly FlagType[] {
  return declared.of('Flag').map((flag) => {
    const { key } = flag;
    const bodies = declared.everywhere('Flag', key);
    const values = bodies.flatMap((body) => entriesOf(body['variations']).map(([, value]) => value));
    const expires = textOf(flag.body['expires']);
    const notes = notesOf(flag, ...(expires === undefined ? [] : [`To be gone from the code by ${expires}.`]));
    const site = { id: `Flag/${key}`, wish: `${key} flag`, note: `A value of the flag \`${key}\`.`, isSent: false };
    return { key, type: objectTypes.named(typeOfValues(values), site), default: defaultOf(flag), notes };
  });
}

/**
 * What code gets before anything is known of the flag: its off variation. A flag that names none is false, or else what
 * is written first.
 */
function defaultOf({ body }: Resource): Json {
  const { variations } = body;
  const off = memberOf(variations, textOf(body['offVariation']) ?? 'off');
  if (off !== undefined) return off;
  const first = entriesOf(variations)[0]?.[1] ?? null;
  return typeof first === 'boolean' ? false : first;
}
