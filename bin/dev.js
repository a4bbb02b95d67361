#!/usr/bin/env node
// Runs src/ as it stands, without a build: Node strips the types.
import('../src/commands/entry/main.ts');
