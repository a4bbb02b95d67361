import type { Json, JsonObject } from '../../../../engine/json.ts';
import { listOf, objectOf, textOf } from '../../../../engine/json-fields.ts';
import { all, type Condition } from '../condition.ts';
import type { Subject } from '../draft.ts';
import { sayRenamed } from '../keys.ts';
import { constraintsOf } from './constraints.ts';
import { dependenciesOf } from './dependencies.ts';
import type { FeaturePlace } from './feature-place.ts';
import { strategyCondition } from './strategies.ts';
import { type Variations, variationsOf, variantsKey } from './variations.ts';
import { type DealtVariants, dealtVariants } from './variants.ts';

/** A strategy that could be translated: whom it lets in, and which variants it deals by itself. */
interface Strategy {
  readonly source: JsonObject;
  readonly name: string;
  readonly who: Condition;
}

export function importFeature(name: string, feature: JsonObject, place: FeaturePlace): void {
  const { draft, keys, onlyDisabled } = place;
  const key = keys.of(name);
  const subject = draft.subject(`feature ${name}`, `Unleash's feature ${name}`);
  sayRenamed(name, key, draft, subject);
  const dependencies = dependenciesOf(name, feature, place, subject);
  const strategies = strategiesOf(name, feature, place, subject);
  const isOff = feature['enabled'] !== true || dependencies === 'never';
  const shared = {
    ...(textOf(feature['description']) ? { description: (textOf(feature['description']) ?? '').slice(0, 1000) } : {}),
    ...(feature['archived'] === true ? { state: 'archived' } : isOff ? { state: 'off' } : {}),
  };
  const prerequisites =
    dependencies === 'never' || Object.keys(dependencies).length === 0 ? {} : { prerequisites: dependencies };
  const isOpen = listOf(feature['strategies']).length === 0;
  // Disabling the last strategy disables the feature there; but it can be enabled again without any.
  if (!isOff && onlyDisabled.has(name))
    draft.note(
      'import/strategies-disabled',
      subject,
      'It is enabled, and all its strategies are disabled: as in Unleash, it is on for everybody.',
    );
  const rules = untilEverybody(strategies.map(({ name: rule, who }) => ({ name: rule, if: who, serve: 'on' })));
  draft.add(
    'Flag',
    key,
    {
      ...shared,
      variations: { on: true, off: false },
      ...prerequisites,
      ...(rules.length === 0 ? {} : { rules }),
      fallthrough: isOpen ? 'on' : 'off',
    },
    subject,
  );
  importVariants(name, feature, isOpen ? [openStrategy] : strategies, { ...shared, ...prerequisites }, place);
}

/** A feature without strategies lets everybody in. */
const openStrategy: Strategy = { source: {}, name: '', who: true };

function strategiesOf(name: string, feature: JsonObject, place: FeaturePlace, subject: Subject): readonly Strategy[] {
  const { draft, segments } = place;
  const names = new Set<string>();
  return listOf(feature['strategies']).flatMap((value, index) => {
    const source = objectOf(value);
    const said = textOf(source['title']) || `${textOf(source['name']) ?? 'strategy'} ${index + 1}`;
    const title = names.has(said) ? `${said} ${index + 1}` : said.slice(0, 190);
    names.add(title);
    const random = (): void =>
      draft.changed(
        'import/was-random',
        subject,
        `Strategy ${index + 1} drew lots at each call; it deals by the key of the user now.`,
      );
    const who = draft.attempt('import/rule-left-out', subject, `Strategy ${index + 1} was left out`, () => [
      all([
        constraintsOf(source['constraints']),
        segments.conditionOf(source['segments']),
        strategyCondition(source, { feature: name, random }),
      ]),
    ])?.[0];
    return who === undefined || who === false ? [] : [{ source, name: title, who }];
  });
}

/** What code is handed by `getVariant`: a flag of its own, since one flag has one type. */
function importVariants(
  name: string,
  feature: JsonObject,
  strategies: readonly Strategy[],
  shared: JsonObject,
  { draft, keys }: FeaturePlace,
): void {
  const ofFeature = listOf(feature['variants']).map(objectOf);
  const variations = variationsOf(feature);
  if (variations === undefined) return;
  const subject = draft.subject(`variants of feature ${name}`, `the variants of Unleash's feature ${name}`);
  const random = (): void => {
    const message = 'Lots were drawn at each call; it deals by the key of the user now.';
    if (!subject.comments.includes(message)) draft.changed('import/was-random', subject, message);
  };
  const rules = strategies.flatMap(
    (strategy) =>
      draft.attempt(
        'import/rule-left-out',
        subject,
        `The variants of ${strategy.name || 'the feature'} were left out`,
        () => variantRules(name, strategy, ofFeature, { ...variations, random }),
      ) ?? [],
  );
  draft.add(
    'Flag',
    variantsKey(name, keys),
    {
      ...shared,
      variations: variations.body,
      offVariation: variations.disabled,
      ...(rules.length === 0 ? {} : { rules: untilEverybody(rules) }),
      fallthrough: variations.disabled,
    },
    subject,
  );
}

interface Rule {
  readonly name: string;
  readonly if: Condition;
  readonly serve: Json;
}

function variantRules(
  feature: string,
  { name, source, who }: Strategy,
  ofFeature: readonly JsonObject[],
  { disabled, nameOf, random }: Variations & { readonly random: () => void },
): readonly Rule[] {
  const own = listOf(source['variants']).map(objectOf);
  const { groupId, stickiness } = objectOf(source['parameters']);
  const dealtOwn = dealtVariants(own, {
    group: textOf(groupId) ?? '',
    nameOf,
    random,
    stickiness: stickinessOf(textOf(own[0]?.['stickiness']) || stickiness),
  });
  // Where the strategy's own variants weigh nothing, the feature's are dealt.
  const dealt =
    dealtOwn ??
    dealtVariants(ofFeature, {
      group: feature,
      nameOf,
      random,
      stickiness: stickinessOf(ofFeature[0]?.['stickiness'] ?? undefined),
    });
  return rulesOfDealt(name, who, dealt, disabled);
}

/** What is absent is the usual; what is empty, nothing to be dealt by. */
function stickinessOf(value: Json | undefined): string {
  return value === undefined ? 'default' : (textOf(value) ?? '');
}

function rulesOfDealt(
  name: string,
  who: Condition,
  dealt: DealtVariants | undefined,
  disabled: string,
): readonly Rule[] {
  const serves = dealt === undefined ? [disabled] : dealt.serves;
  const overrides = (dealt?.overrides ?? []).map((override) => ({
    if: all([who, override.if]),
    serve: override.serve,
  }));
  const rules = [...overrides, ...serves.map((serve) => ({ if: who, serve }))];
  // Whoever has nothing to be dealt by drew a lot there at each call.
  if (dealt !== undefined && serves.every((serve) => typeof serve !== 'string'))
    rules.push({ if: who, serve: dealt.heaviest });
  const isOne = rules.length === 1 || name === '';
  return rules.map((rule, index) => ({ ...rule, name: isOne ? name : `${name}, ${index + 1}` }));
}

/** As far as a rule that fits everybody. */
function untilEverybody(rules: readonly Rule[]): readonly JsonObject[] {
  const end = rules.findIndex(({ if: condition, serve }) => condition === true && typeof serve === 'string');
  return rules
    .slice(0, end === -1 ? rules.length : end + 1)
    .filter(({ if: condition }) => condition !== false)
    .map(({ if: condition, name, serve }) => ({
      ...(name === '' ? {} : { name }),
      ...(typeof condition === 'boolean' ? {} : { if: condition }),
      serve,
    }));
}
