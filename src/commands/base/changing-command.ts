import { notConfirmedError } from '../../app/command-errors.ts';
import type { ApplyResult } from '../../app/control-plane-client.ts';
import type { Changeset } from '../../engine/changeset/changeset.ts';
import { type ApplyResultJson, applyResultJson, formatApplyResult } from '../../views/apply-result.ts';
import { formatChangeset } from '../../views/changeset-text.ts';
import { isQuiet } from '../../views/changeset-wording.ts';
import { confirm } from './ask.ts';
import { ProjectCommand } from './project-command.ts';
import { isInteractive } from './terminal.ts';

/** A command that changes an environment: shows the changeset, asks where somebody can answer, says what was done. */
export abstract class ChangingCommand extends ProjectCommand {
  protected asks(options: { readonly yes: boolean; readonly 'dry-run': boolean }): boolean {
    return !options.yes && !options['dry-run'] && !this.jsonEnabled() && isInteractive();
  }

  protected show(changeset: Changeset): void {
    if (!isQuiet(changeset)) this.print(`${formatChangeset(changeset, this.textOptions)}\n`);
  }

  /** Throws unless the answer is yes. Where the server will refuse anyway, the question would be a false promise. */
  protected async ask(question: string, changeset: Changeset, approve: string | undefined): Promise<void> {
    const lifted = approve === undefined ? [] : ['needs-approval'];
    const mayPass = changeset.guardrails.every(({ outcome }) => lifted.includes(outcome));
    if (isQuiet(changeset) || !mayPass || changeset.conflicts.length > 0) return;
    if (!(await confirm(question))) throw notConfirmedError();
  }

  protected report(result: ApplyResult): ApplyResultJson {
    this.print(formatApplyResult(result, this.style));
    return applyResultJson(result);
  }
}
