export { type ApiHandler, createApiHandler, type HandlerOptions, type RequestHandler } from './api-handler.ts';
export type {
  HeaderReader,
  MiddlewareClient,
  MiddlewareOptions,
  RequestContext,
  SignedInUser,
} from './contract.ts';
export { type AnsweredError, type ErrorAnswer, NotAdmitted } from './error-answer.ts';
export { type ExpressMiddleware, expressMiddleware, type ExpressResponse } from './express.ts';
export { type FastifyMiddleware, fastifyMiddleware, type FastifyReply } from './fastify.ts';
export { Middleware } from './middleware.ts';
export { contextOf, type NodeRequest, type PermissionOptions } from './node-frameworks.ts';
