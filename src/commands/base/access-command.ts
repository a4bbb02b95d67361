import { askOneTenant } from '../../app/access/ask-one-tenant.ts';
import { type LocalPolicy, localPolicy } from '../../app/access/local-policy.ts';
import type { AccessClient } from '../../app/access-client.ts';
import { usageError } from '../../app/command-errors.ts';
import { setVariable } from '../../app/set-variable.ts';
import { ProjectCommand, type TargetOptions } from './project-command.ts';

interface LiveFlags extends TargetOptions {
  readonly live: boolean;
  readonly tenant?: string | undefined;
  readonly role?: readonly string[] | undefined;
  readonly relationships?: string | undefined;
  readonly at?: string | undefined;
}

/** An answer, and the environment that it is about. */
interface Answered<T> {
  readonly answer: T;
  readonly environment: string;
}

/** A command that answers who may do what: from the files, or from a control plane. */
export abstract class AccessCommand extends ProjectCommand {
  protected async askFiles<T>(options: TargetOptions, work: (policy: LocalPolicy) => T): Promise<Answered<Awaited<T>>> {
    const configuration = await this.configuration(options.dir);
    const { environment } = this.target(options, configuration);
    return { answer: await work(localPolicy(configuration, environment)), environment };
  }

  /** Asks the control plane where the options say so; undefined where the files are meant. */
  protected async askLive<T>(
    flags: LiveFlags,
    work: (client: AccessClient['access'], tenant: string | undefined) => Promise<T>,
  ): Promise<Answered<T> | undefined> {
    if (!flags.live && flags.server === undefined) return undefined;
    for (const name of ['role', 'relationships', 'at'] as const) {
      if (flags[name] !== undefined)
        throw usageError(`--${name} is for the files alone.`, 'A control plane knows its people, and answers for now.');
    }
    const server = flags.server ?? setVariable(this.host.variables, 'DREAM_SERVER');
    const target = await this.targetOf({ ...flags, server });
    const answer = await this.withControlPlane(target, async ({ access }) => askOneTenant(access, flags.tenant, work));
    return { answer, environment: target.environment };
  }
}
