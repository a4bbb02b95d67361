// Written by dream generate sdk; do not edit.
package dev.dream.sdk.internal;

import dev.dream.sdk.core.Decoder;
import dev.dream.sdk.types.AccessCanResult;
import dev.dream.sdk.types.AccessCheckManyResult;
import dev.dream.sdk.types.AccessDecisionsReportResult;
import dev.dream.sdk.types.AccessPolicyResult;
import dev.dream.sdk.types.AccessWhoResult;
import dev.dream.sdk.types.ActionVerdict;
import dev.dream.sdk.types.Affected;
import dev.dream.sdk.types.AffectedResource;
import dev.dream.sdk.types.AffectedSubject;
import dev.dream.sdk.types.Alarm;
import dev.dream.sdk.types.AlarmAction;
import dev.dream.sdk.types.AlarmActionDoes;
import dev.dream.sdk.types.AlarmSeverity;
import dev.dream.sdk.types.Alert;
import dev.dream.sdk.types.AlertAction;
import dev.dream.sdk.types.AlertActionOutcome;
import dev.dream.sdk.types.AlertFiring;
import dev.dream.sdk.types.AlertFiringPart;
import dev.dream.sdk.types.AlertPage;
import dev.dream.sdk.types.AlertsBacktestResult;
import dev.dream.sdk.types.ApiKey;
import dev.dream.sdk.types.ApiKeyMode;
import dev.dream.sdk.types.ApiKeyPage;
import dev.dream.sdk.types.ApiKeyType;
import dev.dream.sdk.types.Archive;
import dev.dream.sdk.types.ArchivePage;
import dev.dream.sdk.types.AuditEntry;
import dev.dream.sdk.types.AuditEntryOutcome;
import dev.dream.sdk.types.AuditEntryPart;
import dev.dream.sdk.types.AuditEntryWithPayload;
import dev.dream.sdk.types.AuditExportFormat;
import dev.dream.sdk.types.AuditPersonalEraseResult;
import dev.dream.sdk.types.AuditRecordManyResult;
import dev.dream.sdk.types.AuditRestoreResult;
import dev.dream.sdk.types.AuditStream;
import dev.dream.sdk.types.AuditStreamPage;
import dev.dream.sdk.types.AuditStreamState;
import dev.dream.sdk.types.AuditStreamTo;
import dev.dream.sdk.types.AuditStreamWithChains;
import dev.dream.sdk.types.BacktestFiring;
import dev.dream.sdk.types.BeforeAndAfter;
import dev.dream.sdk.types.ChainList;
import dev.dream.sdk.types.Change;
import dev.dream.sdk.types.ChangeAction;
import dev.dream.sdk.types.ChangeSummary;
import dev.dream.sdk.types.ChangedField;
import dev.dream.sdk.types.ChangedSettings;
import dev.dream.sdk.types.Changeset;
import dev.dream.sdk.types.Checkpoint;
import dev.dream.sdk.types.CheckpointPart;
import dev.dream.sdk.types.ChiSquareTest;
import dev.dream.sdk.types.Comparison;
import dev.dream.sdk.types.Conflict;
import dev.dream.sdk.types.ConflictField;
import dev.dream.sdk.types.ConflictReason;
import dev.dream.sdk.types.CrossTenantGrant;
import dev.dream.sdk.types.CrossTenantGrantPage;
import dev.dream.sdk.types.CutRecords;
import dev.dream.sdk.types.DecidedAbout;
import dev.dream.sdk.types.DecidedResource;
import dev.dream.sdk.types.DigestOfChanges;
import dev.dream.sdk.types.DreamEvent;
import dev.dream.sdk.types.Effect;
import dev.dream.sdk.types.EntitlementAccess;
import dev.dream.sdk.types.EntitlementAccessReason;
import dev.dream.sdk.types.EntitlementAccessSource;
import dev.dream.sdk.types.EntitlementAccessType;
import dev.dream.sdk.types.EntitlementAccessWhenExceeded;
import dev.dream.sdk.types.EntitlementOverride;
import dev.dream.sdk.types.EntitlementOverridePage;
import dev.dream.sdk.types.EntitlementsReleaseResult;
import dev.dream.sdk.types.EntitlementsUseResult;
import dev.dream.sdk.types.EntryActor;
import dev.dream.sdk.types.EntryAuthentication;
import dev.dream.sdk.types.EntryChange;
import dev.dream.sdk.types.EntryDecision;
import dev.dream.sdk.types.EntryLocation;
import dev.dream.sdk.types.EntryResource;
import dev.dream.sdk.types.Environment;
import dev.dream.sdk.types.EnvironmentPage;
import dev.dream.sdk.types.EnvironmentSettings;
import dev.dream.sdk.types.EvaluationExposure;
import dev.dream.sdk.types.EventPart;
import dev.dream.sdk.types.ExperimentResults;
import dev.dream.sdk.types.ExperimentsObserveResult;
import dev.dream.sdk.types.FlagEvaluation;
import dev.dream.sdk.types.FlagEvaluationReason;
import dev.dream.sdk.types.FlagUsage;
import dev.dream.sdk.types.FlagsArchiveResult;
import dev.dream.sdk.types.FlagsCreateResult;
import dev.dream.sdk.types.FlagsDeleteResult;
import dev.dream.sdk.types.FlagsEvaluateResult;
import dev.dream.sdk.types.FlagsReportResult;
import dev.dream.sdk.types.FlagsUpdateResult;
import dev.dream.sdk.types.FlagsUsageResult;
import dev.dream.sdk.types.Grantee;
import dev.dream.sdk.types.GuardrailFinding;
import dev.dream.sdk.types.GuardrailFindingOutcome;
import dev.dream.sdk.types.Guardrails;
import dev.dream.sdk.types.HeldPermission;
import dev.dream.sdk.types.Impact;
import dev.dream.sdk.types.ImpactStatus;
import dev.dream.sdk.types.ImpactTotal;
import dev.dream.sdk.types.Interval;
import dev.dream.sdk.types.ListedChain;
import dev.dream.sdk.types.LoggedDecision;
import dev.dream.sdk.types.LoggedDecisionPart;
import dev.dream.sdk.types.LoggedRefusal;
import dev.dream.sdk.types.Me;
import dev.dream.sdk.types.MeasuredVariation;
import dev.dream.sdk.types.MeasuredVariationVerdict;
import dev.dream.sdk.types.Member;
import dev.dream.sdk.types.MemberPage;
import dev.dream.sdk.types.Membership;
import dev.dream.sdk.types.MembershipPage;
import dev.dream.sdk.types.MetricResults;
import dev.dream.sdk.types.NamedObject;
import dev.dream.sdk.types.NearMiss;
import dev.dream.sdk.types.NewApiKey;
import dev.dream.sdk.types.Pagination;
import dev.dream.sdk.types.PolicyGrant;
import dev.dream.sdk.types.PublicPlan;
import dev.dream.sdk.types.PublicPlanPage;
import dev.dream.sdk.types.PublicPlanTax;
import dev.dream.sdk.types.RangeValue;
import dev.dream.sdk.types.RecordReceipt;
import dev.dream.sdk.types.Refusal;
import dev.dream.sdk.types.RefusalReason;
import dev.dream.sdk.types.RelatedResource;
import dev.dream.sdk.types.RelatedSubject;
import dev.dream.sdk.types.RelationGrant;
import dev.dream.sdk.types.Relationship;
import dev.dream.sdk.types.RelationshipPage;
import dev.dream.sdk.types.RelationshipsWritten;
import dev.dream.sdk.types.Resource;
import dev.dream.sdk.types.ResourceChange;
import dev.dream.sdk.types.ResourceCount;
import dev.dream.sdk.types.ResourceName;
import dev.dream.sdk.types.ResourceOwner;
import dev.dream.sdk.types.ResourcePage;
import dev.dream.sdk.types.ResourcesDeleteResult;
import dev.dream.sdk.types.ResourcesPutResult;
import dev.dream.sdk.types.Revision;
import dev.dream.sdk.types.RevisionApplied;
import dev.dream.sdk.types.RevisionCause;
import dev.dream.sdk.types.RevisionSummary;
import dev.dream.sdk.types.RevisionSummaryPage;
import dev.dream.sdk.types.RevisionsCreateResult;
import dev.dream.sdk.types.RevisionsRollbackResult;
import dev.dream.sdk.types.RoleGrant;
import dev.dream.sdk.types.RoleGrantOrRelationGrant;
import dev.dream.sdk.types.Ruleset;
import dev.dream.sdk.types.RulesetPatch;
import dev.dream.sdk.types.RulesetVersion;
import dev.dream.sdk.types.SampleRatio;
import dev.dream.sdk.types.SecretName;
import dev.dream.sdk.types.SecretNamePage;
import dev.dream.sdk.types.ServiceAccount;
import dev.dream.sdk.types.ServiceAccountPage;
import dev.dream.sdk.types.SignedChainList;
import dev.dream.sdk.types.SigningKey;
import dev.dream.sdk.types.SigningKeyPage;
import dev.dream.sdk.types.Status;
import dev.dream.sdk.types.StatusCondition;
import dev.dream.sdk.types.StatusConditionStatus;
import dev.dream.sdk.types.StreamBacklog;
import dev.dream.sdk.types.StreamedChain;
import dev.dream.sdk.types.SubjectFacts;
import dev.dream.sdk.types.SubjectFactsStanding;
import dev.dream.sdk.types.SubjectType;
import dev.dream.sdk.types.Tenant;
import dev.dream.sdk.types.TenantPage;
import dev.dream.sdk.types.TenantPlan;
import dev.dream.sdk.types.TestsForOneLook;
import dev.dream.sdk.types.TokenClaims;
import dev.dream.sdk.types.TokensClaimsResult;
import dev.dream.sdk.types.User;
import dev.dream.sdk.types.UserPage;
import dev.dream.sdk.types.VariationUnits;
import dev.dream.sdk.types.VariationUsage;
import dev.dream.sdk.types.Verdict;
import dev.dream.sdk.types.VersionedRuleset;
import dev.dream.sdk.types.WebhookAttempt;
import dev.dream.sdk.types.WebhookDelivery;
import dev.dream.sdk.types.WebhookDeliveryPart;
import dev.dream.sdk.types.WebhookDeliveryState;
import dev.dream.sdk.types.WebhookDeliveryWithAttempts;
import dev.dream.sdk.types.WebhookEndpoint;
import dev.dream.sdk.types.WebhookEndpointDisabledBecause;
import dev.dream.sdk.types.WebhookEndpointPage;
import dev.dream.sdk.types.WebhookEndpointSecret;
import dev.dream.sdk.types.WebhookEndpointStatus;
import dev.dream.sdk.types.WebhooksReplayResult;
import dev.dream.sdk.types.WebhooksRotateSecretResult;
import dev.dream.sdk.types.WelchTest;

