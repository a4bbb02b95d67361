import type { CallOptions } from '../../../../sdks/typescript/src/index.ts';
import type { DecisionBody, DecisionSource, LocalDecision } from '../../../../sdks/typescript/src/permissions/index.ts';

/** One call of `access.decisions.report`, as it came. */
export interface Reported {
  readonly decisions: readonly DecisionBody[];
  readonly key: string | undefined;
  /** `null`: none is to be named; undefined: that of the client. */
  readonly tenant: string | null | undefined;
}

/** A decision log that answers when it is told to. */
export class ScriptedLog implements DecisionSource {
  readonly calls: Reported[] = [];
  /** Thrown, or answered. */
  next: unknown = { logged: 0, unknownTenants: [] };
  /** How many calls are under way, and how many there were at once. */
  underWay = 0;
  atOnce = 0;
  /** Milliseconds that an answer takes. */
  takes = 0;

  readonly access: DecisionSource['access'] = {
    decisions: {
      report: async ({ decisions }, { idempotencyKey, signal, tenant }: CallOptions = {}) => {
        this.calls.push({ decisions: structuredClone(decisions), key: idempotencyKey, tenant });
        this.underWay += 1;
        this.atOnce = Math.max(this.atOnce, this.underWay);
        await this.#answered(signal);
        this.underWay -= 1;
        if (signal?.aborted === true) throw new Error('aborted');
        if (this.next instanceof Error) throw this.next;
        return this.next;
      },
    },
  };

  async #answered(signal: AbortSignal | undefined): Promise<void> {
    if (this.takes === 0) return;
    await new Promise((resolve) => {
      setTimeout(resolve, this.takes);
      signal?.addEventListener('abort', resolve);
    });
  }

  /** How many decisions each call held. */
  get sizes(): readonly number[] {
    return this.calls.map(({ decisions }) => decisions.length);
  }
}

export function decision(place: number, more: Partial<LocalDecision> = {}): LocalDecision {
  return {
    subject: { id: 'ada' },
    permission: 'invoice:read',
    resource: { id: String(place) },
    tenant: 'acme',
    allowed: true,
    policyRevision: 7,
    ...more,
  };
}
