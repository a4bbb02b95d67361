/**
 * The API as an SDK shows it, in no language yet: what the emitters of all languages are given, and all they know. It is
 * made from the operation table (`describeApi` in `src/app/generate/`); an emitter is a pure function of it, and knows no
 * component by name.
 */
export interface ApiDescription {
  /** Of the product: `0.1.0`. */
  readonly version: string;
  /** What clients send as `Dream-Version`. */
  readonly apiVersion: string;
  /** The groups of operations at the top, by name. */
  readonly resources: readonly SdkResource[];
  /** Every type with a name of its own, by name. */
  readonly types: readonly SdkType[];
  /** What happens, as receivers are told of it; absent where nobody is told of anything. */
  readonly events?: SdkEvents;
}

/** Events: what they have in common, and what those of each type say. */
export interface SdkEvents {
  /** Which of the types has the fields that every event has: `type`, which tells what its `data` is, and others. */
  readonly name: string;
  /** By type. */
  readonly kinds: readonly SdkEventKind[];
}

export interface SdkEventKind {
  /** `tenant.updated` */
  readonly type: string;
  readonly summary: string;
  readonly data: TypeReference;
}

/** `client.audit.entries`: the operations whose ids begin alike. */
export interface SdkResource {
  /** The last part of its path, in camel case: `entries`. */
  readonly name: string;
  /** `['audit', 'entries']` */
  readonly path: readonly string[];
  /** For people, in Markdown; absent where operations of several tags meet. */
  readonly description?: string;
  readonly operations: readonly SdkOperation[];
  readonly resources: readonly SdkResource[];
}

export interface SdkOperation {
  /** `audit.entries.list` */
  readonly id: string;
  /** The last part of the id, in camel case: `list`. */
  readonly name: string;
  /** `access`; `control-plane` for what belongs to none. */
  readonly component: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/v1/tenants/{tenant}/members/{user}` */
  readonly route: string;
  readonly summary: string;
  readonly description?: string;
  /** Which callers may: a secret key, a publishable key alone, a publishable key with a user's token. */
  readonly auth: readonly ('secret' | 'publishable' | 'user')[];
  /** In the order of the route. */
  readonly pathParameters: readonly SdkField[];
  readonly queryParameters: readonly SdkField[];
  /** JSON. Nearly always a name. */
  readonly body?: TypeReference;
  readonly result: SdkResult;
  /** It changes something: an `Idempotency-Key` makes it safe to send again. */
  readonly isMutation: boolean;
  /** It may be about a tenant, which `X-Tenant-ID` names. */
  readonly isAboutTenant: boolean;
  /** Codes of the errors it may answer with besides those that any operation may, in order. */
  readonly errors: readonly string[];
}

/** What an operation answers when all went well. */
export type SdkResult =
  | { readonly form: 'nothing' }
  | { readonly form: 'value'; readonly type: TypeReference }
  /** `{data, pagination}` with `page` and `pageSize` in the query: goes on while `pagination.hasNext`. */
  | { readonly form: 'pages'; readonly page: TypeReference; readonly item: TypeReference }
  /**
   * `{data, hasMore, nextCursor}` with a cursor and `limit` in the query: goes on while `hasMore`. `cursorParameter`: what
   * takes `nextCursor` in the query; `cursor` nearly everywhere, `after` of events.
   */
  | {
      readonly form: 'parts';
      readonly part: TypeReference;
      readonly item: TypeReference;
      readonly cursorParameter: string;
    }
  /** `text/event-stream`; what the JSON in the data of an event is, where the table says so. */
  | { readonly form: 'events'; readonly data?: TypeReference }
  /** A document that is read as it comes, such as an export: these content types. */
  | { readonly form: 'bytes'; readonly contentTypes: readonly string[] };

/** An object with fields, by its name. */
export interface SdkType {
  /** `AuditEntry`: letters and digits, and unlike every other. */
  readonly name: string;
  readonly description?: string;
  readonly fields: readonly SdkField[];
  /** What fields beyond those may hold; absent: nothing is said of them. New ones may come all the same. */
  readonly others?: TypeReference;
  /** Found in what is sent, in what is answered, or in both. */
  readonly isSent: boolean;
  readonly isAnswered: boolean;
}

export interface SdkField {
  /** As it stands in JSON, a path or a query. */
  readonly name: string;
  readonly type: TypeReference;
  readonly isRequired: boolean;
  readonly description?: string;
  /** What the server takes where it is absent. */
  readonly default?: string | number | boolean;
}

export type TypeReference =
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'text' }
  /** RFC 3339, UTC. */
  | { readonly kind: 'instant' }
  /** Some of the texts it may be; others may come, and are kept. */
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  | { readonly kind: 'integer' }
  | { readonly kind: 'number' }
  | { readonly kind: 'boolean' }
  /** Always null. */
  | { readonly kind: 'null' }
  /** Anything JSON may hold. */
  | { readonly kind: 'json' }
  | { readonly kind: 'list'; readonly items: TypeReference }
  /** An object with any keys. */
  | { readonly kind: 'map'; readonly values: TypeReference }
  | { readonly kind: 'nullable'; readonly of: TypeReference }
  /** One of them. `discriminator`: the field whose text tells which, where each has a literal or a choice there. */
  | { readonly kind: 'union'; readonly members: readonly TypeReference[]; readonly discriminator?: string }
  /** An object without a name, written where it stands. */
  | { readonly kind: 'object'; readonly fields: readonly SdkField[]; readonly others?: TypeReference };

/** A file of an SDK, below the SDK's directory; `/` between its parts, `\n` at the ends of lines. */
export interface SdkFile {
  readonly path: string;
  readonly text: string;
}
