import { defineConfig } from '@playwright/test';
import { findChromium } from './tools/setup.mjs';

const chromium = findChromium();

export default defineConfig({
  outputDir: 'test-results',
  globalSetup: './e2e/browser/build.ts',
  forbidOnly: Boolean(process.env['CI']),
  fullyParallel: true,
  workers: 3,
  // A busy machine can starve a browser; what fails once there is tried again, and named as flaky.
  retries: process.env['CI'] ? 2 : 0,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['./e2e/tally.ts']],
  use: { screenshot: 'only-on-failure' },
  projects: [
    { name: 'unit', testDir: '.', testMatch: ['src/**/*.test.ts', 'tools/**/*.test.ts'] },
    {
      name: 'pages',
      testMatch: ['e2e/pages.spec.ts', 'e2e/generated.spec.ts'],
      use: { launchOptions: chromium ? { executablePath: chromium } : {} },
    },
    {
      name: 'chromium',
      testMatch: 'e2e/*.spec.ts',
      testIgnore: ['e2e/pages.spec.ts', 'e2e/generated.spec.ts'],
    },
    { name: 'firefox', testMatch: 'e2e/firefox/*.spec.ts' },
  ],
});
