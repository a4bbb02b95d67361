import type { TypeReference } from '../../api-description.ts';
import { type Layout, subscript } from '../layout/layout.ts';
import { textLiteral, valueLiteral } from '../syntax/text-literal.ts';
import type { Imports } from './imports.ts';

/** How many values of a choice an annotation lists. */
const longestChoice = 30;

/** How an annotation names what it speaks of, in one module. */
export interface AnnotationScope {
  readonly imports: Imports;
  /** What a class calls its own, so that `list` no longer means the builtin. */
  readonly shadowed: ReadonlySet<string>;
  /** Types are written as what is sent, not as what is answered. */
  readonly isSent: boolean;
  /** The annotation of a type by its name. */
  readonly named: (name: string) => Layout;
}

/** The annotation of a value; `isOptional`: None stands for one that is missing. */
export function annotation(type: TypeReference, scope: AnnotationScope, isOptional = false): Layout {
  const { arms, isNullable } = withoutNull(type);
  const written = arms.flatMap((arm) => armsOf(arm, scope));
  const isAny = written.includes('Any');
  return isAny ? 'Any' : either([...written, ...(isNullable || isOptional ? ['None'] : [])]);
}

/** Whether null may stand there. */
export function isNullable(type: TypeReference): boolean {
  return type.kind === 'json' || withoutNull(type).isNullable;
}

/** One of several annotations, each once. */
export function either(arms: readonly Layout[]): Layout {
  const distinct = [...new Set(arms)];
  const [only] = distinct;
  if (only !== undefined && distinct.length === 1) return only;
  // What does not fit on a line is written as a Union, which can be broken anywhere between its arms.
  const flat = distinct.flatMap((arm, index) => (index === 0 ? [arm] : [' | ', arm]));
  return { flat, broken: subscript('Union', distinct) };
}

function withoutNull(type: TypeReference): { readonly arms: readonly TypeReference[]; readonly isNullable: boolean } {
  if (type.kind === 'nullable') return { arms: withoutNull(type.of).arms, isNullable: true };
  if (type.kind === 'null') return { arms: [], isNullable: true };
  if (type.kind !== 'union') return { arms: [type], isNullable: false };
  const members = type.members.map(withoutNull);
  const isPlain = members.every((member) => !member.isNullable);
  if (isPlain) return { arms: [type], isNullable: false };
  const arms = members.flatMap((member) => member.arms);
  return { arms: [{ ...type, members: arms }], isNullable: true };
}

function armsOf(type: TypeReference, scope: AnnotationScope): readonly Layout[] {
  const { imports, named, isSent } = scope;
  switch (type.kind) {
    case 'named':
      return [named(type.name)];
    case 'text':
      return [builtin('str', scope)];
    case 'instant':
      imports.add('datetime', 'datetime');
      return isSent ? ['datetime', builtin('str', scope)] : ['datetime'];
    case 'choice':
      // All currencies, say: a list that nobody reads, in the way of what else a signature tells.
      if (type.values.length > longestChoice) return [builtin('str', scope)];
      imports.add('typing', 'Literal');
      return [subscript('Literal', type.values.map(textLiteral)), builtin('str', scope)];
    case 'literal':
      imports.add('typing', 'Literal');
      return [subscript('Literal', [valueLiteral(type.value)])];
    case 'integer':
      return [builtin('int', scope)];
    case 'number':
      return [builtin('float', scope)];
    case 'boolean':
      return [builtin('bool', scope)];
    case 'null':
      return ['None'];
    case 'json':
      imports.add('typing', 'Any');
      return ['Any'];
    case 'list':
      return [container('Sequence', 'list', [annotation(type.items, scope)], scope)];
    case 'map':
      return [mapping(annotation(type.values, scope), scope)];
    case 'object':
      imports.add('typing', 'Any');
      return [mapping('Any', scope)];
    case 'nullable':
      return [...armsOf(type.of, scope), 'None'];
    case 'union': {
      const arms = type.members.flatMap((member) => armsOf(member, scope));
      const isOfObjects = type.members.filter(({ kind }) => kind === 'named' || kind === 'object').length > 1;
      if (isSent || !isOfObjects) return arms;
      imports.add('.._core.model', 'Unknown');
      return [...arms, 'Unknown'];
    }
  }
}

function mapping(values: Layout, scope: AnnotationScope): Layout {
  return container('Mapping', 'dict', [builtin('str', scope), values], scope);
}

function container(sent: string, answered: string, items: readonly Layout[], scope: AnnotationScope): Layout {
  if (!scope.isSent) return subscript(builtin(answered, scope), items);
  scope.imports.add('collections.abc', sent);
  return subscript(sent, items);
}

/** The builtin by its full name where the class has something else of that name. */
export function builtin(name: string, { imports, shadowed }: AnnotationScope): string {
  if (!shadowed.has(name)) return name;
  imports.addModule('builtins');
  return `builtins.${name}`;
}
