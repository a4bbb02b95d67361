/** Whether a tenant has an entitlement, how much of it, and why: plain JSON, as it is answered. */
export type EntitlementAccess = Refused | (Ground & Granted);

/** What it rests on: the plan that the tenant is on, or a special agreement with it. */
interface Ground {
  readonly source: 'plan' | 'override';
  /** RFC 3339: the agreement ends then, and the plan decides. Absent: it has no end, or there is none. */
  readonly expiresAt?: string;
}

type Granted =
  | { readonly entitled: true; readonly type: 'switch' }
  | ({ readonly entitled: true; readonly type: 'quantity'; readonly limit: number | null } & Amount)
  | ({
      readonly entitled: true;
      readonly type: 'range';
      readonly min: number;
      readonly max: number | null;
    } & Amount)
  | { readonly entitled: true; readonly type: 'custom'; readonly level: string };

interface Amount {
  /** There where the limit is null. */
  readonly unlimited?: true;
  /** In the present period. Absent where nobody was asked. */
  readonly used?: number;
  /** Absent where nothing limits it. */
  readonly remaining?: number;
  /** What happens at the limit. */
  readonly whenExceeded: 'refuse' | 'allow' | 'bill';
  /** RFC 3339: the count starts again from zero. Absent: never. */
  readonly resetsAt?: string;
}

type Refused =
  | (Ground & {
      readonly entitled: false;
      readonly type: 'switch' | 'quantity' | 'range' | 'custom';
      /** `override`: a special agreement withholds it. */
      readonly reason: 'plan_restriction' | 'override';
      /** The lowest plan on sale that grants it. Absent where none does, or where a plan would change nothing. */
      readonly requiredPlan?: string;
    })
  | { readonly entitled: false; readonly type: 'unknown'; readonly reason: 'unknown_entitlement' };
