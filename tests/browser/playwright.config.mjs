import { defineConfig } from '@playwright/test';

const port = Number(process.env.FIBERLANE_TEST_PORT ?? 4173);
const baseURL = `http://127.0.0.1:${port}/`;
const desktop = { viewport: { width: 1480, height: 1040 } };
const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };

export default defineConfig({
  testMatch: '**/*.spec.mjs',
  outputDir: 'test-results',
  snapshotPathTemplate: 'goldens/{arg}{ext}',
  workers: 2,
  // Long journeys on a busy machine; nothing here is about time.
  timeout: 240_000,
  expect: { timeout: 15_000 },
  fullyParallel: true,
  // A forgotten test.only would make everything else pass unseen.
  forbidOnly: true,
  reporter: 'list',
  use: {
    baseURL,
    // Emptied before each test: its caches stay warm, and nothing else does.
    reuseContext: true,
    locale: 'en-US',
    timezoneId: 'UTC',
    // A trace takes a picture of the whole page at every step: `--trace on` for the one test that fails.
    trace: 'off',
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
    { name: 'desktop', use: desktop, grepInvert: /@phone/ },
    // What only a finger on a small screen can do. Colors and sizes are looked at where a state is
    // visited: see `looks`.
    { name: 'phone', use: phone, grep: /@phone/ },
  ],
  webServer: {
    command: 'node server.mjs',
    url: baseURL,
    env: { FIBERLANE_TEST_PORT: String(port) },
    reuseExistingServer: false,
  },
});
