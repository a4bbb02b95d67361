import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { inLine, scalar } from './scalar.ts';

/** The text of objects that stand `pieceDepth` deep in some value, by what they are. */
export type YamlPieces = Map<object, string>;

/** Deep enough to be shared as they are, and few. */
const pieceDepth = 3;

const deeper = '  ';

/** YAML has no longer keys on the line of their values. */
const longestKey = 1000;

/**
 * The value as YAML for files that programs write: block style, nothing folded, no anchors, and quoted what readers of YAML
 * 1.1, many of them in Python, would take for something else. Every text is plain, a literal block, or written as in JSON,
 * of which YAML is a superset: so little needs no library, and theirs take twenty times as long.
 * `pieces`: kept from one value to the next, where they have objects in common that change no more.
 */
export function writeYaml(value: Json, pieces: YamlPieces = new Map()): string {
  const lines: string[] = [];
  if (isBlock(value)) new BlockWriter(lines, pieces).write(value, '', '');
  else lines.push(scalar(value, deeper));
  return `${lines.join('\n')}\n`;
}

type Block = readonly Json[] | JsonObject;

class BlockWriter {
  readonly #lines: string[];
  readonly #pieces: YamlPieces;

  constructor(lines: string[], pieces: YamlPieces) {
    this.#lines = lines;
    this.#pieces = pieces;
  }

  /** `first`: what stands before its first line, such as the dash of a list around it; `indent`: before all others. */
  write(block: Block, first: string, indent: string): void {
    if (isJsonObject(block)) this.#writeFields(block, first, indent);
    else this.#writeItems(block, first, indent);
  }

  #writeItems(items: readonly Json[], first: string, indent: string): void {
    let start = first;
    for (const item of items) {
      this.#writeAfter(`${start}- `, item, indent + deeper);
      start = indent;
    }
  }

  #writeFields(fields: JsonObject, first: string, indent: string): void {
    const inner = indent + deeper;
    let start = first;
    for (const [key, value] of Object.entries(fields)) {
      const name = inLine(key);
      if (name.length > longestKey) {
        this.#lines.push(`${start}? ${name}`);
        this.#writeAfter(`${indent}: `, value, inner);
      } else if (isBlock(value)) {
        this.#lines.push(`${start}${name}:`);
        this.#writeBelow(value, inner);
      } else {
        this.#lines.push(`${start}${name}: ${scalar(value, inner)}`);
      }
      start = indent;
    }
  }

  #writeAfter(mark: string, value: Json, indent: string): void {
    if (isBlock(value)) this.write(value, mark, indent);
    else this.#lines.push(mark + scalar(value, indent));
  }

  #writeBelow(block: Block, indent: string): void {
    if (indent.length !== pieceDepth * deeper.length) {
      this.write(block, indent, indent);
      return;
    }
    const piece = this.#pieces.get(block) ?? this.#pieceOf(block, indent);
    this.#pieces.set(block, piece);
    this.#lines.push(piece);
  }

  #pieceOf(block: Block, indent: string): string {
    const lines: string[] = [];
    new BlockWriter(lines, this.#pieces).write(block, indent, indent);
    return lines.join('\n');
  }
}

function isBlock(value: Json): value is Block {
  if (typeof value !== 'object' || value === null) return false;
  return (Array.isArray(value) ? value : Object.keys(value)).length > 0;
}
