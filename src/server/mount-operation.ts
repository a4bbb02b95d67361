import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isJsonObject, type JsonObject } from '../engine/json.ts';
import { AuthenticationError } from '../engine/platform-error/index.ts';
import { authenticate, type Authenticated, type AuthenticationSteps, localActor } from './auth/authenticate.ts';
import { authorize } from './auth/authorize.ts';
import { type RequestHeaders, singleHeader } from './auth/credential.ts';
import { standardHeaders } from './auth/standard-headers.ts';
import type { Answer } from './answer.ts';
import type { Caller } from './caller.ts';
import type { Operation } from './operation.ts';
import { isMutation, readIdempotencyKey } from './idempotency/idempotency-key.ts';
import { originOf, recordRefusal } from './record/record-refusal.ts';
import { refuseRepeatedHeaders } from './request/refuse-repeated.ts';
import { refuseNullCharacters } from './request/plain-values.ts';
import { readQueryValues } from './request/query-values.ts';
import { givenRequestId } from './request/request-id.ts';
import { isUnchanged } from './response/not-modified.ts';
import { asBytes, sendForeignError } from './response/send-foreign-error.ts';
import { respond } from './respond.ts';
import { runOperation } from './run-operation.ts';
import type { ServerContext } from './server-context.ts';
import type { DoneBeside } from './trail.ts';
import { sendBytes } from './streams/send-bytes.ts';
import { sendStream } from './streams/send-stream.ts';

const defaultBodyLimit = 1024 * 1024;

/** Makes one operation of the table a route: who, may they, is the request sound, then the operation itself. */
export function mountOperation(app: FastifyInstance, context: ServerContext, operation: Operation): void {
  const callers = new WeakMap<FastifyRequest, Authenticated>();
  // As far as they have proven who they are, and for which tenant.
  const proven = new WeakMap<FastifyRequest, Caller>();
  const provenTenant = (request: FastifyRequest) => (tenantId: string) => {
    const caller = proven.get(request);
    if (caller !== undefined) proven.set(request, { ...caller, tenantId });
  };
  app.route({
    method: operation.method,
    url: routePath(operation.path),
    bodyLimit: operation.bodyLimit ?? defaultBodyLimit,
    config: { operation: operation.id },
    schema: schemasOf(operation),
    ...(operation.foreignProtocol === undefined
      ? {}
      : {
          errorHandler(error: unknown, request, reply) {
            void sendForeignError(request, reply, error, operation.foreignProtocol);
          },
        }),
    // Before the body is read: nobody unknown makes the server read 64 MB.
    async onRequest(request, reply) {
      await recordRefusal(
        context,
        operation,
        request,
        () => proven.get(request) ?? null,
        async () => {
          const authenticated = await establishCaller(context, operation, request, {
            async count(use) {
              const { headers, refusal } = await context.limiter.take(use, request.ip);
              reply.headers(headers);
              if (refusal !== null) throw refusal;
            },
            identified(known) {
              proven.set(request, known);
            },
            broughtAbout: (tx, done) => context.recordBeside(tx, [{ ...done, ...askedLocally(context, request) }]),
          });
          callers.set(request, authenticated);
          authorize(authenticated.caller, operation);
        },
      );
    },
    async preValidation(request) {
      const params = readRecord(request.params);
      const query = readRecord(request.query);
      refuseNullCharacters(params);
      refuseNullCharacters(query);
      request.params = readQueryValues(operation.params ?? {}, params);
      request.query = readQueryValues(operation.query ?? {}, query);
    },
    async handler(request, reply) {
      const authenticated = callers.get(request);
      if (authenticated === undefined) {
        throw new RangeError(`${operation.id} was reached without a caller`);
      }
      const input = {
        params: readTexts(request.params),
        query: readRecord(request.query),
        body: request.body,
      };
      const orRefused = <T>(work: () => Promise<T>): Promise<T> =>
        recordRefusal(context, operation, request, () => proven.get(request) ?? null, work);
      let answer: Answer;
      if (operation.transaction === 'none') {
        const headers = headersOf(operation, request);
        const asked = {
          caller: authenticated.caller,
          requestId: request.id,
          lastEventId: singleHeader(request.headers, 'last-event-id') ?? null,
          publishableKey: singleHeader(headers, 'x-publishable-key') ?? null,
          asksForPrivacy: headers['sec-gpc'] === '1' || headers['dnt'] === '1',
          proven: provenTenant(request),
          input,
          ...originOf(request),
        };
        const outcome = await orRefused(() => respond(context, operation, asked));
        const reader = { operation, caller: authenticated.caller, headers };
        if ('events' in outcome) return sendStream(context, reply, outcome, reader);
        if ('write' in outcome) return sendBytes(context, reply, outcome, reader);
        answer = outcome;
      } else {
        const asked = {
          ...authenticated,
          requestId: request.id,
          ...originOf(request),
          idempotencyKey: isMutation(operation) ? readIdempotencyKey(request.headers['idempotency-key']) : undefined,
          proven: provenTenant(request),
          input,
        };
        const ran = await orRefused(() => runOperation(context, operation, asked));
        if (ran.replayed) reply.header('idempotent-replayed', 'true');
        answer = ran.answer;
      }
      reply.code(answer.status).headers(answer.headers);
      if (operation.foreignProtocol !== undefined) {
        reply.header('x-request-id', givenRequestId(request));
      }
      if (answer.headers['etag'] !== undefined) {
        // To be kept by whoever asked and by nobody between, and never used without asking.
        reply.header('cache-control', 'private, no-cache');
        if (!isMutation(operation) && isUnchanged(answer.headers['etag'], request.headers['if-none-match'])) {
          return reply.code(304).send();
        }
      }
      if (answer.text === undefined) return reply.send();
      const body = operation.foreignProtocol !== undefined ? asBytes(answer.text) : answer.text;
      return reply.type('application/json; charset=utf-8').send(body);
    },
    async onResponse(request, reply) {
      const caller = callers.get(request)?.caller;
      if (caller !== undefined && caller.keyId !== localActor) {
        context.keyUsage.note(caller.keyId, context.host.clock.now());
      }
      request.log.info(
        {
          operation: operation.id,
          status: reply.statusCode,
          durationMs: Math.round(reply.elapsedTime * 100) / 100,
          ...(caller === undefined
            ? {}
            : { keyId: caller.keyId, project: caller.project, environment: caller.environment }),
        },
        'request',
      );
    },
  });
}

