// Every table of the house: those of the db room and those that components bring.
import * as access from '../../src/components/access/tables.ts';
import * as alerts from '../../src/components/audit/alerts/tables.ts';
import * as streams from '../../src/components/audit/streams/tables.ts';
import * as audit from '../../src/components/audit/tables.ts';
import * as billing from '../../src/components/billing/tables.ts';
import * as sticky from '../../src/components/features/delivery/sticky/tables.ts';
import * as events from '../../src/components/events/tables.ts';
import * as entitlements from '../../src/components/features/entitlements/tables.ts';
import * as experiments from '../../src/components/features/experiments/tables.ts';
import * as reports from '../../src/components/features/reports/tables.ts';
import * as own from '../../src/db/tables/index.ts';

export const allTables = {
  ...own,
  ...access,
  ...alerts,
  ...audit,
  ...billing,
  ...events,
  ...entitlements,
  ...experiments,
  ...reports,
  ...sticky,
  ...streams,
};
