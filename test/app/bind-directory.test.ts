import { expect, it } from 'vitest';
import { bindDirectory } from '../../src/app/bind-directory.ts';
import type { Component } from '../../src/components/contract.ts';
import { createHost } from '../../src/host/create-host.ts';
import { theDirectory } from '../support/whole-table.ts';

const services = { host: createHost(), ports: {}, masterKey: null };
const component = (name: string, offers: boolean): Component => ({
  name,
  models: [],
  validators: {},
  ...(offers ? { directory: () => theDirectory(services.host, null) } : {}),
});

it('P08 one component at most tells the server for whom requests are made', () => {
  expect(bindDirectory([component('alpha', false)], services)).toBeUndefined();
  expect(bindDirectory([component('alpha', false), component('beta', true)], services)).toBeDefined();
  const two = [component('alpha', true), component('beta', true)];
  expect(() => bindDirectory(two, services)).toThrow('the directory is offered by alpha and beta');
});
