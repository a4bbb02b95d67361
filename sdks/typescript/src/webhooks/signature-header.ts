import { WebhookSignatureError } from './webhook-signature-error.ts';

export interface SignatureHeader {
  /** As it was written, since that was signed. */
  readonly seconds: string;
  readonly signatures: readonly string[];
}

/** `t=<seconds>,v1=<hex>`, with any number of `v1`. Other schemes are passed over. */
export function readSignatureHeader(header: string): SignatureHeader {
  const pairs = header.split(',').map((part) => {
    const [name = '', ...value] = part.split('=');
    return { name: name.trim(), value: value.join('=').trim() };
  });
  const [time, ...more] = pairs.filter(({ name }) => name === 't');
  const signatures = pairs.flatMap(({ name, value }) => (name === 'v1' ? [value.toLowerCase()] : []));
  if (time === undefined || more.length > 0 || !/^\d{1,15}$/.test(time.value)) {
    throw new WebhookSignatureError('malformed-signature', 'The signature is not of the form t=<seconds>,v1=<hex>');
  }
  return { seconds: time.value, signatures };
}
