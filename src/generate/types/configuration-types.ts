import type { Json } from '../../engine/json.ts';
import type { SdkField, TypeReference } from '../sdk/api-description.ts';

/**
 * What a user's configuration gives names to, in no language yet: what the emitters of all languages are given, and all
 * they know. `describeTypes` in `src/app/generate/types/` makes it; everything in it is in an order of its own, so that
 * equal configurations give equal text.
 */
export interface ConfigurationTypes {
  readonly flags: readonly FlagType[];
  readonly groups: readonly ConstantGroup[];
  /** Permissions by what they are about, and whatever else stands one level deeper. */
  readonly families: readonly ConstantFamily[];
  /** Types that others name, each in front of those it is made of. */
  readonly objectTypes: readonly ObjectType[];
  readonly tables: readonly TypeTable[];
}

/** A flag: its key, what its value may be, and what code gets before anything is known of it. */
export interface FlagType {
  readonly key: string;
  readonly type: TypeReference;
  readonly default: Json;
  readonly notes: Notes;
}

/** `PLANS`: the keys of one kind. */
export interface ConstantGroup {
  /** `plans`, in lower case with a dash between words. */
  readonly name: string;
  /** What one of them is called as a type: `plan-key`. */
  readonly member: string;
  readonly note: string;
  readonly constants: readonly Constant[];
}

/** `PERMISSIONS.INVOICE.READ`: groups within a group. */
export interface ConstantFamily extends Omit<ConstantGroup, 'constants'> {
  readonly groups: readonly (Constant & { readonly constants: readonly Constant[] })[];
}

export interface Constant {
  readonly value: string;
  /** What its name is made of; the value itself where nothing else is said. */
  readonly wish: string;
  readonly notes: Notes;
}

/** For whoever reads the constant in an editor. Plain text on one line, which ends no comment. */
export interface Notes {
  readonly text: string;
  /** Code should no longer use it, for this reason. */
  readonly deprecated?: string;
}

/** An object with fields. References name it by its id. */
export interface ObjectType {
  readonly id: string;
  /** What its name is made of. */
  readonly wish: string;
  readonly note: string;
  readonly fields: readonly SdkField[];
  /** Whether code makes such a value and sends it, or gets it. */
  readonly isSent: boolean;
}

/** Types by key: `EventPayloads`. */
export interface TypeTable {
  /** `event-payloads` */
  readonly name: string;
  readonly note: string;
  readonly rows: readonly SdkField[];
}

/** A file of one language, below the directory or beside it; `/` between its parts. */
export interface TypesFile {
  readonly path: string;
  readonly text: string;
}