/** What reads each of the types. They stand here since a method reference costs each class that has one. */
public final class TypeDecoders {

    private TypeDecoders() {}

    /**
     * Of {@link AccessCanResult}.
     *
     * @return it
     */
    public static Decoder<AccessCanResult> accessCanResult() {
        return AccessCanResult::fromJson;
    }

    /**
     * Of {@link AccessCheckManyResult}.
     *
     * @return it
     */
    public static Decoder<AccessCheckManyResult> accessCheckManyResult() {
        return AccessCheckManyResult::fromJson;
    }

    /**
     * Of {@link AccessDecisionsReportResult}.
     *
     * @return it
     */
    public static Decoder<AccessDecisionsReportResult> accessDecisionsReportResult() {
        return AccessDecisionsReportResult::fromJson;
    }

    /**
     * Of {@link AccessPolicyResult}.
     *
     * @return it
     */
    public static Decoder<AccessPolicyResult> accessPolicyResult() {
        return AccessPolicyResult::fromJson;
    }

    /**
     * Of {@link AccessWhoResult}.
     *
     * @return it
     */
    public static Decoder<AccessWhoResult> accessWhoResult() {
        return AccessWhoResult::fromJson;
    }

    /**
     * Of {@link ActionVerdict}.
     *
     * @return it
     */
    public static Decoder<ActionVerdict> actionVerdict() {
        return ActionVerdict::fromJson;
    }

