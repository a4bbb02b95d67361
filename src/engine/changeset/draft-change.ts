import type { Conflict, FieldChange } from './changeset.ts';
import type { JsonObject } from '../json.ts';
import type { ChangeAction, ResourceId } from '../resource.ts';

/** A change before anybody was asked who would feel it. */
export interface DraftChange extends ResourceId {
  readonly action: ChangeAction;
  readonly from?: string;
  /** Who owns it afterwards; of a delete, who owned it. */
  readonly owner: 'files' | 'api';
  readonly fields: readonly FieldChange[];
  readonly before: JsonObject | null;
  readonly after: JsonObject | null;
  readonly beforeHash: string | null;
  readonly afterHash: string | null;
}

export interface Draft {
  readonly changes: readonly DraftChange[];
  readonly conflicts: readonly Conflict[];
}
