/** What a figure counts, in words: of one, and of any other number. */
const wordings: ReadonlyMap<string, readonly [one: string, many: string]> = new Map([
  ['membersLosingPermission', ['member loses a permission', 'members lose a permission']],
  ['membersGainingPermission', ['member gains a permission', 'members gain a permission']],
  [
    'membersWithChangedCondition',
    ['member holds a permission under another condition', 'members hold a permission under another condition'],
  ],
  ['tenantsLosingEntitlement', ['tenant gets less than before', 'tenants get less than before']],
  ['tenantsGainingEntitlement', ['tenant gets more than before', 'tenants get more than before']],
  ['tenantsOverLimit', ['tenant is over its new limit', 'tenants are over their new limit']],
  ['tenantsLosingPlan', ['tenant loses its plan', 'tenants lose their plan']],
  ['tenantsRegainingPlan', ['tenant is on a plan that comes back', 'tenants are on a plan that comes back']],
  ['tenantsPayingMore', ['tenant pays more', 'tenants pay more']],
  ['tenantsPayingLess', ['tenant pays less', 'tenants pay less']],
  ['tenantsKeepingPrice', ['tenant keeps its price', 'tenants keep their price']],
  ['tenantsKeepingEntitlement', ['tenant has an entitlement renamed', 'tenants have an entitlement renamed']],
  ['tenantsOnChangedPlan', ['tenant is on a changed plan', 'tenants are on a changed plan']],
  [
    'membersHoldingRole',
    ['member holds a role that goes or is renamed', 'members hold a role that goes or is renamed'],
  ],
  [
    'tenantsWithDanglingRelationships',
    [
      'tenant keeps relationships that no longer mean anything',
      'tenants keep relationships that no longer mean anything',
    ],
  ],
  [
    'tenantsWithCarriedRelationships',
    ['tenant has its relationships renamed', 'tenants have their relationships renamed'],
  ],
  [
    'tenantsWithInvalidValues',
    ['tenant has values that are no longer valid', 'tenants have values that are no longer valid'],
  ],
  [
    'usersWithInvalidValues',
    ['user has values that are no longer valid', 'users have values that are no longer valid'],
  ],
  ['contextsFlipped', ['seen context gets another value of a flag', 'seen contexts get another value of a flag']],
  ['alarmsAdded', ['alarm more over the entries of late', 'alarms more over the entries of late']],
  ['alarmsMissed', ['alarm fewer over the entries of late', 'alarms fewer over the entries of late']],
  ['tenantsWithEntriesDeleted', ['tenant has audit entries deleted', 'tenants have audit entries deleted']],
  ['tenantsWithEntriesArchived', ['tenant has audit entries archived', 'tenants have audit entries archived']],
  ['tenantsWithArchivesRemoved', ['tenant has archived entries removed', 'tenants have archived entries removed']],
  ['tenantsWithEntriesKept', ['tenant has audit entries kept longer', 'tenants have audit entries kept longer']],
  ['tenantsWithEntriesUnsent', ['tenant has audit entries never sent', 'tenants have audit entries never sent']],
  ['unitsLosingVariation', ['unit loses the variation it keeps', 'units lose the variation they keep']],
  ['unitsLeavingResults', ['unit leaves the results of an experiment', 'units leave the results of an experiment']],
  ['unitsKeepingVariation', ['unit keeps its variation', 'units keep their variation']],
  ['eventTypesDropped', ['type of event has calls that are dropped', 'types of events have calls that are dropped']],
  ['eventTypesStopped', ['type of event is not sent any more', 'types of events are not sent any more']],
  ['eventTypesMoved', ['type of event goes to another address', 'types of events go to another address']],
  ['eventTypesStarted', ['type of event is sent from now on', 'types of events are sent from now on']],
  ['references', ['live resource refers to what goes or moves', 'live resources refer to what goes or moves']],
]);

/** Figures of what stands by or moves along: nobody has less or more by them, so totals in words leave them out. */
export const quietFigures: ReadonlySet<string> = new Set([
  'references',
  'membersKeepingRole',
  'tenantsKeepingEntitlement',
  'tenantsKeepingPrice',
  'tenantsWithCarriedRelationships',
  'unitsKeepingVariation',
]);

/**
 * Figures of what was seen lately, which moves by the minute: no part of the fingerprint, or nothing that was planned
 * could be applied. What becomes of those who are counted is part of it.
 */
export const sampledFigures: ReadonlySet<string> = new Set([
  'contextsFlipped',
  'alarmsAdded',
  'alarmsMissed',
  'tenantsWithEntriesArchived',
  'tenantsWithEntriesDeleted',
  'tenantsWithEntriesKept',
  'tenantsWithArchivesRemoved',
  'tenantsWithEntriesUnsent',
  'unitsKeepingVariation',
  'unitsLeavingResults',
  'unitsLosingVariation',
  'eventTypesStopped',
  'eventTypesStarted',
  'eventTypesMoved',
  'eventTypesDropped',
]);

/** `members lose a permission`; a figure that this version has no words for is shown by its name. */
export function figureWording(figure: string, amount: number): string {
  const [one, many] = wordings.get(figure) ?? [figure, figure];
  return amount === 1 ? one : many;
}

/** Figures in the order in which they are worth reading: losses first. */
export function compareFigures(a: string, b: string): number {
  const order = [...wordings.keys()];
  const [first, second] = [a, b].map((figure) => (order.includes(figure) ? order.indexOf(figure) : order.length));
  return (first ?? 0) - (second ?? 0) || (a < b ? -1 : 1);
}

/** `maxTenantsLosingEntitlement` limits the figure `tenantsLosingEntitlement`. */
export function limitedFigure(rule: string): string {
  const name = rule.replace(/^max/u, '');
  return name.charAt(0).toLowerCase() + name.slice(1);
}
