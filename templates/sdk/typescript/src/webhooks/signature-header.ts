import { WebhookSignatureError } from './webhook-signature-error.ts';

export interface SignatureHeader {
  /** As it was written, since that was signed. */
  readonly seconds: string;
  readonly signatures: readonly string[];
}

/** `t=<seconds>,v1=<hex>`, with any number of `v1`. Other schemes are passed over. */
export function readSignatureHeader(header: string): SignatureHeader {
  const valuesOf = (name: string): readonly string[] =>
    header.split(',').flatMap((part) => {
      const [scheme = '', ...value] = part.split('=');
      return scheme.trim() === name ? [value.join('=').trim()] : [];
    });
  // Of several, what is between them is no digit.
  const seconds = valuesOf('t').join();
  if (!/^\d{1,15}$/.test(seconds)) {
    throw new WebhookSignatureError('malformed-signature', 'The signature is not of the form t=<seconds>,v1=<hex>');
  }
  return { seconds, signatures: valuesOf('v1').map((value) => value.toLowerCase()) };
}
