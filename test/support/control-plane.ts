import { createHost } from '../../src/host/create-host.ts';
import type { Component } from '../../src/components/contract.ts';
import type { Database } from '../../src/db/contract.ts';
import type { Json, JsonObject } from '../../src/engine/json.ts';
import type { DesiredState, EnvironmentSettings, Resource } from '../../src/engine/resource.ts';
import { assembleServer } from '../../src/app/assemble-server.ts';
import { httpControlPlane } from '../../src/app/client/http-control-plane.ts';
import { injectTransport } from '../../src/app/client/inject-transport.ts';
import type { ApplyRequest, ControlPlane } from '../../src/app/control-plane-client.ts';
import type { ControlPlaneServer } from '../../src/server/control-plane-server.ts';
import { onTestFinished } from 'vitest';

const localToken = `local_${'t'.repeat(43)}`;

export interface TestControlPlane extends ControlPlane {
  readonly server: ControlPlaneServer;
  /** The same server as another environment, or another project, sees it. */
  as(environment: string, project?: string): ControlPlane;
}

export interface TestControlPlaneOptions {
  readonly environment?: string;
  readonly components?: readonly Component[];
}

/** A control plane on a test database, reached the way the command line reaches one in its own process. */
export async function controlPlaneOn(
  database: Database,
  { environment = 'development', components }: TestControlPlaneOptions = {},
): Promise<TestControlPlane> {
  const server = await assembleServer({
    host: createHost(),
    database,
    masterKey: new Uint8Array(32).fill(7),
    localToken,
    logLevel: 'silent',
    ...(components === undefined ? {} : { components }),
  });
  onTestFinished(() => server.close());
  const as = (name: string, project = 'acme'): ControlPlane => {
    const headers = { authorization: `Bearer ${localToken}`, 'dream-project': project, 'dream-environment': name };
    return httpControlPlane(
      injectTransport({ server, headers, description: 'test', release: () => Promise.resolve() }),
    );
  };
  return { ...as(environment), server, as };
}

/** Requests as any HTTP client would send them, to the control plane's own environment. */
export function requestOn({ server }: TestControlPlane, environment = 'development') {
  return async (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: object,
  ): Promise<{ readonly status: number; readonly body: Json }> => {
    const headers = {
      authorization: `Bearer ${localToken}`,
      'dream-project': 'acme',
      'dream-environment': environment,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const response = await server.inject({
      method,
      path,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer: Json = response.body === '' ? null : JSON.parse(response.body);
    return { status: response.status, body: answer };
  };
}

const openSettings: EnvironmentSettings = { mode: 'test', protect: false, guardrails: { limits: {} } };

export function desired(
  resources: readonly Resource[],
  settings: Partial<EnvironmentSettings> = {},
  environment = 'development',
): DesiredState {
  return { project: 'acme', environment, settings: { ...openSettings, ...settings }, resources };
}

export function resource(kind: string, key: string, body: JsonObject = {}, movedFrom?: string): Resource {
  return { kind, key, body, ...(movedFrom === undefined ? {} : { movedFrom }) };
}

/** An apply with what every apply needs. */
export function applying(state: DesiredState, more: Partial<ApplyRequest> = {}): ApplyRequest {
  return { source: { desired: state }, adopt: false, dryRun: false, author: 'ada@acme.com', ...more };
}
