import { createHash } from 'node:crypto';
import type { DesiredState } from './resource.ts';

/**
 * sha256, hexadecimal, of a desired state in the very form and order in which it is sent: what a client may send
 * in its place. Not of its canonical form, which costs several times as much and would gain nothing: the same files
 * give the same text, and a text that differs is only sent in full.
 */
export function hashDesiredState({ project, environment, settings, resources }: DesiredState): string {
  const text = JSON.stringify({ project, environment, settings, resources });
  return createHash('sha256').update(text).digest('hex');
}
