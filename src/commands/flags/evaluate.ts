import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { usageError } from '../../app/command-errors.ts';
import { type BatchAnswer, evaluateBatch } from '../../app/flags/evaluate-batch.ts';
import { type EvaluatedFlag, evaluateFlag } from '../../app/flags/evaluate-flag.ts';
import { formatAnswer, unmanagedText } from '../../views/flags/answer.ts';
import { formatExplanation } from '../../views/flags/explanation.ts';
import { filesOptions } from '../base/access-options.ts';
import { exitCodes } from '../base/exit-code.ts';
import { ProjectCommand } from '../base/project-command.ts';

/** `flags evaluate KEY --json`. */
export type EvaluateJson = EvaluatedFlag['answer'] & {
  readonly environment: string;
  /** With `--explain`; null for a flag that is not there. */
  readonly explanation?: EvaluatedFlag['explanation'];
};

/** `flags evaluate --batch FILE --json`. */
export interface EvaluateBatchJson {
  readonly environment: string;
  readonly results: readonly BatchAnswer[];
}

export class FlagsEvaluate extends ProjectCommand {
  static override summary = 'Say what somebody gets of a flag, as the files have it.';
  static override description =
    'Needs no server. The context says who asks, by kind: user, tenant, device or one of your own. With --batch, each line of a file is a question, and there is a line of JSON for each, in order. Exits with 1 when there is no such flag or no answer.';
  static override examples = [
    `<%= config.bin %> flags evaluate checkout --context '{"user": {"key": "ada"}, "tenant": {"key": "acme", "plan": "pro"}}'`,
    '<%= config.bin %> flags evaluate checkout --context @context.json --env production --explain',
    '<%= config.bin %> flags evaluate --batch questions.ndjson --env production',
  ];
  static override args = { key: Args.string({ description: 'Key of the flag.', ignoreStdin: true }) };
  static override flags = {
    ...filesOptions,
    context: Flags.string({ description: 'Who asks: JSON, or @ and a file.', helpValue: 'JSON' }),
    default: Flags.string({ description: 'The default given in code, as JSON.', helpValue: 'JSON' }),
    at: Flags.string({ description: 'When it is asked; now, unless given.', helpValue: 'TIME' }),
    explain: Flags.boolean({ description: 'Show every rule and condition with the value it saw.' }),
    batch: Flags.string({
      description: 'Answer each line {"flag", "context", "default"} of this file.',
      helpValue: 'FILE',
      exclusive: ['context', 'default', 'explain'],
    }),
  };

  async run(): Promise<EvaluateJson | EvaluateBatchJson> {
    const { args, flags } = await this.parse(FlagsEvaluate);
    if ((args.key === undefined) === (flags.batch === undefined))
      throw usageError('Either one flag is evaluated or a batch.', 'Name a flag by its key, or a file with --batch.');
    const configuration = await this.configuration(flags.dir);
    const { environment } = this.target(flags, configuration);
    if (flags.batch !== undefined) {
      const results = await evaluateBatch(configuration, { environment, file: flags.batch, at: flags.at }, this.host);
      if (results.length > 0) this.print(results.map((result) => JSON.stringify(result)).join('\n'));
      return { environment, results };
    }
    const asked = { ...flags, environment, key: args.key ?? '' };
    const { answer, explanation, hints, unmanaged } = await evaluateFlag(configuration, asked, this.host);
    if (answer.reason === 'ERROR') process.exitCode = exitCodes.error;
    this.print(
      explanation === null
        ? formatAnswer(answer, this.textOptions)
        : formatExplanation(answer, explanation, this.textOptions),
    );
    for (const hint of hints) this.notice(hint);
    if (unmanaged.length > 0) this.notice(unmanagedText(unmanaged));
    return { ...answer, environment, ...(flags.explain ? { explanation } : {}) };
  }
}
