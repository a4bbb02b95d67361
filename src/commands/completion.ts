import * as Args from '@oclif/core/args';
import type { Command } from '@oclif/core/command';
import { bashCompletion } from '../views/completion/bash.ts';
import { fishCompletion } from '../views/completion/fish.ts';
import { type CompletionCommand, shells } from '../views/completion/shells.ts';
import { zshCompletion } from '../views/completion/zsh.ts';
import { DreamCommand } from './base/dream-command.ts';
import { loadFullConfig } from './entry/full-config.ts';
import { writeOut } from './base/write-out.ts';

export class Completion extends DreamCommand {
  static override summary = 'Print a completion script for your shell.';
  static override description =
    'bash: eval "$(dream completion bash)" in ~/.bashrc. zsh: eval "$(dream completion zsh)" in ~/.zshrc, after compinit. fish: dream completion fish > ~/.config/fish/completions/dream.fish';
  static override enableJsonFlag = false;
  static override withoutJson = 'It prints a script, which a shell reads as it stands.';
  static override args = {
    shell: Args.string({ description: 'bash, zsh or fish.', ignoreStdin: true, options: [...shells], required: true }),
  };

  async run(): Promise<void> {
    const { args } = await this.parse(Completion);
    const { bin, commands } = await loadFullConfig();
    const known = commands
      .filter(({ hidden }) => hidden !== true)
      .map(toCompletion)
      .toSorted((a, b) => (a.words < b.words ? -1 : 1));
    const script = { bash: bashCompletion, fish: fishCompletion, zsh: zshCompletion }[shellNamed(args.shell)];
    writeOut(1, script(bin, known));
  }
}

function shellNamed(name: string): (typeof shells)[number] {
  return shells.find((shell) => shell === name) ?? 'bash';
}

function toCompletion({ args: known, flags, id, summary }: Command.Loadable): CompletionCommand {
  const args = Object.values(known).map(({ name, options }) => ({ name, values: options }));
  const options = Object.values(flags).map((flag) => ({
    char: flag.char,
    name: flag.name,
    summary: (flag.summary ?? flag.description ?? '').split('\n', 1)[0] ?? '',
    takesValue: flag.type === 'option',
    values: flag.type === 'option' && flag.options !== undefined ? [...flag.options] : undefined,
  }));
  return { args, options, summary: summary ?? '', words: id.replaceAll(':', ' ') };
}
