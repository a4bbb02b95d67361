import type { Somebody } from './impact.ts';

/** Who it is, by whatever name. Ids hold no line feeds. */
export function identityOf({ tenant = '', subject, resource }: Somebody): string {
  return `${tenant}\n${subject?.type ?? ''}\n${subject?.id ?? ''}\n${resource?.kind ?? ''}\n${resource?.key ?? ''}`;
}

export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
