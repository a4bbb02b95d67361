import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, Node } from 'yaml';
import type { Position } from '../diagnostic/diagnostic.ts';
import type { Json } from '../json.ts';

/**
 * A single YAML document read with its syntax tree: for the few files where positions matter more than
 * speed (models, not a user's configuration, which the loader reads ten times faster).
 */
export interface YamlValue {
  /** Null when the text is not one well-formed document; `problems` then says why. */
  readonly value: Json;
  readonly problems: readonly YamlProblem[];
  /** The place of the value or key at a JSON pointer, or of its nearest ancestor that exists. */
  positionOf(pointer: string, part?: 'key' | 'value'): Position;
  /** The text of the value at a JSON pointer as its author wrote it, without the indentation around it. */
  sourceOf(pointer: string): string;
}

export interface YamlProblem {
  readonly message: string;
  readonly at: Position;
}

/** Reads one YAML 1.2 document. Never throws: a text that cannot be read gives problems. */
export function parseYamlValue(text: string): YamlValue {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problems: YamlProblem[] = document.errors.map((error) => ({
    message: error.message,
    at: positionAt(error.pos[0]),
  }));
  const value = problems.length === 0 ? toJson(document, problems, positionAt) : null;

  return {
    value,
    problems,
    positionOf: (pointer, part = 'value') => {
      const found = find(document, pointer);
      return positionAt((part === 'key' ? found.keyOffset : undefined) ?? found.node?.range?.[0] ?? 0);
    },
    sourceOf: (pointer) => {
      const range = find(document, pointer).node?.range;
      if (range === undefined || range === null) return '';
      const indentation = ' '.repeat(positionAt(range[0]).column - 1);
      const [first = '', ...rest] = text.slice(range[0], range[1]).trimEnd().split('\n');
      return [
        first,
        ...rest.map((line) => (line.startsWith(indentation) ? line.slice(indentation.length) : line.trimStart())),
      ].join('\n');
    },
  };
}

interface Found {
  readonly node: Node | null;
  readonly keyOffset: number | undefined;
}

function find(document: Document.Parsed, pointer: string): Found {
  let found: Found = { node: document.contents, keyOffset: undefined };
  for (const segment of segmentsOf(pointer)) {
    const child = childOf(document, found.node, segment);
    if (child === undefined) return found;
    found = child;
  }
  return found;
}

function childOf(document: Document, parent: Node | null, segment: string): Found | undefined {
  const node = isAlias(parent) ? (parent.resolve(document) ?? null) : parent;
  if (isMap<Node, Node | null>(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === segment);
    return pair && { node: pair.value ?? pair.key, keyOffset: pair.key.range?.[0] };
  }
  if (isSeq<Node>(node)) {
    const item = node.items[Number(segment)];
    return item && { node: item, keyOffset: undefined };
  }
  return undefined;
}

function segmentsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Refuses what JSON cannot carry: .inf, .nan, dates, an alias bomb. */
function toJson(document: Document, problems: YamlProblem[], positionAt: (offset: number) => Position): Json {
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    if (isJson(value)) return value;
    problems.push({ message: 'holds a value that JSON cannot carry', at: positionAt(0) });
  } catch (error) {
    problems.push({ message: error instanceof Error ? error.message : String(error), at: positionAt(0) });
  }
  return null;
}

function isJson(value: unknown): value is Json {
  switch (typeof value) {
    case 'boolean':
    case 'string':
      return true;
    case 'number':
      return Number.isFinite(value);
    case 'object':
      return value === null || (Array.isArray(value) ? value.every(isJson) : Object.values(value).every(isJson));
    default:
      return false;
  }
}
