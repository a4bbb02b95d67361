#!/usr/bin/env node
// Runs src/ as it stands, without a build: Node strips the types.
void import('../src/commands/entry/main.ts');
