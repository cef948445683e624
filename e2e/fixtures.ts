/**
 * The `test` of every spec: a page that fails its test when anything goes wrong that a reader would
 * not see, and when it asks any other host for anything.
 */
import { test as base, expect } from '@playwright/test';

interface Fixtures {
  /** What went wrong so far; a test that provokes an error takes it out. */
  problems: string[];
  /** Other hosts that a test has a reason to ask. */
  hosts: string[];
  /** The address of the same site on a host that sends none of its headers. */
  plainUrl: string;
}

export const test = base.extend<Fixtures>({
  hosts: [[], { option: true }],
  problems: [
    async ({ context, baseURL, hosts }, use) => {
      const problems: string[] = [];
      const allowed = [baseURL, plainUrl(), ...hosts];
      const ownOrigins = new Set(allowed.map((url) => new URL(url ?? '').origin));
      context.on('console', (message) => {
        if (message.type() === 'error') problems.push(`console: ${message.text()}`);
      });
      context.on('weberror', (error) => problems.push(`page: ${error.error().stack}`));
      context.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (/^(http|ws)s?:$/.test(protocol) && !ownOrigins.has(origin)) {
          problems.push(`request to another host: ${request.url()}`);
        }
      });
      await use(problems);
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its pattern.
  plainUrl: async ({}, use) => {
    await use(plainUrl());
  },
});

export { expect };

function plainUrl(): string {
  return `http://127.0.0.1:${process.env.E2E_PLAIN_PORT}/`;
}
