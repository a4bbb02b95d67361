import type { Json } from '../engine/json.ts';

/** What commands ask of a control plane about what tenants have. */
export interface EntitlementClient {
  entitlements: {
    /** Of all that are live, by key. */
    evaluate(tenant: string): Promise<{ readonly [entitlement: string]: EntitlementAccess }>;
    setOverride(tenant: string, entitlement: string, override: NewOverride): Promise<EntitlementOverride>;
    removeOverride(tenant: string, entitlement: string): Promise<void>;
  };
}

export interface EntitlementAccess {
  readonly entitled: boolean;
  readonly type: string;
  /** Of a quantity; null: unlimited. */
  readonly limit?: number | null;
  /** Of a range; a `max` of null: unlimited. */
  readonly min?: number;
  readonly max?: number | null;
  /** In the present period. */
  readonly used?: number;
  readonly remaining?: number;
  readonly whenExceeded?: string;
  /** RFC 3339; absent: the count never starts again. */
  readonly resetsAt?: string;
  /** Of a custom one. */
  readonly level?: string;
  /** Key of the lowest plan that grants it. */
  readonly requiredPlan?: string;
  readonly reason?: string;
  readonly source?: string;
  /** RFC 3339; when the override ends. */
  readonly expiresAt?: string;
}

export interface EntitlementOverride {
  readonly tenantId: string;
  readonly entitlement: string;
  readonly value: Json;
  readonly reason: string;
  /** Null: until it is removed. */
  readonly expiresAt: string | null;
  readonly createdBy: string;
  readonly createdAt: string;
}

export interface NewOverride {
  readonly value: Json;
  readonly reason: string;
  readonly expiresAt?: string;
}
