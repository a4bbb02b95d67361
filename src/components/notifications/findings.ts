import type { BodyFinding } from '../../engine/model/registry.ts';

/** Every mistake that only this component can see: code → what it means. */
export const findings = {
  'notifications/step-without-action': 'A step does nothing, or several things at once.',
  'notifications/step-without-template':
    'A step sends by a channel but has no template, or has a template but no channel.',
  'notifications/step-order': 'A step waits for itself or for one that comes after it.',
  'notifications/step-without-status': 'A step waits for one that sends nothing and so is never read or delivered.',
  'notifications/template-without-channel': 'A step sends by a channel for which its template has no content.',
  'notifications/unknown-attribute': 'A condition asks for something that workflows do not know.',
  'notifications/start-incomplete': 'A workflow that events start lacks a payload or recipients.',
  'notifications/empty-template': 'A template has no content for any channel.',
  'notifications/content-incomplete': 'The content of a template lacks what its channel cannot do without.',
  'notifications/template-syntax': 'A text has a placeholder that cannot be read.',
  'notifications/unknown-variable': 'A text uses a variable that does not exist.',
} as const;

export type NotificationsFinding = BodyFinding & { readonly code: keyof typeof findings };
