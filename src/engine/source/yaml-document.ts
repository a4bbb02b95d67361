import type { Json } from '../json.ts';
import type { NumberTexts } from './number-texts.ts';
import type { SourceText } from './source-text.ts';

/** One YAML document of a file: its value, and enough to find any place in it again. */
export interface YamlDocument {
  readonly source: SourceText;
  /** The part of the text that was parsed by itself: the whole file unless another part of it is broken. */
  readonly segment: Segment;
  /** Place among the documents of the segment. */
  readonly index: number;
  readonly value: Json;
  readonly texts: NumberTexts;
  /** The strings that hold `${`. */
  readonly placeholderTexts: readonly string[];
  /** Some value without quotes is a boolean to YAML 1.1. */
  readonly mayHoldBooleans: boolean;
  /** The value cannot be trusted (an alias bomb was cut short): mistakes in it would be noise. */
  readonly broken: boolean;
}

export interface Segment {
  readonly from: number;
  readonly to: number;
}
