import type { Style } from './style.ts';
import { listed } from './text/count.ts';
import { keysText } from './text/keys-text.ts';
import { moment } from './text/moment.ts';
import { pageLines, type Totals } from './text/page-lines.ts';
import { table } from './text/table.ts';
import { visible } from './text/visible.ts';

export interface KeyFacts {
  readonly id: string;
  readonly type: 'secret' | 'publishable';
  readonly name: string;
  /** Enough of the key to recognise it, never enough to use it. */
  readonly hint: string;
  readonly mode: 'test' | 'live';
  readonly scopes: readonly string[];
  readonly defaultTenant: string | null;
  readonly lastUsedAt: string | null;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
}

export function formatKeys(keys: readonly KeyFacts[], totals: Totals, style: Style): string {
  if (totals.totalItems === 0) return 'There are no API keys yet. Make one with: dream keys create --name NAME';
  const withTenant = keys.some(({ defaultTenant }) => defaultTenant !== null);
  // The hint says the type. What may be long comes last, so that a narrow terminal breaks only that.
  const rows = keys.map((key) => [
    visible(key.id),
    visible(key.name),
    visible(key.hint),
    key.lastUsedAt === null ? 'never' : visible(moment(key.lastUsedAt)),
    stateOf(key, style),
    ...(withTenant ? [visible(key.defaultTenant ?? '–')] : []),
    keysText(key.scopes),
  ]);
  const headings = ['ID', 'NAME', 'KEY', 'LAST USED', 'STATE', ...(withTenant ? ['TENANT'] : []), 'SCOPES'];
  const lines = table(headings, rows, style);
  return [...lines, ...pageLines(totals, 'API key', style)].join('\n');
}

/** The only view that prints a key: it cannot be read back later. */
export function formatNewKey(key: KeyFacts & { readonly key: string }, style: Style): string {
  const scopes = key.scopes.length === 0 ? 'no scopes' : `for ${scopesText(key.scopes)}`;
  const acting = key.defaultTenant === null ? '' : `, acting for ${visible(key.defaultTenant)}`;
  const what = `${key.type} key ${visible(key.name)}, ${key.mode} mode, ${scopes}${acting}`;
  return [
    `${style.good('✓')} ${what}  ${style.faint(visible(key.id))}`,
    '',
    `  ${style.strong(visible(key.key))}`,
    '',
    'Keep it now: it is not shown again.',
  ].join('\n');
}

function scopesText(scopes: readonly string[]): string {
  return scopes.includes('*') ? 'everything' : listed(scopes.map(visible));
}

function stateOf({ expiresAt, revokedAt }: KeyFacts, style: Style): string {
  if (revokedAt !== null) return style.bad(`revoked ${visible(moment(revokedAt))}`);
  return expiresAt === null ? style.good('active') : style.notice(`until ${visible(moment(expiresAt))}`);
}
