import pg from 'pg';
import type { Isolation, SessionScope } from './contract.ts';

const BEGIN: { readonly [isolation in Isolation]: string } = {
  read: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
  write: 'BEGIN ISOLATION LEVEL READ COMMITTED',
  prepared: 'BEGIN ISOLATION LEVEL READ COMMITTED',
  serializable: 'BEGIN ISOLATION LEVEL SERIALIZABLE',
};

export interface BeginOptions {
  readonly isolation: Isolation;
  /** Undefined for the control plane itself. */
  readonly scope?: SessionScope;
  /** Milliseconds any one statement may take. */
  readonly statementTimeout: number;
}

/**
 * Everything that opens a transaction, in one text and so in one round trip. Each setting is local to the
 * transaction: what is left on a pooled connection afterwards is nothing.
 */
export function beginStatements(options: BeginOptions): string {
  const { scope } = options;
  const role = scope === undefined ? 'dream_control_plane' : 'dream_app';
  const settings: readonly (readonly [string, string])[] = [
    ['dream.project_id', scope?.projectId ?? ''],
    ['dream.environment_id', scope?.environmentId ?? ''],
    ['dream.tenant_id', scope?.tenantId ?? ''],
    ['statement_timeout', String(options.statementTimeout)],
    ['TimeZone', 'UTC'],
    // Left to itself, PostgreSQL guesses that the kept plan of a statement over lists is dearer than it is.
    ...(options.isolation === 'prepared' ? ([['plan_cache_mode', 'force_generic_plan']] as const) : []),
  ];
  const calls = settings.map(
    ([name, value]) => `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`,
  );
  return `${BEGIN[options.isolation]}; SET LOCAL ROLE ${role}; SELECT ${calls.join(', ')}`;
}
