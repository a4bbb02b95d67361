import type { Clock } from '../host/contract.ts';

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

/** Where log lines go: one JSON object each, with its newline. */
export interface LogStream {
  write(line: string): void;
}

/**
 * Fastify's logger (pino). Lines hold operation ids, never raw paths, headers, queries or bodies; what reaches
 * the logger by another road is cut down here.
 */
export function loggerOptions(level: LogLevel, stream: LogStream | undefined, clock: Clock) {
  return {
    level,
    ...(stream === undefined ? {} : { stream }),
    timestamp: () => `,"time":"${clock.now().toISOString()}"`,
    formatters: { log: withoutRequests },
    serializers: {
      // Headers, addresses and raw paths stay out, whoever logs a request.
      req: () => ({}),
      res: () => ({}),
      err: describeError,
    },
  };
}

const ofRequests: ReadonlySet<string> = new Set(['req', 'headers', 'body']);
const withinOthers: ReadonlySet<string> = new Set(['headers', 'body', 'authorization']);

/** Leaves out what tells of a request. Pino's own `redact` would copy every line several times to find that there is nothing. */
function withoutRequests(line: object): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(line)) {
    if (!ofRequests.has(name)) kept[name] = isRecord(value) ? without(value, withinOthers) : value;
  }
  return kept;
}

function without(record: object, names: ReadonlySet<string>): object {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.has(name)));
}

/** Not an error, nor a request or an answer, which have serializers of their own. */
function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

interface ErrorDescription {
  readonly [field: string]: unknown;
  readonly type: string;
  readonly message: string;
  readonly stack: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly cause?: ErrorDescription;
}

/**
 * An error without the values that libraries put into messages: drizzle lists a statement's parameters, and
 * PostgreSQL's `detail` quotes rows. A parser's message quotes its input.
 */
function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) {
    return { type: typeof error, message: 'something other than an Error was thrown', stack: '' };
  }
  const message = withoutValues(error);
  const code = textOf(error, 'code');
  const constraint = textOf(error, 'constraint');
  return {
    type: error.name,
    message,
    stack: framesOf(error),
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

function withoutValues(error: Error): string {
  const query = textOf(error, 'query');
  if (query !== undefined) {
    return `failed statement: ${query}`;
  }
  if (error instanceof SyntaxError) {
    return 'a text could not be parsed';
  }
  // PostgreSQL quotes the offending value: invalid input syntax for type json: "…"
  return textOf(error, 'severity') === undefined ? error.message : error.message.replace(/"[^"]*"/g, '"…"');
}

/** The lines of the stack after the message. */
function framesOf(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}

function textOf(error: Error, name: string): string | undefined {
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : undefined;
}
