import { Resource } from '../core/resource.ts';
import { constructEvent } from '../webhooks/construct-event.ts';
import { signTestEvent } from '../webhooks/sign-test-event.ts';

/** What `client.webhooks` has besides its operations. None of it asks the server. */
export abstract class WebhooksAdditions extends Resource {
  readonly constructEvent: typeof constructEvent = constructEvent;
  readonly signTestEvent: typeof signTestEvent = signTestEvent;
}