    /**
     * Of {@link Affected}.
     *
     * @return it
     */
    public static Decoder<Affected> affected() {
        return Affected::fromJson;
    }

    /**
     * Of {@link AffectedResource}.
     *
     * @return it
     */
    public static Decoder<AffectedResource> affectedResource() {
        return AffectedResource::fromJson;
    }

    /**
     * Of {@link AffectedSubject}.
     *
     * @return it
     */
    public static Decoder<AffectedSubject> affectedSubject() {
        return AffectedSubject::fromJson;
    }

    /**
     * Of {@link Alarm}.
     *
     * @return it
     */
    public static Decoder<Alarm> alarm() {
        return Alarm::fromJson;
    }

    /**
     * Of {@link AlarmAction}.
     *
     * @return it
     */
    public static Decoder<AlarmAction> alarmAction() {
        return AlarmAction::fromJson;
    }

    /**
     * Of {@link Alert}.
     *
     * @return it
     */
    public static Decoder<Alert> alert() {
        return Alert::fromJson;
    }

    /**
     * Of {@link AlertAction}.
     *
     * @return it
     */
    public static Decoder<AlertAction> alertAction() {
        return AlertAction::fromJson;
    }

    /**
     * Of {@link AlertFiring}.
     *
     * @return it
     */
    public static Decoder<AlertFiring> alertFiring() {
        return AlertFiring::fromJson;
    }

    /**
     * Of {@link AlertFiringPart}.
     *
     * @return it
     */
    public static Decoder<AlertFiringPart> alertFiringPart() {
        return AlertFiringPart::fromJson;
    }

    /**
     * Of {@link AlertPage}.
     *
     * @return it
     */
    public static Decoder<AlertPage> alertPage() {
        return AlertPage::fromJson;
    }

    /**
     * Of {@link AlertsBacktestResult}.
     *
     * @return it
     */
    public static Decoder<AlertsBacktestResult> alertsBacktestResult() {
        return AlertsBacktestResult::fromJson;
    }

    /**
     * Of {@link ApiKey}.
     *
     * @return it
     */
    public static Decoder<ApiKey> apiKey() {
        return ApiKey::fromJson;
    }

    /**
     * Of {@link ApiKeyPage}.
     *
     * @return it
     */
    public static Decoder<ApiKeyPage> apiKeyPage() {
        return ApiKeyPage::fromJson;
    }

    /**
     * Of {@link Archive}.
     *
     * @return it
     */
    public static Decoder<Archive> archive() {
        return Archive::fromJson;
    }

    /**
     * Of {@link ArchivePage}.
     *
     * @return it
     */
    public static Decoder<ArchivePage> archivePage() {
        return ArchivePage::fromJson;
    }

    /**
     * Of {@link AuditEntry}.
     *
     * @return it
     */
    public static Decoder<AuditEntry> auditEntry() {
        return AuditEntry::fromJson;
    }

    /**
     * Of {@link AuditEntryPart}.
     *
     * @return it
     */
    public static Decoder<AuditEntryPart> auditEntryPart() {
        return AuditEntryPart::fromJson;
    }

    /**
     * Of {@link AuditEntryWithPayload}.
     *
     * @return it
     */
    public static Decoder<AuditEntryWithPayload> auditEntryWithPayload() {
        return AuditEntryWithPayload::fromJson;
    }

    /**
     * Of {@link AuditPersonalEraseResult}.
     *
     * @return it
     */
    public static Decoder<AuditPersonalEraseResult> auditPersonalEraseResult() {
        return AuditPersonalEraseResult::fromJson;
    }

    /**
     * Of {@link AuditRecordManyResult}.
     *
     * @return it
     */
    public static Decoder<AuditRecordManyResult> auditRecordManyResult() {
        return AuditRecordManyResult::fromJson;
    }

    /**
     * Of {@link AuditRestoreResult}.
     *
     * @return it
     */
    public static Decoder<AuditRestoreResult> auditRestoreResult() {
        return AuditRestoreResult::fromJson;
    }

    /**
     * Of {@link AuditStream}.
     *
     * @return it
     */
    public static Decoder<AuditStream> auditStream() {
        return AuditStream::fromJson;
    }

    /**
     * Of {@link AuditStreamPage}.
     *
     * @return it
     */
    public static Decoder<AuditStreamPage> auditStreamPage() {
        return AuditStreamPage::fromJson;
    }

    /**
     * Of {@link AuditStreamWithChains}.
     *
     * @return it
     */
    public static Decoder<AuditStreamWithChains> auditStreamWithChains() {
        return AuditStreamWithChains::fromJson;
    }

    /**
     * Of {@link BacktestFiring}.
     *
     * @return it
     */
    public static Decoder<BacktestFiring> backtestFiring() {
        return BacktestFiring::fromJson;
    }

    /**
     * Of {@link BeforeAndAfter}.
     *
     * @return it
     */
    public static Decoder<BeforeAndAfter> beforeAndAfter() {
        return BeforeAndAfter::fromJson;
    }

    /**
     * Of {@link ChainList}.
     *
     * @return it
     */
    public static Decoder<ChainList> chainList() {
        return ChainList::fromJson;
    }

    /**
     * Of {@link Change}.
     *
     * @return it
     */
    public static Decoder<Change> change() {
        return Change::fromJson;
    }

    /**
     * Of {@link ChangeSummary}.
     *
     * @return it
     */
    public static Decoder<ChangeSummary> changeSummary() {
        return ChangeSummary::fromJson;
    }

    /**
     * Of {@link ChangedField}.
     *
     * @return it
     */
    public static Decoder<ChangedField> changedField() {
        return ChangedField::fromJson;
    }

    /**
     * Of {@link ChangedSettings}.
     *
     * @return it
     */
    public static Decoder<ChangedSettings> changedSettings() {
        return ChangedSettings::fromJson;
    }

    /**
     * Of {@link Changeset}.
     *
     * @return it
     */
    public static Decoder<Changeset> changeset() {
        return Changeset::fromJson;
    }

