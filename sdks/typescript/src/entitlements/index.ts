export {
  EntitlementClient,
  type EntitlementClientOptions,
  type EntitlementSource,
  type KnownAccess,
  type UnknownEntitlement,
} from './entitlement-client.ts';
