import type { AccessQuestion, Decision } from '../../components/access-contract.ts';
import type { Host } from '../../host/contract.ts';
import { actionNamed } from './asked.ts';
import type { LocalPolicy } from './local-policy.ts';
import { readSituation, type SituationOptions } from './situation.ts';

export interface CheckOptions extends SituationOptions {
  readonly action: string;
  readonly resource: string;
}

export interface CheckAnswer {
  readonly question: AccessQuestion;
  readonly decision: Decision;
}

/**
 * May somebody do it, as the files have it?
 *
 * @throws ValidationError `cli/usage` for what cannot be read, and for names that the files do not have
 */
export async function checkLocally(local: LocalPolicy, options: CheckOptions, host: Host): Promise<CheckAnswer> {
  const { about, relations } = await readSituation(local, options, host);
  const situation = about(options.resource);
  const question = { ...situation, action: actionNamed(options.action, situation.resource.type, local) };
  return { question, decision: local.policy.check(question, relations) };
}
