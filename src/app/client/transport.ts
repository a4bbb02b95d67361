import type { Json } from '../../engine/json.ts';

export interface ControlPlaneRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path and query, `/v1/revisions?page=1`. */
  readonly path: string;
  /** The tenant it is about, where its path does not say so. */
  readonly tenant?: string;
  /** Sent as JSON. */
  readonly body?: object;
}

export interface ControlPlaneResponse {
  readonly status: number;
  readonly body: Json;
}

/** An answer that may be larger than any memory. */
export interface ControlPlaneStream {
  readonly status: number;
  /** Breaks off with an error where the answer does. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** Carries requests to one environment of a control plane, credentials included. */
export interface Transport {
  /** For people: where this goes. */
  readonly description: string;
  send(request: ControlPlaneRequest): Promise<ControlPlaneResponse>;
  /** GET, once; what was cut off is asked for again by whoever knows what has arrived. */
  stream(path: string): Promise<ControlPlaneStream>;
  close(): Promise<void>;
}
