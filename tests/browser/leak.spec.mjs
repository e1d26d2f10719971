// A thousand edits leave nothing behind.
import { test, expect, open, advised, unfold } from './fixtures.mjs';
import settings from './playwright.config.mjs';

const { launchOptions } = settings.use;

test.use({
  // A recorded page keeps what it has shown.
  trace: 'off',
  // Code that is compiled anew because it runs often stands in the heap, too, and is no leak.
  launchOptions: { ...launchOptions, args: [...launchOptions.args, '--js-flags=--no-opt --no-maglev --no-sparkplug --no-wasm-dynamic-tiering'] },
});

test('a thousand edits grow neither the heap nor the memory of the wasm', async ({ page }) => {
  test.slow();
  test.setTimeout(600_000);
  await open(page);
  await unfold(page, 'grade');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.enable');
  const trunk = page.locator('#fl-trunk-1');

  /** Types another length, or chooses the other grade: both with keys. */
  async function edit(index) {
    if (index % 2 === 0) {
      await trunk.focus();
      await page.keyboard.press('Control+a');
      await page.keyboard.type(String(20 + ((index * 7) % 400)));
    } else {
      await page.locator('fieldset.grade input:checked').focus();
      await page.keyboard.press(index % 4 === 1 ? 'ArrowDown' : 'ArrowUp');
    }
  }

  async function taken() {
    await trunk.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('121');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('0');
    await advised(page);
    // The last that an edit brings about.
    await expect(page.locator('.changed')).toContainText(/120\sm/);
    // Compiled code that is not used any more goes with one of the next collections, not with the first.
    let usedSize = Infinity;
    for (let still = 0; still < 4;) {
      await devtools.send('HeapProfiler.collectGarbage');
      const { usedSize: now } = await devtools.send('Runtime.getHeapUsage');
      still = now < usedSize - 1024 ? 0 : still + 1;
      usedSize = Math.min(usedSize, now);
    }
    const wasm = await page.evaluate(async () => {
      const boot = await import(document.querySelector('script[data-wasm]').src);
      return boot.memory();
    });
    return { heap: usedSize, wasm };
  }

  const amounts = [];
  for (let index = 0; index < 1000; index += 1) {
    await edit(index);
    if (index % 500 === 499) amounts.push(await taken());
  }
  const [half, whole] = amounts;
  test.info().annotations.push({ type: 'memory', description: JSON.stringify(amounts) });
  expect(half.wasm).toBeGreaterThan(0);
  expect(whole.heap / half.heap, `heap: ${half.heap} to ${whole.heap} bytes`).toBeLessThanOrEqual(1.02);
  expect(whole.wasm / half.wasm, `wasm: ${half.wasm} to ${whole.wasm} bytes`).toBeLessThanOrEqual(1.02);
});
