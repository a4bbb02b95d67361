import type { SdkField, SdkType, TypeReference } from '../../api-description.ts';
import { byNeeds, requiredOf } from '../../by-needs.ts';
import { group, type Layout } from '../layout/layout.ts';
import { textLiteral } from '../syntax/text-literal.ts';
import type { Imports } from './imports.ts';

export interface DecoderScope {
  readonly imports: Imports;
  /** The type of a name, and how its class is written here. */
  readonly typeOf: (name: string) => SdkType;
  readonly classOf: (name: string) => string;
  /** What reads a type that has no class of its own; undefined for all others. */
  readonly readerOf: (name: string) => string | undefined;
  /** Where the decoders stand, as seen from the module: `.._core`. */
  readonly core: string;
}

/** The expression of what reads a value; null where JSON needs no reading. */
export function decoder(type: TypeReference, scope: DecoderScope): Layout | null {
  const { imports, core, classOf, readerOf } = scope;
  const model = (name: string): string => imports.add(`${core}.model`, name);
  switch (type.kind) {
    case 'instant':
      return imports.add(`${core}.instant`, 'instant');
    case 'named':
      return readerOf(type.name) ?? group(`${model('nested')}(`, [classOf(type.name)], ')');
    case 'nullable':
      return decoder(type.of, scope);
    case 'list': {
      const items = decoder(type.items, scope);
      return items === null ? null : group(`${model('list_of')}(`, [items], ')');
    }
    case 'map': {
      const values = decoder(type.values, scope);
      return values === null ? null : group(`${model('map_of')}(`, [values], ')');
    }
    case 'union':
      return unionDecoder(type.members, type.discriminator, scope);
    default:
      return null;
  }
}

/** What objects, lists and texts of a union each are read by, where JSON is not enough; all else is JSON as it is. */
function unionDecoder(
  members: readonly TypeReference[],
  discriminator: string | undefined,
  scope: DecoderScope,
): Layout | null {
  const ways = [
    objectDecoder(members, discriminator, scope),
    listDecoder(members, scope),
    members.some(({ kind }) => kind === 'instant') ? decoder({ kind: 'instant' }, scope) : null,
  ].filter((way) => way !== null);
  const [only = null, ...others] = ways;
  if (others.length === 0) return only;
  return group(`${scope.imports.add(`${scope.core}.model`, 'each_of')}(`, ways, ')');
}

function objectDecoder(
  members: readonly TypeReference[],
  discriminator: string | undefined,
  scope: DecoderScope,
): Layout | null {
  const { imports, core, classOf, typeOf } = scope;
  const names = members.flatMap((member) => (member.kind === 'named' ? [member.name] : []));
  const [name, ...more] = names;
  if (name === undefined) {
    const maps = members.flatMap((member) => (member.kind === 'map' ? [member.values] : []));
    return maps.length === 0 ? null : decoder({ kind: 'map', values: oneOrUnion(maps) }, scope);
  }
  const isAlone = more.length === 0 && members.every(({ kind }) => kind !== 'object');
  if (isAlone) return decoder({ kind: 'named', name }, scope);
  if (discriminator !== undefined) {
    const arms = names.flatMap((one) =>
      tagsOf(typeOf(one).fields, discriminator).map((tag) => `${textLiteral(tag)}: ${classOf(one)}`),
    );
    const table = group('{', arms, '}');
    return group(`${imports.add(`${core}.model`, 'one_of')}(`, [textLiteral(discriminator), table], ')');
  }
  const arms = byNeeds(names.map(typeOf)).map(({ name: one, fields }) => {
    const texts = requiredOf(fields).map((field) => textLiteral(field.name));
    return group('(', [classOf(one), `(${texts.join(', ')}${texts.length === 1 ? ',' : ''})`], ')');
  });
  return group(`${imports.add(`${core}.model`, 'fitting')}(`, [group('(', arms, ')')], ')');
}

function listDecoder(members: readonly TypeReference[], scope: DecoderScope): Layout | null {
  const items = members.flatMap((member) => (member.kind === 'list' ? [member.items] : []));
  return items.length === 0 ? null : decoder({ kind: 'list', items: oneOrUnion(items) }, scope);
}

/** Of several lists nobody says which one it is: each item is what it is by itself. */
function oneOrUnion(types: readonly TypeReference[]): TypeReference {
  const [only, ...others] = types;
  return only !== undefined && others.length === 0
    ? only
    : { kind: 'union', members: types.flatMap((type) => (type.kind === 'union' ? type.members : [type])) };
}

function tagsOf(fields: readonly SdkField[], name: string): readonly string[] {
  const type = fields.find((field) => field.name === name)?.type;
  if (type?.kind === 'choice') return type.values;
  return type?.kind === 'literal' ? [String(type.value)] : [];
}
