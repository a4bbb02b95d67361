/** What a driver is sent: a case without what is expected of it. */
export interface DriverCase {
  readonly id: string;
  readonly client: DriverSettings;
  readonly clients?: Readonly<Record<string, DriverSettings>>;
  readonly hooks?: true | 'throw';
  readonly steps: readonly DriverStep[];
}

export interface DriverSettings {
  readonly baseUrl?: string;
  readonly secretKey?: string;
  readonly publishableKey?: string;
  readonly userToken?: string | { readonly $inTurn: readonly (string | null)[] };
  readonly tenant?: string | null;
  readonly version?: string;
  readonly timeout?: number;
  readonly maxRetries?: number;
  readonly maxRetryDelay?: number;
  readonly headers?: Readonly<Record<string, string | null>>;
}

export type DriverStep = { readonly client?: string } & (CallStep | SignInStep | ConstructStep | SignStep);

export interface CallStep {
  readonly call: string;
  readonly with?: DriverSettings;
  readonly path?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly use: 'await' | 'raw' | 'items' | 'pages' | 'toArray' | 'events' | 'bytes' | 'text';
  readonly take?: number;
  readonly max?: number;
  readonly abort?: {
    readonly before?: true;
    readonly afterMs?: number;
    readonly afterRetry?: number;
    readonly afterItems?: number;
  };
}

export interface SignInStep {
  readonly setUserToken: string | null;
}

export interface ConstructStep {
  readonly constructEvent: {
    readonly body: { readonly text?: string; readonly base64?: string; readonly parsed?: object };
    readonly signature?: string;
    readonly secret: string | readonly string[];
    readonly tolerance?: number;
  };
}

export interface SignStep {
  readonly signTestEvent: { readonly body: string; readonly secret: string; readonly timestamp?: number };
}
