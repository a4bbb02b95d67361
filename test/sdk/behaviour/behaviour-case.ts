/** A case of `test/conformance/sdk/`, whose README says what everything means; `case.schema.json` holds the files to it. */
export interface BehaviourCase {
  /** `<area>/<name>` */
  readonly id: string;
  readonly says: string;
  /** The requirement that it proves. */
  readonly proves?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly client?: Settings;
  readonly clients?: Readonly<Record<string, Settings>>;
  readonly hooks?: true | 'throw';
  readonly steps: readonly Step[];
  readonly server?: readonly ScriptedAnswer[];
  readonly expect: Expectation;
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Settings of a client. Drivers read the others; the runner fills in the first. */
export interface Settings {
  readonly baseUrl?: string | null;
  readonly [setting: string]: Json | undefined;
}

export interface Step {
  readonly constructEvent?: EventInput;
  readonly [member: string]: unknown;
}

export interface EventInput {
  readonly body: { readonly text: string } | { readonly base64: string } | { readonly parsed: Json };
  readonly signature?: string | { readonly $sign: { readonly secret: string; readonly age: number } };
  readonly secret: string | readonly string[];
  readonly tolerance?: number;
}

export interface ScriptedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | readonly string[] | { readonly dateIn: number }>>;
  readonly json?: Json;
  readonly error?: Json;
  readonly text?: string;
  readonly base64?: string;
  readonly chunks?: readonly Chunk[];
  readonly delayMs?: number;
  readonly then?: 'end' | 'cut' | 'hang';
}

export type Chunk = { readonly text: string } | { readonly base64: string } | { readonly pauseMs: number };

export interface Expectation {
  readonly refused?: Json;
  readonly outcomes?: readonly Json[];
  readonly requests: readonly ExpectedRequest[];
  readonly fewer?: true;
  readonly same?: readonly string[];
  readonly different?: readonly string[];
  readonly hooks?: readonly Json[];
}

export interface ExpectedRequest {
  readonly method: string;
  readonly path: readonly string[];
  readonly query?: readonly (readonly [name: string, value: Json])[];
  readonly headers?: Readonly<Record<string, Json>>;
  readonly body?: Json;
  readonly afterMs?: number;
}

/** What a driver answers. */
export interface Outcome {
  readonly id: string;
  readonly refused?: Json;
  readonly outcomes?: readonly Json[];
  readonly hooks?: readonly Json[];
}
