import { defineError } from '../../engine/platform-error/index.ts';

export const eventErrors = {
  notFound: defineError({
    code: 'events/not-found',
    type: 'not-found',
    userMessage: 'There is no such event.',
    meaning: 'The environment has no event of this id, or none that the caller may see: events are kept for 90 days.',
  }),
  unknownCursor: defineError({
    code: 'events/unknown-cursor',
    type: 'validation',
    userMessage: 'The position in the list of events is not valid.',
    meaning:
      '`after` or `Last-Event-ID` is neither a `nextCursor` nor the id of an event that is still kept; or it is ahead of all that has happened in this database, as after a restore from a backup. A `nextCursor` stays good longer than the event it comes from.',
  }),
  unreadableSince: defineError({
    code: 'events/unreadable-date',
    type: 'validation',
    userMessage: 'The date is not valid.',
    meaning:
      '`since` or `until` is no date and no instant of RFC 3339, or `until`, or where it is absent this moment, lies before `since`.',
  }),
  tenantMismatch: defineError({
    code: 'events/tenant-mismatch',
    type: 'validation',
    userMessage: 'The request contradicts itself.',
    meaning:
      'The parameter `tenant` names another tenant than the one that the request is about: by `X-Tenant-ID`, or as the default of its key.',
  }),
} as const;

export const webhookErrors = {
  unknownEndpoint: defineError({
    code: 'webhooks/unknown-endpoint',
    type: 'not-found',
    userMessage: 'There is no such webhook.',
    meaning: 'The environment has no WebhookEndpoint of this key.',
  }),
  unknownDelivery: defineError({
    code: 'webhooks/unknown-delivery',
    type: 'not-found',
    userMessage: 'There is no such delivery.',
    meaning: 'The environment has no delivery of this id: deliveries are kept for 90 days, as events are.',
  }),
  secretIsConfigured: defineError({
    code: 'webhooks/secret-is-configured',
    type: 'conflict',
    userMessage: 'The secret of this webhook is set elsewhere.',
    meaning:
      'The endpoint names its secret, `secret: ${secrets.NAME}`, so the server makes none. To exchange it without a gap, set NAME to the new secret, a space, and the old one: both sign. Take the old one away when the receiver knows the new one.',
  }),
  noMasterKey: defineError({
    code: 'webhooks/no-master-key',
    type: 'conflict',
    userMessage: 'The secret cannot be kept.',
    meaning: 'The server was started without a master key (`DREAM_MASTER_KEY`) to seal a signing secret with.',
  }),
  secretStillValid: defineError({
    code: 'webhooks/secret-still-valid',
    type: 'conflict',
    userMessage: 'The secret was changed a short while ago.',
    meaning:
      'The secret before the present one still signs, as was promised when that was made, and a call carries two signatures at most. Make a new secret once that time is over, or with `keepPreviousFor: 0`, on the command line `--overlap 0s`, which ends both at once.',
  }),
  tooManyEvents: defineError({
    code: 'webhooks/too-many-events',
    type: 'validation',
    userMessage: 'Those are too many events at once.',
    meaning: 'One request replays at most 10,000 events: name a shorter time, or fewer types.',
  }),
} as const;