    /**
     * Of {@link Checkpoint}.
     *
     * @return it
     */
    public static Decoder<Checkpoint> checkpoint() {
        return Checkpoint::fromJson;
    }

    /**
     * Of {@link CheckpointPart}.
     *
     * @return it
     */
    public static Decoder<CheckpointPart> checkpointPart() {
        return CheckpointPart::fromJson;
    }

    /**
     * Of {@link ChiSquareTest}.
     *
     * @return it
     */
    public static Decoder<ChiSquareTest> chiSquareTest() {
        return ChiSquareTest::fromJson;
    }

    /**
     * Of {@link Comparison}.
     *
     * @return it
     */
    public static Decoder<Comparison> comparison() {
        return Comparison::fromJson;
    }

    /**
     * Of {@link Conflict}.
     *
     * @return it
     */
    public static Decoder<Conflict> conflict() {
        return Conflict::fromJson;
    }

    /**
     * Of {@link ConflictField}.
     *
     * @return it
     */
    public static Decoder<ConflictField> conflictField() {
        return ConflictField::fromJson;
    }

    /**
     * Of {@link CrossTenantGrant}.
     *
     * @return it
     */
    public static Decoder<CrossTenantGrant> crossTenantGrant() {
        return CrossTenantGrant::fromJson;
    }

    /**
     * Of {@link CrossTenantGrantPage}.
     *
     * @return it
     */
    public static Decoder<CrossTenantGrantPage> crossTenantGrantPage() {
        return CrossTenantGrantPage::fromJson;
    }

    /**
     * Of {@link CutRecords}.
     *
     * @return it
     */
    public static Decoder<CutRecords> cutRecords() {
        return CutRecords::fromJson;
    }

    /**
     * Of {@link DecidedAbout}.
     *
     * @return it
     */
    public static Decoder<DecidedAbout> decidedAbout() {
        return DecidedAbout::fromJson;
    }

    /**
     * Of {@link DecidedResource}.
     *
     * @return it
     */
    public static Decoder<DecidedResource> decidedResource() {
        return DecidedResource::fromJson;
    }

    /**
     * Of {@link DigestOfChanges}.
     *
     * @return it
     */
    public static Decoder<DigestOfChanges> digestOfChanges() {
        return DigestOfChanges::fromJson;
    }

    /**
     * Of {@link Effect}.
     *
     * @return it
     */
    public static Decoder<Effect> effect() {
        return Effect::fromJson;
    }

    /**
     * Of {@link EntitlementAccess}.
     *
     * @return it
     */
    public static Decoder<EntitlementAccess> entitlementAccess() {
        return EntitlementAccess::fromJson;
    }

    /**
     * Of {@link EntitlementOverride}.
     *
     * @return it
     */
    public static Decoder<EntitlementOverride> entitlementOverride() {
        return EntitlementOverride::fromJson;
    }

    /**
     * Of {@link EntitlementOverridePage}.
     *
     * @return it
     */
    public static Decoder<EntitlementOverridePage> entitlementOverridePage() {
        return EntitlementOverridePage::fromJson;
    }

    /**
     * Of {@link EntitlementsReleaseResult}.
     *
     * @return it
     */
    public static Decoder<EntitlementsReleaseResult> entitlementsReleaseResult() {
        return EntitlementsReleaseResult::fromJson;
    }

    /**
     * Of {@link EntitlementsUseResult}.
     *
     * @return it
     */
    public static Decoder<EntitlementsUseResult> entitlementsUseResult() {
        return EntitlementsUseResult::fromJson;
    }

    /**
     * Of {@link EntryActor}.
     *
     * @return it
     */
    public static Decoder<EntryActor> entryActor() {
        return EntryActor::fromJson;
    }

    /**
     * Of {@link EntryAuthentication}.
     *
     * @return it
     */
    public static Decoder<EntryAuthentication> entryAuthentication() {
        return EntryAuthentication::fromJson;
    }

    /**
     * Of {@link EntryChange}.
     *
     * @return it
     */
    public static Decoder<EntryChange> entryChange() {
        return EntryChange::fromJson;
    }

    /**
     * Of {@link EntryDecision}.
     *
     * @return it
     */
    public static Decoder<EntryDecision> entryDecision() {
        return EntryDecision::fromJson;
    }

    /**
     * Of {@link EntryLocation}.
     *
     * @return it
     */
    public static Decoder<EntryLocation> entryLocation() {
        return EntryLocation::fromJson;
    }

    /**
     * Of {@link EntryResource}.
     *
     * @return it
     */
    public static Decoder<EntryResource> entryResource() {
        return EntryResource::fromJson;
    }

    /**
     * Of {@link Environment}.
     *
     * @return it
     */
    public static Decoder<Environment> environment() {
        return Environment::fromJson;
    }

    /**
     * Of {@link EnvironmentPage}.
     *
     * @return it
     */
    public static Decoder<EnvironmentPage> environmentPage() {
        return EnvironmentPage::fromJson;
    }

    /**
     * Of {@link EnvironmentSettings}.
     *
     * @return it
     */
    public static Decoder<EnvironmentSettings> environmentSettings() {
        return EnvironmentSettings::fromJson;
    }

    /**
     * Of {@link EvaluationExposure}.
     *
     * @return it
     */
    public static Decoder<EvaluationExposure> evaluationExposure() {
        return EvaluationExposure::fromJson;
    }

    /**
     * Of {@link DreamEvent}.
     *
     * @return it
     */
    public static Decoder<DreamEvent> dreamEvent() {
        return DreamEvent::fromJson;
    }

    /**
     * Of {@link EventPart}.
     *
     * @return it
     */
    public static Decoder<EventPart> eventPart() {
        return EventPart::fromJson;
    }

    /**
     * Of {@link ExperimentResults}.
     *
     * @return it
     */
    public static Decoder<ExperimentResults> experimentResults() {
        return ExperimentResults::fromJson;
    }

    /**
     * Of {@link ExperimentsObserveResult}.
     *
     * @return it
     */
    public static Decoder<ExperimentsObserveResult> experimentsObserveResult() {
        return ExperimentsObserveResult::fromJson;
    }

