import type { SdkField, TypeReference } from '../../api-description.ts';
import { documented } from '../layout/doc-comment.ts';
import { group, hardLine, indent, type Layout, line, separated, softLine, whereBroken } from '../layout/layout.ts';
import { propertyName, textLiteral } from './text-literal.ts';

/** Where a type stands. */
export interface TypeSite {
  readonly nameOf: (type: string) => string;
  /** The name of what stands for members of unions that came later. */
  readonly unknownKind: () => string;
  /** The name of a choice that has one. */
  readonly choiceName: (values: readonly string[]) => string | undefined;
  /** What is only sent takes a `Date` for an instant, and has no arm for what nobody knows yet. */
  readonly isSent: boolean;
  readonly isAnswered: boolean;
  /** Whether the field tells members of a union apart; its choices are closed then, so that it can. */
  readonly isDiscriminator?: (field: SdkField) => boolean;
}

interface Member {
  readonly layout: Layout;
  /** `{ … }` or a name: with nothing but null beside it, it is not broken off from that. */
  readonly isHuggable: boolean;
}

/** The type after a colon or an equals sign. */
export function typeLayout(reference: TypeReference, site: TypeSite, alsoUndefined = false): Layout {
  const members = distinct([
    ...membersOf(reference, site),
    ...(alsoUndefined ? [{ layout: 'undefined', isHuggable: false }] : []),
  ]);
  const [first] = members;
  if (members.some(({ layout }) => layout === 'unknown')) return 'unknown';
  if (members.length === 1 && first !== undefined) return first.layout;
  const rest = members.filter(({ layout }) => layout !== 'null');
  if (rest.length === 1 && rest[0]?.isHuggable === true) return separated(layoutsOf(members), ' | ');
  return group(indent(whereBroken([line, '| ']), alternatives(members)));
}

/** The declaration of an object's type. One without fields is no interface: those are never written on one line. */
export function objectDeclaration(
  name: string,
  fields: readonly SdkField[],
  others: TypeReference | undefined,
  site: TypeSite,
): Layout {
  const body = objectLayout(fields, others, site, 0);
  return fields.length === 0 ? [`export type ${name} = `, body, ';'] : [`export interface ${name} `, body];
}

/** An object's type: its fields, and what else it may hold. */
function objectLayout(
  fields: readonly SdkField[],
  others: TypeReference | undefined,
  site: TypeSite,
  depth: number,
): Layout {
  const parts: Layout[] = fields.map((field) => fieldLayout(field, site, depth + 1));
  // An index signature must admit every field with a name of its own too.
  if (others !== undefined) {
    const type = fields.length > 0 ? 'unknown' : typeLayout(others, site);
    parts.push(['readonly [name: string]: ', type]);
  }
  if (parts.length === 0) return '{ readonly [name: string]: unknown }';
  const end = fields.length > 0 ? hardLine : line;
  return group('{', indent(end, separated(parts, [';', end])), whereBroken(';'), end, '}');
}

function fieldLayout(field: SdkField, site: TypeSite, depth: number): Layout {
  const { name, type, isRequired } = field;
  const isClosed = type.kind === 'choice' && site.isDiscriminator?.(field) === true;
  const value = isClosed
    ? group(indent(whereBroken([line, '| ']), alternatives(type.values.map(literalMember))))
    : typeLayout(type, site, !isRequired && site.isSent);
  const declaration = `readonly ${propertyName(name)}${isRequired ? '' : '?'}: `;
  return documented(fieldNotes(field, site), depth, [declaration, value]);
}

function fieldNotes({ description, type, default: fallback }: SdkField, { isSent }: TypeSite): readonly string[] {
  const inner = type.kind === 'nullable' ? type.of : type;
  const notes = [
    ...(inner.kind === 'instant' && !isSent ? ['RFC 3339, in UTC.'] : []),
    ...(fallback === undefined ? [] : [`Default: \`${String(fallback)}\`.`]),
  ].join(' ');
  if (notes === '') return description === undefined ? [] : [description];
  if (description === undefined) return [notes];
  return description.includes('\n') ? [description, notes] : [`${description} ${notes}`];
}

function membersOf(reference: TypeReference, site: TypeSite): readonly Member[] {
  switch (reference.kind) {
    case 'named':
      return [{ layout: site.nameOf(reference.name), isHuggable: true }];
    case 'text':
      return [plain('string')];
    case 'instant':
      return site.isAnswered ? [plain('string')] : [{ layout: 'Date', isHuggable: true }, plain('string')];
    case 'choice':
      return choiceMembers(reference.values, site.choiceName(reference.values));
    case 'literal':
      return [literalMember(reference.value)];
    case 'integer':
    case 'number':
      return [plain('number')];
    case 'boolean':
      return [plain('boolean')];
    case 'null':
      return [plain('null')];
    case 'json':
      return [plain('unknown')];
    case 'list':
      return [{ layout: listLayout(reference.items, site), isHuggable: false }];
    case 'map':
      return [{ layout: objectLayout([], reference.values, site, 0), isHuggable: true }];
    case 'nullable':
      return [...membersOf(reference.of, site), plain('null')];
    case 'union':
      return [...reference.members.flatMap((member) => membersOf(member, site)), ...unknownArm(reference, site)];
    case 'object':
      return [{ layout: objectLayout(reference.fields, reference.others, site, 0), isHuggable: true }];
  }
}

/** The values that are known, and any text: others may come. */
function choiceMembers(values: readonly string[], name: string | undefined): readonly Member[] {
  return name === undefined ? [...values.map(literalMember), plain('(string & {})')] : [plain(name)];
}

/** One that has a name, where that is declared. */
export function choiceDeclaration(name: string, values: readonly string[]): Layout {
  const members = choiceMembers(values, undefined);
  return [`export type ${name} =`, indent(hardLine, '| ', alternatives(members)), ';'];
}

/** An answer may be of a kind that came later; its other fields are kept, and found by their names. */
function unknownArm(
  { discriminator }: Extract<TypeReference, { kind: 'union' }>,
  { isAnswered, unknownKind }: TypeSite,
): readonly Member[] {
  if (discriminator === undefined || !isAnswered) return [];
  return [{ layout: `${unknownKind()}<${textLiteral(discriminator)}>`, isHuggable: true }];
}

function listLayout(items: TypeReference, site: TypeSite): Layout {
  const members = distinct(membersOf(items, site));
  if (members.some(({ layout }) => layout === 'unknown')) return 'readonly unknown[]';
  if (members.length === 1 && items.kind !== 'list') return ['readonly ', layoutsOf(members), '[]'];
  const inner = group(indent(softLine, whereBroken('| '), alternatives(members)), softLine);
  return ['readonly (', inner, ')[]'];
}

function alternatives(members: readonly Member[]): Layout {
  return separated(
    members.map(({ layout, isHuggable }) => (isHuggable ? indent(layout) : layout)),
    [line, '| '],
  );
}

function literalMember(value: string | number | boolean): Member {
  return plain(typeof value === 'string' ? textLiteral(value) : String(value));
}

function plain(layout: string): Member {
  return { layout, isHuggable: false };
}

function layoutsOf(members: readonly Member[]): readonly Layout[] {
  return members.map(({ layout }) => layout);
}

function distinct(members: readonly Member[]): readonly Member[] {
  const seen = new Map(members.map((member) => [JSON.stringify(member.layout), member]));
  return [...seen.values()];
}
