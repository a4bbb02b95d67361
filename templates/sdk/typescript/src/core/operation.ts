/** What the client knows of an operation; the generated code holds one of these for each. */
export interface Operation {
  /** `audit.entries.list` */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/v1/tenants/{tenant}` */
  readonly route: string;
  /** It changes something, so it is only sent again under an `Idempotency-Key`. */
  readonly isMutation?: boolean;
  /** It may be about a tenant, which `X-Tenant-ID` names. */
  readonly isAboutTenant?: boolean;
  /** It may answer JSON that is no object, or something that nobody asks for; absent: an object. */
  readonly answersAny?: boolean;
  /** The parameter of the query that `nextCursor` of a list goes into; absent: `cursor`. */
  readonly cursorParameter?: string;
}

/** What one call gives to its operation. */
export interface Input {
  /** By the names in the route. */
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: object | undefined;
  /** Sent as JSON; `undefined` sends none. */
  readonly body?: unknown;
}

/** The same with its body as text: what the caller does to it afterwards changes nothing. */
export interface TakenInput extends Input {
  readonly body: string | undefined;
}
