import type { Json } from '../../engine/json.ts';

export interface ControlPlaneRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path and query, `/v1/revisions?page=1`. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: object;
}

export interface ControlPlaneResponse {
  readonly status: number;
  readonly body: Json;
}

/** Carries requests to one environment of a control plane, credentials included. */
export interface Transport {
  /** For people: where this goes. */
  readonly description: string;
  send(request: ControlPlaneRequest): Promise<ControlPlaneResponse>;
  close(): Promise<void>;
}