/** Throws what keeps the request from being looked at. Mistakes about who is asking count against the address they come from. */
async function establishCaller(
  context: ServerContext,
  operation: Operation,
  request: FastifyRequest,
  steps: AuthenticationSteps,
): Promise<Authenticated> {
  const { ip, raw } = request;
  refuseRepeatedHeaders(raw.rawHeaders);
  const headers = headersOf(operation, request);
  context.attempts.refuseExhausted(ip, headers);
  try {
    const authenticated = await authenticate(context, headers, operation, steps);
    context.attempts.succeeded(headers);
    return authenticated;
  } catch (error) {
    if (error instanceof AuthenticationError) context.attempts.failed(ip);
    throw error;
  }
}

/** Who has brought about what was not the operation's own doing. */
function askedLocally(
  { host }: ServerContext,
  request: FastifyRequest,
): Pick<DoneBeside, 'actor' | 'now' | 'requestId'> {
  const { ip, userAgent } = originOf(request);
  return {
    actor: {
      type: 'local',
      id: localActor,
      ...(ip === null ? {} : { ip }),
      ...(userAgent === null ? {} : { userAgent }),
    },
    requestId: request.id,
    now: host.clock.now(),
  };
}

/** Those of the request, its key where our own clients put it. */
function headersOf({ keysIn }: Operation, { headers, query }: FastifyRequest): RequestHeaders {
  return keysIn === undefined ? headers : standardHeaders(headers, readRecord(query), keysIn);
}

/** `/v1/revisions/{number}` as the router writes it. */
function routePath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

function schemasOf({ path, params, query, body }: Operation): { [part: string]: JsonObject } {
  return {
    params: params ?? paramsOfPath(path),
    querystring: query ?? { type: 'object', additionalProperties: false },
    ...(body === undefined ? {} : { body }),
  };
}

function paramsOfPath(path: string): JsonObject {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  return {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, { type: 'string', minLength: 1 }])),
    required: names,
  };
}

function readRecord(value: unknown): Record<string, unknown> {
  return isJsonObject(value) ? { ...value } : {};
}

/** Handlers take what stands in a path as text, numbers too. */
function readTexts(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(readRecord(value)).flatMap(([name, text]) =>
      typeof text === 'string' || typeof text === 'number' ? [[name, String(text)] as const] : [],
    ),
  );
}
