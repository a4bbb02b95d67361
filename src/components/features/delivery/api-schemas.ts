import type { JsonObject } from '../../../engine/json.ts';

const version: JsonObject = {
  type: 'string',
  pattern: '^[0-9a-f]{64}$',
  description: 'Of the rules: the same for as long as they say the same.',
};
const byKey = (description: string): JsonObject => ({
  type: 'object',
  additionalProperties: { type: 'object' },
  description,
});

const rulesetSchema: JsonObject = {
  title: 'Ruleset',
  type: 'object',
  required: ['format', 'environment', 'revision', 'madeAt', 'flags', 'segments', 'entitlements'],
  properties: {
    format: { const: 1 },
    environment: { type: 'string' },
    revision: { type: 'integer', description: 'Of the environment, when it was made.' },
    madeAt: { type: 'integer', description: 'Milliseconds since 1970.' },
    flags: byKey('By key of the Flag.'),
    segments: byKey('Those that flags ask for.'),
    entitlements: byKey('Those that flags name.'),
    tenants: byKey('By id: plan and overrides. Absent where no flag asks for an entitlement.'),
    plans: {
      const: 'in-context',
      description:
        'There where `tenants` has no plans, since too many tenants are on one: contexts have to name `tenant.plan`.',
    },
    sensitive: { type: 'object', description: 'By kind of context: attributes that are not to be reported.' },
  },
};

export const versionedRulesetSchema: JsonObject = {
  title: 'VersionedRuleset',
  type: 'object',
  required: ['version', 'ruleset'],
  properties: { version, ruleset: rulesetSchema },
};

/** The data of an event of the stream. */
export const streamEventSchema: JsonObject = {
  description:
    'Event `put`: the whole. Event `patch`: what is different from the version `from`; null takes an entry away. Event `changed`, the only one for publishable keys: what is in force is now `version`. It comes with the steps of schedules too.',
  oneOf: [
    versionedRulesetSchema,
    {
      title: 'RulesetPatch',
      type: 'object',
      required: ['format', 'from', 'version', 'revision', 'madeAt'],
      properties: {
        format: { const: 1 },
        from: version,
        version,
        revision: { type: 'integer' },
        madeAt: { type: 'integer' },
      },
    },
    {
      title: 'RulesetVersion',
      type: 'object',
      required: ['version'],
      additionalProperties: false,
      properties: { version },
    },
  ],
};

export const versionSchema = version;

/** What one flag came to. */
export const evaluationSchema: JsonObject = {
  title: 'FlagEvaluation',
  type: 'object',
  required: ['variant', 'reason'],
  properties: {
    value: { description: 'Absent: the default given in code.' },
    variant: { type: ['string', 'null'] },
    reason: {
      type: 'string',
      enum: ['STATIC', 'DEFAULT', 'TARGETING_MATCH', 'SPLIT', 'DISABLED', 'plan_restriction', 'ERROR'],
    },
    requiredPlan: {
      type: ['string', 'null'],
      description:
        'With `plan_restriction`: the lowest plan on sale that grants it; null when none does. Absent where an override withholds it, whatever the plan.',
    },
    inExperiment: { const: true },
    exposure: {
      title: 'EvaluationExposure',
      type: 'object',
      required: ['by', 'unit'],
      description:
        'With `inExperiment`: what was dealt, for a report of the exposure once it is seen. Never of a sensitive attribute.',
      properties: { by: { type: 'string' }, unit: { type: 'string' } },
    },
    ruleIndex: { type: 'integer', description: 'Of the rule that decided, from 0. For secret keys, as what follows.' },
    ruleName: { type: 'string' },
    prerequisiteKey: { type: 'string' },
    errorCode: { type: 'string' },
    errorMessage: { type: 'string' },
  },
};
