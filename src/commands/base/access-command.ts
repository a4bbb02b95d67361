import { type LocalPolicy, localPolicy } from '../../app/access/local-policy.ts';
import { ProjectCommand, type TargetOptions } from './project-command.ts';

/** A command that answers from the files who may do what. */
export abstract class AccessCommand extends ProjectCommand {
  protected async policyOf(options: TargetOptions): Promise<{ environment: string; policy: LocalPolicy }> {
    const configuration = await this.configuration(options.dir);
    const { environment } = this.target(options, configuration);
    return { environment, policy: localPolicy(configuration, environment) };
  }
}
