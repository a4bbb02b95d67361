import type { Decision } from '../../components/access-contract.ts';
import type { Host } from '../../host/contract.ts';
import type {
  AccessClient,
  AccessQuestionRequest,
  AccessResource,
  AccessSubject,
  CheckedAccess,
  EntitledSubject,
  SubjectAbility,
} from '../access-client.ts';
import { usageError } from '../command-errors.ts';
import { objectNamed, subjectNamed } from './asked.ts';
import { type AttributeSets, readAttributes } from './attributes.ts';

type Client = AccessClient['access'];

/** What a command asks of a control plane, about the people that it knows. */
export interface LiveOptions {
  /** Undefined: the one that the key acts for, or the product's only one. */
  readonly tenant: string | undefined;
  /** JSON, or `@` and a file. */
  readonly attributes?: string | undefined;
}

export interface LiveCheck {
  readonly question: {
    readonly subject: CheckedAccess['subject'];
    readonly action: string;
    readonly resource: { readonly type: string; readonly id: string | null };
    /** The id is null where the control plane was left to know it. */
    readonly tenant: { readonly id: string | null };
  };
  readonly decision: CheckedAccess;
}

/** @throws ValidationError `cli/usage` for what cannot be read */
export async function checkLive(
  client: Client,
  options: LiveOptions & { readonly user: string; readonly action: string; readonly resource: string },
  host: Host,
): Promise<LiveCheck> {
  const { about, subject } = await readQuestion(options, host);
  const { action, tenant = null } = options;
  const asked = about(options.resource);
  const decision = await client.check({ ...asked, subject: subject(options.user), action });
  const { id = null, type } = asked.resource;
  return { question: { subject: decision.subject, action, resource: { type, id }, tenant: { id: tenant } }, decision };
}

export interface LiveAbility {
  readonly subject: SubjectAbility['subject'];
  /** The id is null where the control plane was left to know it. */
  readonly tenant: { readonly id: string | null };
  readonly policyRevision: number;
  readonly permissions: SubjectAbility['permissions'];
  readonly actions: readonly { readonly action: string; readonly decision: Decision }[] | null;
}

/** @throws ValidationError `cli/usage` for what cannot be read */
export async function canLive(
  client: Client,
  options: LiveOptions & { readonly user: string; readonly resource?: string | undefined },
  host: Host,
): Promise<LiveAbility> {
  const { about, subject } = await readQuestion(options, host);
  const { resource } = options;
  const whole = { ...within(options), subject: subject(options.user) };
  const {
    actions,
    permissions,
    policyRevision,
    subject: found,
  } = await client.can(resource === undefined ? whole : { ...about(resource), ...whole });
  return {
    subject: found,
    tenant: { id: options.tenant ?? null },
    policyRevision,
    permissions,
    actions: actions?.map(({ action, ...decision }) => ({ action, decision })) ?? null,
  };
}

/** Everybody who may, by type and id. @throws ValidationError `cli/usage` for what cannot be read */
export async function whoLive(
  client: Client,
  options: LiveOptions & { readonly action: string; readonly resource: string },
  host: Host,
): Promise<readonly EntitledSubject[]> {
  const { about } = await readQuestion(options, host);
  const question = { ...about(options.resource), action: options.action };
  const found: EntitledSubject[] = [];
  for (let page = 1; ; page += 1) {
    const { data, pagination } = await client.who(question, { page, pageSize: 1_000 });
    found.push(...data);
    if (!pagination.hasNext) return found;
  }
}

interface Question {
  readonly subject: (user: string) => AccessSubject;
  readonly about: (resource: string) => Pick<AccessQuestionRequest, 'tenant' | 'resource' | 'context'>;
}

async function readQuestion({ attributes, tenant }: LiveOptions, host: Host): Promise<Question> {
  const known = await readAttributes(attributes, host);
  refuseWhatIsKept(known);
  return {
    subject: (user) => ({ ...subjectNamed(user), properties: known.user }),
    about: (resource) => ({
      ...within({ tenant }),
      resource: resourceNamed(resource, known),
      context: known.context,
    }),
  };
}

function within({ tenant }: Pick<LiveOptions, 'tenant'>): { readonly tenant?: string } {
  return tenant === undefined ? {} : { tenant };
}

function refuseWhatIsKept({ action, tenant }: AttributeSets): void {
  const given = Object.keys(tenant).length > 0 ? 'tenant' : Object.keys(action).length > 0 ? 'action' : null;
  if (given === null) return;
  throw usageError(
    `--attributes: ${given} is for the files alone.`,
    'A control plane knows its tenants; say what it does not know of user, resource and context.',
  );
}

function resourceNamed(text: string, { resource: properties }: AttributeSets): AccessResource {
  const { id, type } = objectNamed(text);
  return { type, ...(id === null ? {} : { id }), properties };
}
