/** Conditions as files have them, and what rulesets make of them: for tests that set flags in code. Not for programs. */
package dev.dream.sdk.flags.conditions;
