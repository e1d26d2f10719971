// The built site under the headers that hosts are told to send. The fixture fails each test on
// a console message, a violation or a request elsewhere.
import { expect, open, test, verdict } from './fixtures.mjs';

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

/** What a page that does not run shows: that it does not answer, and nothing that looks as if it did. */
async function saysSo(page) {
  const banner = page.locator('#fiberlane-status');
  await expect(banner).toBeVisible();
  await expect(banner).toContainText('does not answer');
  await expect(page.locator('.verdict')).toContainText('Example');
  // The example can be read, and nothing on it can be typed into or pressed.
  await expect(page.locator('.order')).toContainText('Trunk');
  expect(await page.locator('input, select, button').count()).toBeGreaterThan(20);
  await expect(page.locator(':is(input, select, button):enabled')).toHaveCount(0);
  await expect(page.locator('.glance')).toBeHidden();
}

test.describe('where it cannot run, the page says so', () => {
  test.skip(({ isMobile }) => isMobile, 'once is enough');

  const FILE = new URL('../../dist/index.html', import.meta.url).href;
  /** A page of a browser of its own: what is blocked there may be said on the console. */
  const other = async (browser, options = {}) => (await browser.newContext(options)).newPage();

  test('without scripts, also on a link', async ({ browser, baseURL }) => {
    const page = await other(browser, { javaScriptEnabled: false });
    await page.goto(`${baseURL}#fl=1.link`);
    await saysSo(page);
    await page.goto(`${baseURL}guide.html`);
    await expect(page.locator('#still')).toBeVisible();
    await page.context().close();
  });

  test('opened as a file', async ({ browser }) => {
    const page = await other(browser);
    await page.goto(FILE);
    await saysSo(page);
    await page.context().close();
  });

  test('scripts blocked by the host', async ({ browser, baseURL }) => {
    const page = await other(browser);
    await page.route(baseURL, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': "script-src 'none'" } });
    });
    await page.goto(baseURL);
    await saysSo(page);
    await page.context().close();
  });

  for (const sandbox of ['', 'allow-scripts']) {
    test(`in a frame with sandbox="${sandbox}"`, async ({ browser, baseURL }) => {
      const page = await other(browser);
      await page.route(`${baseURL}host.html`, (route) => route.fulfill({ contentType: 'text/html', body: `<iframe sandbox="${sandbox}" src="./" width="1200" height="800"></iframe>` }));
      await page.goto(`${baseURL}host.html`);
      await saysSo(page.frameLocator('iframe'));
      await page.context().close();
    });
  }
});

// A host that lets every origin read its files: then the page runs in a frame of no origin, without
// storage and without a worker, and says nothing on the console.
test('in a frame of an origin of its own, where the host allows it', async ({ page, baseURL, isMobile }) => {
  test.skip(isMobile, 'once is enough');
  await page.route(`${baseURL}**`, async (route) => {
    if (route.request().url().endsWith('/host.html')) {
      await route.fulfill({ contentType: 'text/html', body: '<iframe sandbox="allow-scripts" src="./" width="1200" height="800"></iframe>' });
      return;
    }
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'access-control-allow-origin': '*' } });
  });
  await page.goto('./host.html');
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('#fiberlane')).toHaveAttribute('data-advice', 'ready');
  await expect(frame.locator('#fiberlane-status')).toBeHidden();
  await frame.locator('#fl-links').fill('32 x 16');
  await expect(frame.locator('.order')).toContainText('1,024');
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
    await expect(page.locator(':is(input, select, button):enabled')).toHaveCount(0);
  });
});

test.describe('when what follows the first verdict cannot be loaded', () => {
  test.use({ expectedFaults: [/^console\.error: Failed to load resource/] });

  test('choices and verdict work, and the rest is not there', async ({ page }) => {
    await page.route('**/desk.js', (route) => route.fulfill({ status: 503 }));
    await open(page);
    await expect(page.locator('#fiberlane-status')).toContainText('documents could not be loaded');
    await expect(page.locator('.tools')).toBeHidden();
    await page.locator('#fl-trunk-1').fill('60');
    await expect(verdict(page)).toContainText('70 m');
    // Order, charts and proof are not there either: those of another design would be wrong.
    await expect(page.locator('[data-answer] > *')).toHaveCount(0);
  });
});

test('order, charts and proof of another design do not stay', async ({ page }) => {
  await page.route('**/api/*.wasm', (route) => route.fulfill({ status: 503 }));
  await open(page);
  await page.locator('#fl-trunk-1').fill('60');
  await expect(verdict(page)).toContainText('70 m');
  await expect(page.locator('[data-answer] > *')).toHaveCount(0);
  await expect(page.locator('#fiberlane')).toHaveAttribute('data-advice', 'failed');
});

test.describe('when the browser cannot run it', () => {
  test('the page says so', async ({ page }) => {
    await page.addInitScript(() => delete globalThis.WebAssembly);
    await page.goto('./');
    await expect(page.locator('#fiberlane-status')).toContainText('WebAssembly');
  });
});
