import type { SdkField, SdkType, TypeReference } from '../../api-description.ts';
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

/** Only objects and lists of them are read further; what else a union may hold is JSON as it is. */
function unionDecoder(
  members: readonly TypeReference[],
  discriminator: string | undefined,
  scope: DecoderScope,
): Layout | null {
  const { imports, core, classOf, typeOf } = scope;
  const names = members.flatMap((member) => (member.kind === 'named' ? [member.name] : []));
  const lists = members.filter(({ kind }) => kind === 'list' || kind === 'map' || kind === 'instant');
  const [list] = lists;
  if (names.length === 0) return list !== undefined && lists.length === 1 ? decoder(list, scope) : null;
  const [only] = names;
  if (only !== undefined && names.length === 1) {
    const read = decoder({ kind: 'named', name: only }, scope);
    const items = list === undefined ? null : decoder(list, scope);
    if (read === null || items === null) return read;
    return group(`${imports.add(`${core}.model`, 'each_of')}(`, [read, items], ')');
  }
  if (discriminator !== undefined) {
    const arms = names.flatMap((name) =>
      tagsOf(typeOf(name).fields, discriminator).map((tag) => `${textLiteral(tag)}: ${classOf(name)}`),
    );
    const table = group('{', arms, '}');
    return group(`${imports.add(`${core}.model`, 'one_of')}(`, [textLiteral(discriminator), table], ')');
  }
  const arms = names.map((name) => {
    const required = typeOf(name).fields.filter(({ isRequired }) => isRequired);
    const texts = required.map((field) => textLiteral(field.name));
    return group('(', [classOf(name), `(${texts.join(', ')}${texts.length === 1 ? ',' : ''})`], ')');
  });
  return group(`${imports.add(`${core}.model`, 'fitting')}(`, [group('(', arms, ')')], ')');
}

function tagsOf(fields: readonly SdkField[], name: string): readonly string[] {
  const type = fields.find((field) => field.name === name)?.type;
  if (type?.kind === 'choice') return type.values;
  return type?.kind === 'literal' ? [String(type.value)] : [];
}
