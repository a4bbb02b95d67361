import type { Subject } from '../draft.ts';
import type { SourceFlag } from './export.ts';

/** A flag with what it and its variations are called here. */
export interface NamedFlag extends SourceFlag {
  readonly newKey: string;
  readonly names: readonly string[];
  /** Why it cannot be written down. */
  readonly problem: string | undefined;
  readonly subject: Subject;
}
