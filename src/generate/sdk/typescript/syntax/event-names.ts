import { namesOfEvents } from '../../event-arms.ts';

/** What stands for the type of an event, and for its data, where what all events have is declared. */
export const eventParameters = { type: 'OwnType', data: 'OwnData' } as const;

/** What is declared for events; nothing of the API may be called so. */
export const eventNames: readonly string[] = [
  ...namesOfEvents,
  'EventData',
  'EventOf',
  'EventsOf',
  ...Object.values(eventParameters),
];
