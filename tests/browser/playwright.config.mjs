import { defineConfig } from '@playwright/test';

const port = Number(process.env.FIBERLANE_TEST_PORT ?? 4173);
const baseURL = `http://127.0.0.1:${port}/`;
const desktop = { viewport: { width: 1480, height: 1040 } };

export default defineConfig({
  testMatch: '**/*.spec.mjs',
  outputDir: 'test-results',
  snapshotPathTemplate: 'goldens/{arg}{ext}',
  workers: 2,
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
    { name: 'phone', use: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true } },
    { name: 'dark', use: { ...desktop, colorScheme: 'dark' } },
  ],
  webServer: {
    command: 'node server.mjs',
    url: baseURL,
    env: { FIBERLANE_TEST_PORT: String(port) },
    reuseExistingServer: false,
  },
});
