import { Agent, request } from 'undici';
import type { Egress, EgressAnswer, EgressCall } from '../contract.ts';
import { addressPolicy } from './address-policy.ts';
import { EgressFailure } from './egress-failure.ts';
import { checkedAddress, guardedConnector, type Resolve, systemResolve } from './guarded-connector.ts';
import { nameFailure } from './name-failure.ts';
import { sendBytes } from './send-bytes.ts';

export interface EgressOptions {
  /** Addresses and networks that may be reached although they are not public. */
  readonly allowed?: readonly string[];
  /** Default: the system's. */
  readonly resolve?: Resolve;
}

/** Bytes of the headers of an answer. */
const largestHeaders = 16_384;
/** Milliseconds for a connection, however long the answer may take. */
const connectTimeout = 10_000;

/** The one door through which addresses are called that stand in somebody's configuration. */
export function createEgress({ allowed = [], resolve = systemResolve }: EgressOptions = {}): Egress {
  const policy = addressPolicy(allowed);
  const agent = new Agent({
    connect: guardedConnector(policy, resolve, connectTimeout),
    maxHeaderSize: largestHeaders,
    // Calls are bounded as a whole, by their own signal.
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 30_000,
    pipelining: 1,
  });
  const closing = new AbortController();
  return {
    async call(call) {
      const url = checkedUrl(call.url);
      const late = AbortSignal.timeout(call.timeout);
      const signal = call.signal === undefined ? late : AbortSignal.any([late, call.signal]);
      try {
        return await callOnce(agent, url, call, signal);
      } catch (error) {
        throw nameFailure(error, { ...call, late: late.aborted, reads: true });
      }
    },
    async send(sending) {
      const late = AbortSignal.timeout(sending.timeout);
      const signals = [late, closing.signal, ...(sending.signal === undefined ? [] : [sending.signal])];
      const signal = AbortSignal.any(signals);
      try {
        const address = await Promise.race([checkedAddress(sending.host, policy, resolve), aborted(signal)]);
        await sendBytes(address, sending, signal);
      } catch (error) {
        throw nameFailure(error, { ...sending, late: late.aborted, reads: false, signal });
      }
    },
    async close() {
      closing.abort();
      await agent.destroy();
    },
  };
}

/** Rejects when the signal is aborted: a name that takes for ever to resolve is waited for no longer. */
function aborted(signal: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  signal.addEventListener('abort', () => reject(new Error('abandoned')), { once: true });
  return promise;
}

/** What an address may be at all, before its name is resolved. */
function checkedUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.hostname === '') {
    throw new EgressFailure('refused', 'the address is not one of http or https');
  }
  if (url.username !== '' || url.password !== '') {
    throw new EgressFailure('refused', 'the address holds a user name or a password');
  }
  return url;
}

async function callOnce(agent: Agent, url: URL, call: EgressCall, signal: AbortSignal): Promise<EgressAnswer> {
  const { statusCode, headers, body } = await request(url, {
    dispatcher: agent,
    method: call.method,
    headers: { ...call.headers },
    body: call.body ?? null,
    signal,
  });
  const received = Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')] as const);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      const bytes = Buffer.from(chunk as Uint8Array);
      chunks.push(bytes.subarray(0, call.sizeLimit - size));
      size += bytes.length;
      // Leaving the loop ends the connection: nobody waits for the rest.
      if (size > call.sizeLimit) break;
    }
  } catch (error) {
    // The verdict is in the status; a body that never ends, or breaks off, takes nothing from it.
    if (call.bodyRequired === true) throw error;
    body.destroy();
  }
  return {
    status: statusCode,
    headers: Object.fromEntries(received),
    body: Buffer.concat(chunks),
    complete: size <= call.sizeLimit,
  };
}
