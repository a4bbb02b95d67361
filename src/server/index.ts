/**
 * The HTTP server: establishes who is asking, checks the request, runs the operation in one transaction,
 * remembers answers, shapes errors. It mounts the operations it is given and knows none of them by name;
 * it must not know what a plan or a flag is, nor print anything.
 */
export { currentApiVersion } from './request/api-version.ts';
export { type ControlPlaneServer, createServer, type InjectedRequest, type InjectedResponse, type ServerOptions } from './create-server.ts';
export { createMetrics, type Count, type Metrics } from './metrics.ts';
export type { LogLevel, LogStream } from './logging.ts';
export { openApiDocument } from './openapi/openapi.ts';
export { pageBounds, pageQuery, pageSchema, readPageRequest, toPage } from './page.ts';
export { ensureEnvironment } from './auth/ensure-environment.ts';
export { allServerErrors } from './errors.ts';