    /**
     * Of {@link FlagEvaluation}.
     *
     * @return it
     */
    public static Decoder<FlagEvaluation> flagEvaluation() {
        return FlagEvaluation::fromJson;
    }

    /**
     * Of {@link FlagUsage}.
     *
     * @return it
     */
    public static Decoder<FlagUsage> flagUsage() {
        return FlagUsage::fromJson;
    }

    /**
     * Of {@link FlagsArchiveResult}.
     *
     * @return it
     */
    public static Decoder<FlagsArchiveResult> flagsArchiveResult() {
        return FlagsArchiveResult::fromJson;
    }

    /**
     * Of {@link FlagsCreateResult}.
     *
     * @return it
     */
    public static Decoder<FlagsCreateResult> flagsCreateResult() {
        return FlagsCreateResult::fromJson;
    }

    /**
     * Of {@link FlagsDeleteResult}.
     *
     * @return it
     */
    public static Decoder<FlagsDeleteResult> flagsDeleteResult() {
        return FlagsDeleteResult::fromJson;
    }

    /**
     * Of {@link FlagsEvaluateResult}.
     *
     * @return it
     */
    public static Decoder<FlagsEvaluateResult> flagsEvaluateResult() {
        return FlagsEvaluateResult::fromJson;
    }

    /**
     * Of {@link FlagsReportResult}.
     *
     * @return it
     */
    public static Decoder<FlagsReportResult> flagsReportResult() {
        return FlagsReportResult::fromJson;
    }

    /**
     * Of {@link FlagsUpdateResult}.
     *
     * @return it
     */
    public static Decoder<FlagsUpdateResult> flagsUpdateResult() {
        return FlagsUpdateResult::fromJson;
    }

    /**
     * Of {@link FlagsUsageResult}.
     *
     * @return it
     */
    public static Decoder<FlagsUsageResult> flagsUsageResult() {
        return FlagsUsageResult::fromJson;
    }

    /**
     * Of {@link Grantee}.
     *
     * @return it
     */
    public static Decoder<Grantee> grantee() {
        return Grantee::fromJson;
    }

    /**
     * Of {@link GuardrailFinding}.
     *
     * @return it
     */
    public static Decoder<GuardrailFinding> guardrailFinding() {
        return GuardrailFinding::fromJson;
    }

    /**
     * Of {@link Guardrails}.
     *
     * @return it
     */
    public static Decoder<Guardrails> guardrails() {
        return Guardrails::fromJson;
    }

    /**
     * Of {@link HeldPermission}.
     *
     * @return it
     */
    public static Decoder<HeldPermission> heldPermission() {
        return HeldPermission::fromJson;
    }

    /**
     * Of {@link Impact}.
     *
     * @return it
     */
    public static Decoder<Impact> impact() {
        return Impact::fromJson;
    }

    /**
     * Of {@link ImpactTotal}.
     *
     * @return it
     */
    public static Decoder<ImpactTotal> impactTotal() {
        return ImpactTotal::fromJson;
    }

    /**
     * Of {@link Interval}.
     *
     * @return it
     */
    public static Decoder<Interval> interval() {
        return Interval::fromJson;
    }

    /**
     * Of {@link ListedChain}.
     *
     * @return it
     */
    public static Decoder<ListedChain> listedChain() {
        return ListedChain::fromJson;
    }

    /**
     * Of {@link LoggedDecision}.
     *
     * @return it
     */
    public static Decoder<LoggedDecision> loggedDecision() {
        return LoggedDecision::fromJson;
    }

    /**
     * Of {@link LoggedDecisionPart}.
     *
     * @return it
     */
    public static Decoder<LoggedDecisionPart> loggedDecisionPart() {
        return LoggedDecisionPart::fromJson;
    }

    /**
     * Of {@link LoggedRefusal}.
     *
     * @return it
     */
    public static Decoder<LoggedRefusal> loggedRefusal() {
        return LoggedRefusal::fromJson;
    }

    /**
     * Of {@link Me}.
     *
     * @return it
     */
    public static Decoder<Me> me() {
        return Me::fromJson;
    }

    /**
     * Of {@link MeasuredVariation}.
     *
     * @return it
     */
    public static Decoder<MeasuredVariation> measuredVariation() {
        return MeasuredVariation::fromJson;
    }

    /**
     * Of {@link Member}.
     *
     * @return it
     */
    public static Decoder<Member> member() {
        return Member::fromJson;
    }

    /**
     * Of {@link MemberPage}.
     *
     * @return it
     */
    public static Decoder<MemberPage> memberPage() {
        return MemberPage::fromJson;
    }

    /**
     * Of {@link Membership}.
     *
     * @return it
     */
    public static Decoder<Membership> membership() {
        return Membership::fromJson;
    }

    /**
     * Of {@link MembershipPage}.
     *
     * @return it
     */
    public static Decoder<MembershipPage> membershipPage() {
        return MembershipPage::fromJson;
    }

    /**
     * Of {@link MetricResults}.
     *
     * @return it
     */
    public static Decoder<MetricResults> metricResults() {
        return MetricResults::fromJson;
    }

    /**
     * Of {@link NamedObject}.
     *
     * @return it
     */
    public static Decoder<NamedObject> namedObject() {
        return NamedObject::fromJson;
    }

    /**
     * Of {@link NearMiss}.
     *
     * @return it
     */
    public static Decoder<NearMiss> nearMiss() {
        return NearMiss::fromJson;
    }

    /**
     * Of {@link NewApiKey}.
     *
     * @return it
     */
    public static Decoder<NewApiKey> newApiKey() {
        return NewApiKey::fromJson;
    }

    /**
     * Of {@link Pagination}.
     *
     * @return it
     */
    public static Decoder<Pagination> pagination() {
        return Pagination::fromJson;
    }

    /**
     * Of {@link PolicyGrant}.
     *
     * @return it
     */
    public static Decoder<PolicyGrant> policyGrant() {
        return PolicyGrant::fromJson;
    }

    /**
     * Of {@link PublicPlan}.
     *
     * @return it
     */
    public static Decoder<PublicPlan> publicPlan() {
        return PublicPlan::fromJson;
    }

