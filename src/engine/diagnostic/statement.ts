import { catalogue, type DiagnosticCode, type DiagnosticParameters } from './catalogue.ts';
import type { Severity } from './diagnostic.ts';

/** What is wrong, before anybody knows where. Codes beyond the catalogue come from the checks of kinds. */
export interface Statement {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string;
  readonly sensitive?: true;
}

export interface StatementExtras {
  readonly hint?: string | undefined;
  readonly sensitive?: boolean | undefined;
}

/** Words a mistake from the catalogue; the parameters are those its message needs. */
export function state<Code extends DiagnosticCode>(
  code: Code,
  parameters: DiagnosticParameters<Code>,
  extras: StatementExtras = {},
): Statement {
  const entry = catalogue[code];
  // The catalogue's type ties each code to its parameters; TypeScript cannot follow that through the index.
  const message: (parameters: DiagnosticParameters<Code>) => string = entry.message as (
    parameters: DiagnosticParameters<Code>,
  ) => string;
  return {
    code,
    severity: entry.severity,
    message: message(parameters),
    ...(extras.hint === undefined ? {} : { hint: extras.hint }),
    ...(extras.sensitive === true ? { sensitive: true } : {}),
  };
}
