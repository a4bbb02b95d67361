import type { Json } from '../../engine/json.ts';
import type { ApiDescription } from '../sdk/api-description.ts';
import type { WrittenSdk } from '../sdk/sdk-calls.ts';

/** All that the pages of the API are made of. They know no component by name. */
export interface DocumentedApi {
  readonly api: ApiDescription;
  /** In the order in which they are shown. */
  readonly components: readonly DocumentedComponent[];
  /** By the id of the operation. */
  readonly operations: ReadonlyMap<string, DocumentedOperation>;
  /** Whose calls are shown. */
  readonly sdks: readonly WrittenSdk[];
}

export interface DocumentedComponent {
  /** `access`; `control-plane` for what belongs to none. */
  readonly name: string;
  readonly summary: string;
  readonly kinds: readonly { readonly kind: string; readonly summary: string }[];
  /** What it tells of, by type. */
  readonly events: readonly { readonly type: string; readonly summary: string }[];
}

/** What an SDK need not know of an operation. */
export interface DocumentedOperation {
  /** `tenants:read`; `*` for all of them. */
  readonly scope: string;
  /** JSON that could be sent and answered; absent where there is none. */
  readonly examples: { readonly body?: Json; readonly answer?: Json };
}