    /**
     * Of {@link PublicPlanPage}.
     *
     * @return it
     */
    public static Decoder<PublicPlanPage> publicPlanPage() {
        return PublicPlanPage::fromJson;
    }

    /**
     * Of {@link RangeValue}.
     *
     * @return it
     */
    public static Decoder<RangeValue> rangeValue() {
        return RangeValue::fromJson;
    }

    /**
     * Of {@link RecordReceipt}.
     *
     * @return it
     */
    public static Decoder<RecordReceipt> recordReceipt() {
        return RecordReceipt::fromJson;
    }

    /**
     * Of {@link Refusal}.
     *
     * @return it
     */
    public static Decoder<Refusal> refusal() {
        return Refusal::fromJson;
    }

    /**
     * Of {@link RelatedResource}.
     *
     * @return it
     */
    public static Decoder<RelatedResource> relatedResource() {
        return RelatedResource::fromJson;
    }

    /**
     * Of {@link RelatedSubject}.
     *
     * @return it
     */
    public static Decoder<RelatedSubject> relatedSubject() {
        return RelatedSubject::fromJson;
    }

    /**
     * Of {@link RelationGrant}.
     *
     * @return it
     */
    public static Decoder<RelationGrant> relationGrant() {
        return RelationGrant::fromJson;
    }

    /**
     * Of {@link Relationship}.
     *
     * @return it
     */
    public static Decoder<Relationship> relationship() {
        return Relationship::fromJson;
    }

    /**
     * Of {@link RelationshipPage}.
     *
     * @return it
     */
    public static Decoder<RelationshipPage> relationshipPage() {
        return RelationshipPage::fromJson;
    }

    /**
     * Of {@link RelationshipsWritten}.
     *
     * @return it
     */
    public static Decoder<RelationshipsWritten> relationshipsWritten() {
        return RelationshipsWritten::fromJson;
    }

    /**
     * Of {@link Resource}.
     *
     * @return it
     */
    public static Decoder<Resource> resource() {
        return Resource::fromJson;
    }

    /**
     * Of {@link ResourceChange}.
     *
     * @return it
     */
    public static Decoder<ResourceChange> resourceChange() {
        return ResourceChange::fromJson;
    }

    /**
     * Of {@link ResourceCount}.
     *
     * @return it
     */
    public static Decoder<ResourceCount> resourceCount() {
        return ResourceCount::fromJson;
    }

    /**
     * Of {@link ResourceName}.
     *
     * @return it
     */
    public static Decoder<ResourceName> resourceName() {
        return ResourceName::fromJson;
    }

    /**
     * Of {@link ResourcePage}.
     *
     * @return it
     */
    public static Decoder<ResourcePage> resourcePage() {
        return ResourcePage::fromJson;
    }

    /**
     * Of {@link ResourcesDeleteResult}.
     *
     * @return it
     */
    public static Decoder<ResourcesDeleteResult> resourcesDeleteResult() {
        return ResourcesDeleteResult::fromJson;
    }

    /**
     * Of {@link ResourcesPutResult}.
     *
     * @return it
     */
    public static Decoder<ResourcesPutResult> resourcesPutResult() {
        return ResourcesPutResult::fromJson;
    }

    /**
     * Of {@link Revision}.
     *
     * @return it
     */
    public static Decoder<Revision> revision() {
        return Revision::fromJson;
    }

    /**
     * Of {@link RevisionApplied}.
     *
     * @return it
     */
    public static Decoder<RevisionApplied> revisionApplied() {
        return RevisionApplied::fromJson;
    }

    /**
     * Of {@link RevisionSummary}.
     *
     * @return it
     */
    public static Decoder<RevisionSummary> revisionSummary() {
        return RevisionSummary::fromJson;
    }

    /**
     * Of {@link RevisionSummaryPage}.
     *
     * @return it
     */
    public static Decoder<RevisionSummaryPage> revisionSummaryPage() {
        return RevisionSummaryPage::fromJson;
    }

    /**
     * Of {@link RevisionsCreateResult}.
     *
     * @return it
     */
    public static Decoder<RevisionsCreateResult> revisionsCreateResult() {
        return RevisionsCreateResult::fromJson;
    }

    /**
     * Of {@link RevisionsRollbackResult}.
     *
     * @return it
     */
    public static Decoder<RevisionsRollbackResult> revisionsRollbackResult() {
        return RevisionsRollbackResult::fromJson;
    }

    /**
     * Of {@link RoleGrant}.
     *
     * @return it
     */
    public static Decoder<RoleGrant> roleGrant() {
        return RoleGrant::fromJson;
    }

    /**
     * Of {@link Ruleset}.
     *
     * @return it
     */
    public static Decoder<Ruleset> ruleset() {
        return Ruleset::fromJson;
    }

    /**
     * Of {@link RulesetPatch}.
     *
     * @return it
     */
    public static Decoder<RulesetPatch> rulesetPatch() {
        return RulesetPatch::fromJson;
    }

    /**
     * Of {@link RulesetVersion}.
     *
     * @return it
     */
    public static Decoder<RulesetVersion> rulesetVersion() {
        return RulesetVersion::fromJson;
    }

    /**
     * Of {@link SampleRatio}.
     *
     * @return it
     */
    public static Decoder<SampleRatio> sampleRatio() {
        return SampleRatio::fromJson;
    }

    /**
     * Of {@link SecretName}.
     *
     * @return it
     */
    public static Decoder<SecretName> secretName() {
        return SecretName::fromJson;
    }

    /**
     * Of {@link SecretNamePage}.
     *
     * @return it
     */
    public static Decoder<SecretNamePage> secretNamePage() {
        return SecretNamePage::fromJson;
    }

    /**
     * Of {@link ServiceAccount}.
     *
     * @return it
     */
    public static Decoder<ServiceAccount> serviceAccount() {
        return ServiceAccount::fromJson;
    }

    /**
     * Of {@link ServiceAccountPage}.
     *
     * @return it
     */
    public static Decoder<ServiceAccountPage> serviceAccountPage() {
        return ServiceAccountPage::fromJson;
    }

