import { errors } from 'undici';
import { EgressFailure } from './egress-failure.ts';

/** What is wrong with a certificate, by the code of Node's TLS; of others nothing is said but the code. */
const certificateFaults: { readonly [code: string]: string } = {
  CERT_HAS_EXPIRED: 'it has expired',
  CERT_NOT_YET_VALID: 'it is not valid yet',
  CERT_REVOKED: 'it was revoked',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it is signed by itself',
  ERR_TLS_CERT_ALTNAME_INVALID: 'it is one for another name',
  SELF_SIGNED_CERT_IN_CHAIN: 'it is signed by an authority that is not known here',
  UNABLE_TO_GET_ISSUER_CERT: 'it is signed by an authority that is not known here',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'it is signed by an authority that is not known here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'it is signed by an authority that is not known here',
};

const ofCertificate = /^(CERT_|DEPTH_|SELF_SIGNED|UNABLE_TO|ERR_TLS_CERT|ERR_SSL_CERTIFICATE|ERR_SSL_(EE|CA)_)/u;

/** The client has given up by itself, since whoever called wanted it. */
const givenUp: ReadonlySet<string> = new Set(['ABORT_ERR', 'UND_ERR_ABORTED', 'UND_ERR_CLOSED', 'UND_ERR_DESTROYED']);

interface Attempt {
  readonly late: boolean;
  readonly reads: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly timeout: number;
}

/**
 * Says by what happened why a call came to nothing. An error that the system or TLS does not know comes from the client
 * that reads the answer: its words are for those who wrote it, and must not be shown, since nobody promises their form.
 *
 * @param attempt `timeout`: milliseconds that it had; `late`: they were over; `reads`: an answer of HTTP was to be read
 */
export function nameFailure(error: unknown, { late, reads, signal, timeout }: Attempt): EgressFailure {
  const own = error instanceof EgressFailure ? error : error instanceof Error ? error.cause : undefined;
  if (own instanceof EgressFailure) return own;
  const named = (problem: EgressFailure['problem'], message: string) => new EgressFailure(problem, message, error);
  if (late) return named('timeout', `no answer within ${timeout} ms`);
  const code = codeOf(error);
  if (signal?.aborted === true || givenUp.has(code)) return named('unreachable', 'the call was abandoned');
  if (code === 'UND_ERR_CONNECT_TIMEOUT') return named('timeout', 'the connection was not accepted');
  if (code === 'UND_ERR_HEADERS_OVERFLOW') return named('unreadable', 'the headers are too large');
  if (code === 'UND_ERR_INVALID_ARG') return named('refused', 'the call holds what HTTP does not allow');
  if (ofCertificate.test(code)) return named('untrusted', `the certificate cannot be trusted: ${faultOf(code)}`);
  if (code === 'ERR_SSL_WRONG_VERSION_NUMBER' || code === 'ERR_SSL_HTTP_REQUEST') {
    return named('unreachable', 'the receiver does not speak TLS at this address');
  }
  if (/^ERR_(SSL|TLS|OSSL)_/u.test(code)) {
    return named('unreachable', `no secure connection could be agreed on (${code})`);
  }
  if (error instanceof errors.SocketError && error.message === 'other side closed') {
    return named('unreachable', 'the receiver closed the connection without an answer');
  }
  if (/^E[A-Z]+$/u.test(code)) return named('unreachable', `the connection failed: ${code}`);
  return reads ? named('unreadable', 'the answer is not HTTP') : named('unreachable', 'the connection failed');
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function faultOf(code: string): string {
  const fault = certificateFaults[code];
  return fault === undefined ? code : `${fault} (${code})`;
}
