import type { Isolation, SessionScope } from './contract.ts';
import type { Statement } from './sent-together.ts';

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
  /** Milliseconds that may pass between two statements; 0: as many as it takes. */
  readonly idleTimeout: number;
}

/**
 * All that opens a transaction, prepared once for each connection. Each setting is local to the transaction: what is
 * left on a pooled connection afterwards is nothing.
 */
export function beginStatements({
  idleTimeout,
  isolation,
  scope,
  statementTimeout,
}: BeginOptions): readonly Statement[] {
  return [
    { name: `dream_begin_${isolation}`, text: BEGIN[isolation] },
    {
      name: 'dream_settings',
      // One column, since each is described anew in every answer, and none of them is read.
      text: `SELECT num_nulls(set_config('role', $1, true), set_config('dream.project_id', $2, true),
        set_config('dream.environment_id', $3, true), set_config('dream.tenant_id', $4, true),
        set_config('statement_timeout', $5, true), set_config('TimeZone', 'UTC', true),
        set_config('idle_in_transaction_session_timeout', $7, true),
        set_config('plan_cache_mode', coalesce($6, current_setting('plan_cache_mode')), true))`,
      values: [
        scope === undefined ? 'dream_control_plane' : 'dream_app',
        scope?.projectId ?? '',
        scope?.environmentId ?? '',
        scope?.tenantId ?? '',
        String(statementTimeout),
        // Left to itself, PostgreSQL guesses that the kept plan of a statement over lists is dearer than it is.
        isolation === 'prepared' ? 'force_generic_plan' : null,
        String(idleTimeout),
      ],
    },
  ];
}
