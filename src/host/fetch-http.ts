import type { Http, HttpGet, HttpProblem } from './contract.ts';

class FetchProblem extends Error implements HttpProblem {
  override readonly name = 'HttpProblem';
  readonly problem: HttpProblem['problem'];

  constructor(problem: HttpProblem['problem'], message: string, cause?: unknown) {
    super(message, { cause });
    this.problem = problem;
  }
}

/** Node's own `fetch`, which is undici: it is loaded with the first request, and most servers never make one. */
export const fetchHttp: Http = {
  async get(request) {
    const signal = AbortSignal.timeout(request.timeout);
    try {
      return await fetchOnce(request, signal);
    } catch (error) {
      if (error instanceof FetchProblem) throw error;
      throw signal.aborted
        ? new FetchProblem('timeout', `${request.url} did not answer within ${request.timeout} ms`, error)
        : new FetchProblem('unreachable', `${request.url} cannot be reached: ${reasonOf(error)}`, error);
    }
  },
};

async function fetchOnce(
  { url, accept, sizeLimit }: HttpGet,
  signal: AbortSignal,
): Promise<{ readonly status: number; readonly text: string }> {
  const response = await fetch(url, { signal, redirect: 'manual', headers: { accept } });
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Counted as it is decompressed: a small answer may hold a large document. Leaving the loop ends the connection.
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > sizeLimit) {
      throw new FetchProblem('too-large', `${url} answered with more than ${sizeLimit} bytes`);
    }
    chunks.push(chunk);
  }
  return { status: response.status, text: Buffer.concat(chunks).toString('utf8') };
}

/** `fetch failed` says nothing; its cause does. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return 'for an unknown reason';
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}
