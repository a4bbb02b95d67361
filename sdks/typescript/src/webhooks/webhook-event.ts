/** An event that a webhook endpoint is told of. It may come more than once, with the same `id`. */
export interface WebhookEvent {
  readonly id: string;
  /** `tenant.created`; there may be types that this SDK has not heard of. */
  readonly type: string;
  /** The tenant it is about; `null` where it is about none. */
  readonly tenantId: string | null;
  /** What it happened to: `Flag/checkout`. */
  readonly subject: string;
  /** RFC 3339, UTC. */
  readonly createdAt: string;
  /** Each type has its own. */
  readonly data: Readonly<Record<string, unknown>>;
}
