import type { JsonObject } from '../engine/json.ts';

/**
 * By the type of events, what has happened then: a sentence for people. With a schema where the event says anything else
 * than what was before and what is after.
 */
export interface EventDescriptions {
  readonly [type: string]: string | { readonly summary: string; readonly data: JsonObject };
}

/** How whoever asked for it is called with what has happened. */
export interface EventCalls {
  readonly description: string;
  /** Of the body; `type` and `data` are made exact for each event. */
  readonly body: JsonObject;
  /** Sent besides: by name, the description and the schema. */
  readonly headers: { readonly [name: string]: { readonly description: string; readonly schema: JsonObject } };
  /** What an answer means: by status, `2XX` for all that begin alike. */
  readonly answers: { readonly [status: string]: string };
}