    /**
     * Of {@link SignedChainList}.
     *
     * @return it
     */
    public static Decoder<SignedChainList> signedChainList() {
        return SignedChainList::fromJson;
    }

    /**
     * Of {@link SigningKey}.
     *
     * @return it
     */
    public static Decoder<SigningKey> signingKey() {
        return SigningKey::fromJson;
    }

    /**
     * Of {@link SigningKeyPage}.
     *
     * @return it
     */
    public static Decoder<SigningKeyPage> signingKeyPage() {
        return SigningKeyPage::fromJson;
    }

    /**
     * Of {@link Status}.
     *
     * @return it
     */
    public static Decoder<Status> status() {
        return Status::fromJson;
    }

    /**
     * Of {@link StatusCondition}.
     *
     * @return it
     */
    public static Decoder<StatusCondition> statusCondition() {
        return StatusCondition::fromJson;
    }

    /**
     * Of {@link StreamBacklog}.
     *
     * @return it
     */
    public static Decoder<StreamBacklog> streamBacklog() {
        return StreamBacklog::fromJson;
    }

    /**
     * Of {@link StreamedChain}.
     *
     * @return it
     */
    public static Decoder<StreamedChain> streamedChain() {
        return StreamedChain::fromJson;
    }

    /**
     * Of {@link SubjectFacts}.
     *
     * @return it
     */
    public static Decoder<SubjectFacts> subjectFacts() {
        return SubjectFacts::fromJson;
    }

    /**
     * Of {@link Tenant}.
     *
     * @return it
     */
    public static Decoder<Tenant> tenant() {
        return Tenant::fromJson;
    }

    /**
     * Of {@link TenantPage}.
     *
     * @return it
     */
    public static Decoder<TenantPage> tenantPage() {
        return TenantPage::fromJson;
    }

    /**
     * Of {@link TenantPlan}.
     *
     * @return it
     */
    public static Decoder<TenantPlan> tenantPlan() {
        return TenantPlan::fromJson;
    }

    /**
     * Of {@link TestsForOneLook}.
     *
     * @return it
     */
    public static Decoder<TestsForOneLook> testsForOneLook() {
        return TestsForOneLook::fromJson;
    }

    /**
     * Of {@link TokenClaims}.
     *
     * @return it
     */
    public static Decoder<TokenClaims> tokenClaims() {
        return TokenClaims::fromJson;
    }

    /**
     * Of {@link TokensClaimsResult}.
     *
     * @return it
     */
    public static Decoder<TokensClaimsResult> tokensClaimsResult() {
        return TokensClaimsResult::fromJson;
    }

    /**
     * Of {@link User}.
     *
     * @return it
     */
    public static Decoder<User> user() {
        return User::fromJson;
    }

    /**
     * Of {@link UserPage}.
     *
     * @return it
     */
    public static Decoder<UserPage> userPage() {
        return UserPage::fromJson;
    }

    /**
     * Of {@link VariationUnits}.
     *
     * @return it
     */
    public static Decoder<VariationUnits> variationUnits() {
        return VariationUnits::fromJson;
    }

    /**
     * Of {@link VariationUsage}.
     *
     * @return it
     */
    public static Decoder<VariationUsage> variationUsage() {
        return VariationUsage::fromJson;
    }

    /**
     * Of {@link Verdict}.
     *
     * @return it
     */
    public static Decoder<Verdict> verdict() {
        return Verdict::fromJson;
    }

    /**
     * Of {@link VersionedRuleset}.
     *
     * @return it
     */
    public static Decoder<VersionedRuleset> versionedRuleset() {
        return VersionedRuleset::fromJson;
    }

    /**
     * Of {@link WebhookAttempt}.
     *
     * @return it
     */
    public static Decoder<WebhookAttempt> webhookAttempt() {
        return WebhookAttempt::fromJson;
    }

    /**
     * Of {@link WebhookDelivery}.
     *
     * @return it
     */
    public static Decoder<WebhookDelivery> webhookDelivery() {
        return WebhookDelivery::fromJson;
    }

    /**
     * Of {@link WebhookDeliveryPart}.
     *
     * @return it
     */
    public static Decoder<WebhookDeliveryPart> webhookDeliveryPart() {
        return WebhookDeliveryPart::fromJson;
    }

    /**
     * Of {@link WebhookDeliveryWithAttempts}.
     *
     * @return it
     */
    public static Decoder<WebhookDeliveryWithAttempts> webhookDeliveryWithAttempts() {
        return WebhookDeliveryWithAttempts::fromJson;
    }

    /**
     * Of {@link WebhookEndpoint}.
     *
     * @return it
     */
    public static Decoder<WebhookEndpoint> webhookEndpoint() {
        return WebhookEndpoint::fromJson;
    }

    /**
     * Of {@link WebhookEndpointPage}.
     *
     * @return it
     */
    public static Decoder<WebhookEndpointPage> webhookEndpointPage() {
        return WebhookEndpointPage::fromJson;
    }

    /**
     * Of {@link WebhooksReplayResult}.
     *
     * @return it
     */
    public static Decoder<WebhooksReplayResult> webhooksReplayResult() {
        return WebhooksReplayResult::fromJson;
    }

    /**
     * Of {@link WebhooksRotateSecretResult}.
     *
     * @return it
     */
    public static Decoder<WebhooksRotateSecretResult> webhooksRotateSecretResult() {
        return WebhooksRotateSecretResult::fromJson;
    }

    /**
     * Of {@link WelchTest}.
     *
     * @return it
     */
    public static Decoder<WelchTest> welchTest() {
        return WelchTest::fromJson;
    }

    /**
     * Of {@link AlarmSeverity}.
     *
     * @return it
     */
    public static Decoder<AlarmSeverity> alarmSeverity() {
        return AlarmSeverity::fromJson;
    }

    /**
     * Of {@link AlarmActionDoes}.
     *
     * @return it
     */
    public static Decoder<AlarmActionDoes> alarmActionDoes() {
        return AlarmActionDoes::fromJson;
    }

