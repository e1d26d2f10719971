import { defineConfig } from '@playwright/test';

const port = Number(process.env.FIBERLANE_TEST_PORT ?? 4173);
const baseURL = `http://127.0.0.1:${port}/`;
const desktop = { viewport: { width: 1480, height: 1040 } };
const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
const dark = { ...desktop, colorScheme: 'dark' };

export default defineConfig({
  testMatch: '**/*.spec.mjs',
  outputDir: 'test-results',
  snapshotPathTemplate: 'goldens/{arg}{ext}',
  workers: 2,
  // Long journeys on a busy machine; nothing here is about time.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  fullyParallel: true,
  // A forgotten test.only would make everything else pass unseen.
  forbidOnly: true,
  reporter: 'list',
  use: {
    baseURL,
    locale: 'en-US',
    timezoneId: 'UTC',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.FIBERLANE_CHROMIUM || '/usr/bin/chromium',
      // No sandbox: it does not start for root, as in most containers. The rest keeps the
      // browser from requests of its own.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [
    { name: 'desktop', use: desktop },
    // What a small screen, a finger or the other colors can change.
    { name: 'phone', use: phone, testMatch: /(page|states|advice|smoke)\.spec/ },
    { name: 'dark', use: dark, testMatch: /(page|states)\.spec/ },
    { name: 'phone-desk', use: phone, testMatch: /desk\.spec/, grep: /violations|touch|finger|phone/ },
    { name: 'dark-desk', use: dark, testMatch: /desk\.spec/, grep: /violations/ },
  ],
  webServer: {
    command: 'node server.mjs',
    url: baseURL,
    env: { FIBERLANE_TEST_PORT: String(port) },
    reuseExistingServer: false,
  },
});
