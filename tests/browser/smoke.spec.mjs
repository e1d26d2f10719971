// The built site under the headers that hosts are told to send. The fixture fails each test on
// a console message, a violation or a request elsewhere.
import { expect, open, test } from './fixtures.mjs';

// Written out: a policy that was loosened in one place must not pass.
const POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
  "img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; " +
  "object-src 'none'";

for (const path of ['./', './sub/dir/']) {
  test(`the page starts at ${path}`, async ({ page }) => {
    const loaded = [];
    page.on('response', (response) => loaded.push(response));
    const headers = (await open(page, path)).headers();
    expect(headers['content-security-policy']).toBe(POLICY);
    expect(headers['x-content-type-options']).toBe('nosniff');

    await expect(page.locator('#fiberlane')).not.toBeEmpty();
    await expect(page.locator('#fiberlane-status')).toBeHidden();
    const wasm = loaded.filter((response) => /fiberlane-app_bg[^/]*\.wasm$/.test(response.url()));
    expect(wasm.map((response) => response.status()), 'wasm is fetched once').toEqual([200]);
    expect(wasm[0].headers()['content-type']).toBe('application/wasm');
    expect(loaded.filter((response) => !response.url().includes(path.slice(1)))).toEqual([]);
    await page.waitForLoadState('networkidle');
  });
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the default design is there before the wasm', async ({ page }) => {
    await page.goto('./');
    await expect(page.locator('#fiberlane')).not.toBeEmpty();
  });
});

test.describe('when the wasm cannot be loaded', () => {
  test.use({ expectedFaults: [/^console\.error: Failed to load resource/] });

  test('the page says so and keeps the default design', async ({ page }) => {
    await page.route('**/*.wasm', (route) => route.fulfill({ status: 503 }));
    await page.goto('./');
    await expect(page.locator('#fiberlane-status')).toBeVisible();
    await expect(page.locator('#fiberlane-status')).not.toBeEmpty();
    await expect(page.locator('#fiberlane')).not.toBeEmpty();
    await expect(page.locator('#fiberlane')).not.toHaveClass(/fl-loading/);
  });
});

test.describe('when the browser cannot run it', () => {
  test('the page says so', async ({ page }) => {
    await page.addInitScript(() => delete globalThis.WebAssembly);
    await page.goto('./');
    await expect(page.locator('#fiberlane-status')).toContainText('WebAssembly');
  });
});
