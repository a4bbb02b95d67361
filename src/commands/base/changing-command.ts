import { allowedFigures } from '../../app/allowed-figures.ts';
import { notConfirmedError } from '../../app/command-errors.ts';
import type { ApplyRequest, ApplyResult } from '../../app/control-plane-client.ts';
import type { Changeset } from '../../engine/changeset/changeset.ts';
import { type ApplyResultJson, applyResultJson, formatApplyResult } from '../../views/apply-result.ts';
import { formatChangeset } from '../../views/changeset-text.ts';
import { isQuiet } from '../../views/changeset-wording.ts';
import { confirm } from './ask.ts';
import { exitCodes } from './exit-code.ts';
import { ProjectCommand } from './project-command.ts';
import { isInteractive } from './terminal.ts';

interface Decided {
  readonly allow?: readonly string[] | undefined;
  readonly approve?: string | undefined;
  readonly message?: string | undefined;
}

/** A command that changes an environment: shows the changeset, asks where somebody can answer, says what was done. */
export abstract class ChangingCommand extends ProjectCommand {
  protected asks(options: { readonly yes: boolean; readonly 'dry-run': boolean }): boolean {
    return !options.yes && !options['dry-run'] && !this.jsonEnabled() && isInteractive();
  }

  /** What the caller has decided beforehand, and why. */
  protected decided({ allow, approve, message }: Decided): Pick<ApplyRequest, 'allow' | 'approve' | 'message'> {
    return {
      ...(approve === undefined ? {} : { approve }),
      ...(allow === undefined ? {} : { allow: allowedFigures(allow) }),
      ...(message === undefined ? {} : { message }),
    };
  }

  /** `command` is what an approval of the changeset would be given to, `approve` one that was. */
  protected show(changeset: Changeset, approve: string | undefined, command = 'dream apply'): void {
    if (!isQuiet(changeset)) this.print(`${formatChangeset(changeset, { ...this.textOptions, approve, command })}\n`);
  }

  /** Throws unless the answer is yes. Where the server will refuse anyway, the question would be a false promise. */
  protected async ask(question: string, changeset: Changeset, approve: string | undefined): Promise<void> {
    const lifted = approve === undefined ? ['allowed'] : ['allowed', 'needs-approval'];
    const mayPass = changeset.guardrails.every(({ outcome }) => lifted.includes(outcome));
    if (isQuiet(changeset) || !mayPass || changeset.conflicts.length > 0) return;
    if (!(await confirm(question))) throw notConfirmedError();
  }

  /** A dry run of what would be refused outright exits as the apply would; an approval can still be given. */
  protected report(result: ApplyResult, rolledBackTo?: number): ApplyResultJson {
    this.print(formatApplyResult({ ...result, rolledBackTo }, this.style));
    const { conflicts, guardrails } = result.changeset;
    if (conflicts.length > 0) process.exitCode = exitCodes.error;
    else if (guardrails.some(({ outcome }) => outcome === 'refused')) process.exitCode = exitCodes.refused;
    return applyResultJson(result);
  }
}
