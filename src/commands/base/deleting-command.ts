import { notConfirmedError } from '../../app/command-errors.ts';
import { confirm } from './ask.ts';
import { ProjectCommand } from './project-command.ts';
import { isInteractive } from './terminal.ts';

/** A command that takes away for good: asks first where somebody can answer. */
export abstract class DeletingCommand extends ProjectCommand {
  protected async askBefore(question: string, { yes }: { readonly yes: boolean }): Promise<void> {
    if (yes || this.jsonEnabled() || !isInteractive()) return;
    if (!(await confirm(question))) throw notConfirmedError();
  }
}
