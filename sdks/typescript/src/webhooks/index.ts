/** Webhooks alone: for whoever receives events and calls nothing. */
export type { DreamEvent, EventData, EventOf, ReceivedEvent, ThinEvent, UnknownEvent } from '../types.ts';
export { type ConstructEventOptions, constructEvent } from './construct-event.ts';
export type { RawBody } from './raw-body.ts';
export { signTestEvent } from './sign-test-event.ts';
export { WebhookSignatureError, type WebhookSignatureErrorCode } from './webhook-signature-error.ts';
