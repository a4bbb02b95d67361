import { DreamError } from '../core/errors.ts';

/** Why an event is not to be believed. */
export type WebhookSignatureErrorCode =
  | 'missing-signature'
  | 'malformed-signature'
  | 'body-was-parsed'
  | 'no-match'
  | 'too-old'
  | 'too-new'
  | 'malformed-body';

/** What came is no event of Dream, or cannot be told from one that is not: answer 400, and do nothing else. */
export class WebhookSignatureError extends DreamError {
  override readonly name: string = 'WebhookSignatureError';
  readonly code: WebhookSignatureErrorCode;
  /** What frameworks answer where it is thrown on to them. */
  readonly statusCode = 400;

  constructor(code: WebhookSignatureErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
