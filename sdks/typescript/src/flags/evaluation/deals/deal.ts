/** Turns units into positions, and shares into the cuts that positions are compared with. */
export interface CompiledDeal {
  /** The text that is hashed of a value; `undefined` where the value is none that can be dealt. */
  unit(value: unknown): string | undefined;
  position(unit: string): number;
  /**
   * By part, the first position that belongs to it no more. `isGap` says of a part that whoever is dealt it takes no
   * part in the rollout.
   */
  cuts(parts: readonly DealtPart[]): readonly number[];
  /**
   * What becomes of a value that cannot be dealt: an error; the position 0, as LaunchDarkly has it; or that it takes
   * no part in the rollout, as the others have it.
   */
  readonly withoutUnit: 'error' | 'first' | 'passes';
}

export interface DealtPart {
  /** Exclusive, of 100,000. */
  readonly upTo: number;
  readonly isGap: boolean;
}
