import type { Operation } from '../../../server/operation.ts';
import { streamEventSchema } from './api-schemas.ts';
import type { LiveEnvironment } from './live-environment.ts';
import { versionFor } from './live-ruleset.ts';
import type { LiveRulesets } from './live-rulesets.ts';
import { delivering } from './ruleset-operation.ts';
import { type Following, streamEvents } from './stream-events.ts';

/** Changes of the rules, as they happen. */
export function streamOperation(rulesets: LiveRulesets): Operation {
  return {
    ...delivering,
    id: 'flags.stream',
    method: 'GET',
    path: '/v1/flag-ruleset/stream',
    summary: 'Follow the rules as they change',
    description:
      'Server-sent events. A secret key gets `put` with everything, then `patch` with what changes; whoever comes back with `Last-Event-ID` gets what they missed. A publishable key, alone or with the token of a user, is only told that there is something new (`changed`), and asks `flags.evaluate`. A comment every 15 seconds shows that the connection is alive.',
    auth: ['secret', 'publishable', 'user'],
    responses: {
      200: { description: 'The stream.', schema: streamEventSchema, contentType: 'text/event-stream' },
    },
    respond: async ({ background, caller, lastEventId }) => {
      // Whatever is wrong now is an error; later it is only a pause.
      await rulesets.of(caller, background).current();
      return {
        events(reader) {
          const environment = rulesets.of(caller, background);
          const following = caller.mode === 'secret' ? whole(environment) : notices(caller.tenantId);
          return streamEvents({ ...reader, ...following, environment, seen: lastEventId });
        },
      };
    },
  };
}

type Kind = Pick<Following, 'tenantId' | 'versionOf' | 'eventOf'>;

function whole(environment: LiveEnvironment): Kind {
  return {
    tenantId: null,
    versionOf: ({ version }) => version,
    eventOf(live, seen) {
      const patch = seen === null ? undefined : environment.since(seen);
      return patch === undefined
        ? { event: 'put', id: live.version, data: live.text() }
        : { event: 'patch', id: live.version, data: patch };
    },
  };
}

function notices(tenantId: string | null): Kind {
  return {
    tenantId,
    versionOf: (live, plan) => versionFor(live, tenantId, plan),
    eventOf: (_live, _seen, version) => ({ event: 'changed', id: version, data: JSON.stringify({ version }) }),
  };
}