    /**
     * Of {@link AlertActionOutcome}.
     *
     * @return it
     */
    public static Decoder<AlertActionOutcome> alertActionOutcome() {
        return AlertActionOutcome::fromJson;
    }

    /**
     * Of {@link ApiKeyType}.
     *
     * @return it
     */
    public static Decoder<ApiKeyType> apiKeyType() {
        return ApiKeyType::fromJson;
    }

    /**
     * Of {@link ApiKeyMode}.
     *
     * @return it
     */
    public static Decoder<ApiKeyMode> apiKeyMode() {
        return ApiKeyMode::fromJson;
    }

    /**
     * Of {@link AuditEntryOutcome}.
     *
     * @return it
     */
    public static Decoder<AuditEntryOutcome> auditEntryOutcome() {
        return AuditEntryOutcome::fromJson;
    }

    /**
     * Of {@link AuditStreamTo}.
     *
     * @return it
     */
    public static Decoder<AuditStreamTo> auditStreamTo() {
        return AuditStreamTo::fromJson;
    }

    /**
     * Of {@link AuditStreamState}.
     *
     * @return it
     */
    public static Decoder<AuditStreamState> auditStreamState() {
        return AuditStreamState::fromJson;
    }

    /**
     * Of {@link ChangeAction}.
     *
     * @return it
     */
    public static Decoder<ChangeAction> changeAction() {
        return ChangeAction::fromJson;
    }

    /**
     * Of {@link ConflictReason}.
     *
     * @return it
     */
    public static Decoder<ConflictReason> conflictReason() {
        return ConflictReason::fromJson;
    }

    /**
     * Of {@link EntitlementAccessType}.
     *
     * @return it
     */
    public static Decoder<EntitlementAccessType> entitlementAccessType() {
        return EntitlementAccessType::fromJson;
    }

    /**
     * Of {@link EntitlementAccessWhenExceeded}.
     *
     * @return it
     */
    public static Decoder<EntitlementAccessWhenExceeded> entitlementAccessWhenExceeded() {
        return EntitlementAccessWhenExceeded::fromJson;
    }

    /**
     * Of {@link EntitlementAccessReason}.
     *
     * @return it
     */
    public static Decoder<EntitlementAccessReason> entitlementAccessReason() {
        return EntitlementAccessReason::fromJson;
    }

    /**
     * Of {@link EntitlementAccessSource}.
     *
     * @return it
     */
    public static Decoder<EntitlementAccessSource> entitlementAccessSource() {
        return EntitlementAccessSource::fromJson;
    }

    /**
     * Of {@link FlagEvaluationReason}.
     *
     * @return it
     */
    public static Decoder<FlagEvaluationReason> flagEvaluationReason() {
        return FlagEvaluationReason::fromJson;
    }

    /**
     * Of {@link GuardrailFindingOutcome}.
     *
     * @return it
     */
    public static Decoder<GuardrailFindingOutcome> guardrailFindingOutcome() {
        return GuardrailFindingOutcome::fromJson;
    }

    /**
     * Of {@link ImpactStatus}.
     *
     * @return it
     */
    public static Decoder<ImpactStatus> impactStatus() {
        return ImpactStatus::fromJson;
    }

    /**
     * Of {@link MeasuredVariationVerdict}.
     *
     * @return it
     */
    public static Decoder<MeasuredVariationVerdict> measuredVariationVerdict() {
        return MeasuredVariationVerdict::fromJson;
    }

    /**
     * Of {@link PublicPlanTax}.
     *
     * @return it
     */
    public static Decoder<PublicPlanTax> publicPlanTax() {
        return PublicPlanTax::fromJson;
    }

    /**
     * Of {@link RefusalReason}.
     *
     * @return it
     */
    public static Decoder<RefusalReason> refusalReason() {
        return RefusalReason::fromJson;
    }

    /**
     * Of {@link ResourceOwner}.
     *
     * @return it
     */
    public static Decoder<ResourceOwner> resourceOwner() {
        return ResourceOwner::fromJson;
    }

    /**
     * Of {@link RevisionCause}.
     *
     * @return it
     */
    public static Decoder<RevisionCause> revisionCause() {
        return RevisionCause::fromJson;
    }

    /**
     * Of {@link StatusConditionStatus}.
     *
     * @return it
     */
    public static Decoder<StatusConditionStatus> statusConditionStatus() {
        return StatusConditionStatus::fromJson;
    }

    /**
     * Of {@link SubjectFactsStanding}.
     *
     * @return it
     */
    public static Decoder<SubjectFactsStanding> subjectFactsStanding() {
        return SubjectFactsStanding::fromJson;
    }

    /**
     * Of {@link WebhookDeliveryState}.
     *
     * @return it
     */
    public static Decoder<WebhookDeliveryState> webhookDeliveryState() {
        return WebhookDeliveryState::fromJson;
    }

    /**
     * Of {@link WebhookEndpointStatus}.
     *
     * @return it
     */
    public static Decoder<WebhookEndpointStatus> webhookEndpointStatus() {
        return WebhookEndpointStatus::fromJson;
    }

    /**
     * Of {@link WebhookEndpointDisabledBecause}.
     *
     * @return it
     */
    public static Decoder<WebhookEndpointDisabledBecause> webhookEndpointDisabledBecause() {
        return WebhookEndpointDisabledBecause::fromJson;
    }

    /**
     * Of {@link WebhookEndpointSecret}.
     *
     * @return it
     */
    public static Decoder<WebhookEndpointSecret> webhookEndpointSecret() {
        return WebhookEndpointSecret::fromJson;
    }

    /**
     * Of {@link SubjectType}.
     *
     * @return it
     */
    public static Decoder<SubjectType> subjectType() {
        return SubjectType::fromJson;
    }

    /**
     * Of {@link AuditExportFormat}.
     *
     * @return it
     */
    public static Decoder<AuditExportFormat> auditExportFormat() {
        return AuditExportFormat::fromJson;
    }

    /**
     * Of {@link RoleGrantOrRelationGrant}.
     *
     * @return it
     */
    public static Decoder<RoleGrantOrRelationGrant> roleGrantOrRelationGrant() {
        return RoleGrantOrRelationGrant::fromJson;
    }
}
