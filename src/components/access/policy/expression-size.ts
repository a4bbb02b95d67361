import type { Json } from '../../../engine/json.ts';

/** How large a value is, or can be at most, as far as it decides how long an expression takes. */
export interface Size {
  /** Turns of a loop over it. */
  readonly length: number;
  /** Everything in it at any depth, texts by their length. */
  readonly weight: number;
  /** Of the longest text in it. */
  readonly characters: number;
  /** Weight of the heaviest of its members. */
  readonly member: number;
  /** Members of the longest list in it, itself included. */
  readonly longest: number;
}

/** Characters that are read or compared in the time of one step. */
export const charactersOfAStep = 16;

/** A number, a moment, true or false. */
export const single: Size = { length: 0, weight: 1, characters: 0, member: 1, longest: 0 };

export function sizeOf(value: Json | undefined): Size {
  if (typeof value !== 'object' || value === null) return weigh(value);
  const members: readonly Json[] = Array.isArray(value) ? value : Object.values(value);
  return members.map(weigh).reduce(together, { ...single, length: members.length, longest: members.length });
}

/** Of a member of something so large, whichever it is. */
export function memberOf({ characters, longest, member }: Size): Size {
  return { length: longest, weight: member, characters, member, longest };
}

/** Of a list, or an object, with these in it. */
export function listOf(members: readonly Size[]): Size {
  return members.reduce(together, { ...single, length: members.length, longest: members.length });
}

function together(whole: Size, one: Size): Size {
  return {
    length: whole.length,
    weight: whole.weight + one.weight,
    characters: Math.max(whole.characters, one.characters),
    member: Math.max(whole.member, one.weight),
    longest: Math.max(whole.longest, one.longest),
  };
}

/** Of one behind the other, two texts or two lists. */
export function joined(one: Size, other: Size): Size {
  const length = one.length + other.length;
  return {
    length,
    weight: one.weight + other.weight,
    characters: one.characters + other.characters,
    member: Math.max(one.member, other.member),
    longest: Math.max(one.longest, other.longest, length),
  };
}

/** Of whichever it is. */
export function either(one: Size, other: Size): Size {
  return {
    length: Math.max(one.length, other.length),
    weight: Math.max(one.weight, other.weight),
    characters: Math.max(one.characters, other.characters),
    member: Math.max(one.member, other.member),
    longest: Math.max(one.longest, other.longest),
  };
}

/** Without calling itself: how deep a value is, whoever asks has decided. */
function weigh(value: Json | undefined): Size {
  let [weight, characters, longest] = [0, 0, 0];
  let length: number | undefined;
  const left: Json[] = value === undefined ? [] : [value];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    weight += 1;
    if (typeof next === 'string') {
      weight += next.length / charactersOfAStep;
      characters = Math.max(characters, next.length);
    } else if (typeof next === 'object' && next !== null) {
      const members: readonly Json[] = Array.isArray(next) ? next : Object.values(next);
      length ??= members.length;
      longest = Math.max(longest, members.length);
      for (const member of members) left.push(member);
    }
  }
  return { length: length ?? 0, weight: Math.max(1, weight), characters, member: Math.max(1, weight), longest };
}
