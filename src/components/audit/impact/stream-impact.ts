import type { TellImpact } from '../../contract.ts';

/** A stream takes nothing from anybody: what it changes is who else reads the record. */
export const streamImpact: TellImpact = (changes) =>
  Promise.resolve(
    changes.map(({ kind }) =>
      kind === 'AuditStream'
        ? { effects: [], unknown: [], none: 'entries are sent elsewhere besides; nobody has more or less of anything' }
        : null,
    ),
  );
