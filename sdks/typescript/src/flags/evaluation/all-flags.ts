import type { CompiledFlag } from './compiled-flags.ts';
import type { AllFlags, Outcome } from './contract.ts';
import type { Json } from './json.ts';

/** Flags in a fixed order, with the places of their keys: worked out once, used for every context. */
export class FlagIndex {
  readonly flags: readonly CompiledFlag[];
  readonly keys: readonly string[];
  #places: ReadonlyMap<string, number> | undefined;

  constructor(flags: readonly CompiledFlag[]) {
    this.flags = flags;
    this.keys = Object.freeze(flags.map(({ key }) => key));
  }

  placeOf(key: string): number | undefined {
    this.#places ??= new Map(this.keys.map((one, place) => [one, place]));
    return this.#places.get(key);
  }
}

export class AllFlagsOfContext implements AllFlags {
  readonly revision: number;
  readonly keys: readonly string[];
  readonly outcomes: readonly Outcome[];
  readonly #index: FlagIndex;
  #values: { readonly [key: string]: Json } | undefined;

  constructor(revision: number, index: FlagIndex, outcomes: readonly Outcome[]) {
    this.revision = revision;
    this.keys = index.keys;
    this.outcomes = outcomes;
    this.#index = index;
  }

  get(key: string): Outcome | undefined {
    const place = this.#index.placeOf(key);
    return place === undefined ? undefined : this.outcomes[place];
  }

  toObject(): { readonly [key: string]: Json } {
    this.#values ??= Object.freeze(
      Object.fromEntries(this.outcomes.flatMap(({ flag, value }) => (value === undefined ? [] : [[flag, value]]))),
    );
    return this.#values;
  }
}
