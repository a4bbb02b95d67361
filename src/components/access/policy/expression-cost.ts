import type { ASTNode } from '@marcbachmann/cel-js';
import { isJsonObject, type Json } from '../../../engine/json.ts';
import { isLoop } from './expression-bounds.ts';
import { charactersOfAStep, either, joined, listOf, memberOf, single, type Size, sizeOf } from './expression-size.ts';

/** What an expression is asked about, by the names that it has for it. */
export type Given = Readonly<Record<string, Json>>;

interface Estimate {
  /** Steps, of some hundredths of a microsecond. */
  readonly cost: number;
  readonly size: Size;
}

/** What a zone takes for a moment, whose parts are read out of a text. */
const zoneCost = 5_000;
/** A length of time is no longer than this, and reading what is no such thing may take for ever. */
const longestDuration = 64;

const seeking: ReadonlySet<string> = new Set(['contains', 'indexOf', 'lastIndexOf']);
const counting: ReadonlySet<string> = new Set(['int', 'uint', 'double']);
const keeping: ReadonlySet<string> = new Set(['substring', 'trim', 'lowerAscii', 'upperAscii', 'string', 'dyn']);

/**
 * How many steps an expression takes at most, about what it is asked about. Each of its parts is looked at once, with the
 * largest value that it can come to be.
 */
export function costOf(ast: ASTNode, given: Given): number {
  return new Costs(given).of(ast, new Map()).cost;
}

/** Of variables that loops bring. */
type Variables = ReadonlyMap<string, Size>;

class Costs {
  readonly #given: Given;
  readonly #sizes = new Map<string, Size>();

  constructor(given: Given) {
    this.#given = given;
  }

  of(node: ASTNode, variables: Variables): Estimate {
    switch (node.op) {
      case 'value':
        return { cost: 1, size: typeof node.args === 'string' ? sizeOf(node.args) : single };
      case 'id':
      case '.':
      case '.?':
        return this.#named(node, variables);
      case '!_':
      case '-_':
        return step(this.of(node.args, variables), single);
      case 'list':
        return this.#list(node.args, variables);
      case 'map':
        return this.#list(node.args.flat(), variables);
      case 'call':
        return this.#called(node.args[0], this.#all(node.args[1], variables));
      case 'rcall':
        return isLoop(node.args[0])
          ? this.#loop(node.args[0], node.args[1], node.args[2], variables)
          : this.#called(node.args[0], this.#all([node.args[1], ...node.args[2]], variables));
      default:
        return operated(node.op, this.#all(node.args, variables));
    }
  }

  #all(nodes: readonly ASTNode[], variables: Variables): readonly Estimate[] {
    return nodes.map((node) => this.of(node, variables));
  }

  #named(node: ASTNode, variables: Variables): Estimate {
    const path = pathOf(node);
    const [root = ''] = path ?? [];
    if (path !== undefined && !variables.has(root)) return { cost: path.length, size: this.#sizeAt(path) };
    if (node.op === 'id') return { cost: 1, size: variables.get(node.args) ?? single };
    if (node.op !== '.' && node.op !== '.?') return { cost: 1, size: single };
    const whole = this.of(node.args[0], variables);
    return step(whole, memberOf(whole.size));
  }

  /** What is not there weighs nothing: asking for it ends the expression. */
  #sizeAt(path: readonly string[]): Size {
    const name = JSON.stringify(path);
    const known = this.#sizes.get(name);
    if (known !== undefined) return known;
    const size = sizeOf(path.reduce<Json | undefined>(memberAt, this.#given));
    this.#sizes.set(name, size);
    return size;
  }

  #list(nodes: readonly ASTNode[], variables: Variables): Estimate {
    const members = this.#all(nodes, variables);
    return { cost: members.length + costs(members), size: listOf(members.map(({ size }) => size)) };
  }

  #loop(name: string, over: ASTNode, parts: readonly ASTNode[], variables: Variables): Estimate {
    const [variable, ...bodies] = parts;
    const list = this.of(over, variables);
    const { length } = list.size;
    const within = variable?.op === 'id' ? new Map([...variables, [variable.args, memberOf(list.size)]]) : variables;
    const turn = this.#all(bodies, within);
    const made = turn.at(-1)?.size ?? single;
    const mapped = { ...memberOf(listOf([made])), length, weight: 1 + length * made.weight, member: made.weight };
    const size = name === 'map' ? { ...mapped, longest: Math.max(length, made.longest) } : list.size;
    return {
      cost: list.cost + (length + 1) * (1 + costs(turn)),
      size: name === 'map' || name === 'filter' ? size : single,
    };
  }

  #called(name: string, given: readonly Estimate[]): Estimate {
    const [of = { cost: 0, size: single }, by] = given;
    const weight = given.reduce((sum, { size }) => sum + size.weight, 0);
    const cost = 1 + costs(given) + weight;
    if (keeping.has(name)) return { cost, size: of.size };
    return { cost: cost + costOfCall(name, of.size, by?.size), size: single };
  }
}

/** What a function takes beyond reading what it is given. */
function costOfCall(name: string, { characters }: Size, by: Size | undefined): number {
  if (seeking.has(name)) return (characters * (by?.characters ?? 0)) / charactersOfAStep;
  if (counting.has(name)) return characters ** 2 / charactersOfAStep;
  if (name === 'duration') return characters > longestDuration ? Number.POSITIVE_INFINITY : 0;
  return name.startsWith('get') && by !== undefined ? zoneCost : 0;
}

function operated(op: string, given: readonly Estimate[]): Estimate {
  const [one = { cost: 0, size: single }, other = one] = given;
  const cost = 1 + costs(given);
  switch (op) {
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return { cost: cost + Math.min(one.size.weight, other.size.weight), size: single };
    case 'in': {
      const { length, member, weight } = other.size;
      return { cost: cost + length + Math.min(weight, length * Math.min(one.size.weight, member)), size: single };
    }
    case '+':
      return { cost: cost + one.size.weight + other.size.weight, size: joined(one.size, other.size) };
    case '?:':
      return { cost, size: either(other.size, given[2]?.size ?? single) };
    case '[]':
    case '[?]':
      return { cost, size: memberOf(one.size) };
    default:
      return { cost, size: single };
  }
}

function memberAt(value: Json | undefined, name: string): Json | undefined {
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function pathOf(node: ASTNode): readonly string[] | undefined {
  if (node.op === 'id') return [node.args];
  if (node.op !== '.' && node.op !== '.?') return undefined;
  const of = pathOf(node.args[0]);
  return of === undefined ? undefined : [...of, node.args[1]];
}

function costs(estimates: readonly Estimate[]): number {
  return estimates.reduce((sum, { cost }) => sum + cost, 0);
}

function step({ cost }: Estimate, size: Size): Estimate {
  return { cost: cost + 1, size };
}
