import { group, hardLine, indent, type Layout, line, separated, softLine } from '../../typescript/layout/layout.ts';

/** A class or an interface, as `prettier-plugin-java` lays it out. */
export interface ClassLayout {
  /** `public final class Tenant` */
  readonly head: string;
  /** `extends Model`, `implements A, B` */
  readonly clauses?: readonly Layout[];
  /** Without empty lines between them. */
  readonly fields?: readonly Layout[];
  readonly members: readonly Layout[];
}

export function classLayout({ head, clauses = [], fields = [], members }: ClassLayout): Layout {
  const all = [...(fields.length === 0 ? [] : [separated(fields, hardLine)]), ...members];
  const isInterface = /\binterface\b/u.test(head);
  const top = group(head, indent(clauses.map((clause) => [line, clause])), clauses.length > 0 ? line : ' ', '{');
  if (all.length === 0) return [top, '}'];
  return [
    top,
    ...(isInterface ? [] : [hardLine]),
    indent(hardLine, separated(all, [hardLine, hardLine])),
    hardLine,
    '}',
  ];
}

/** `permits A, B`, or each class on a line of its own. */
export function permitted(classes: readonly string[]): Layout {
  return group('permits', indent(line, separated(classes, [',', line])));
}

/** `f(a, b)`, or each argument on a line of its own. */
export function listed(open: string, parts: readonly Layout[], close: string): Layout {
  if (parts.length === 0) return `${open}${close}`;
  return group(open, indent(softLine, separated(parts, [',', line])), softLine, close);
}

/** `Map<String, X>`, or each argument on a line of its own. */
export function generic(name: string, ...parts: readonly Layout[]): Layout {
  return listed(`${name}<`, parts, '>');
}

/** A method or constructor with its parameters; `body`: its lines. */
export function method(head: readonly Layout[], parameters: readonly Layout[], body: readonly Layout[]): Layout {
  return [...head, listed('(', parameters, ')'), ' {', indent(hardLine, separated(body, hardLine)), hardLine, '}'];
}
