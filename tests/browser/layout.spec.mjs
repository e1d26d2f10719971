// Widths, zoom, print: nothing is cut, covered or wider than the screen.
import { test, expect, go, pages, settled, show, sticksOut } from './fixtures.mjs';

const CASSETTES = { application: '400GBASE-FR4', topology: 'cassette-to-cassette', grade: 'low-loss', splices: 2, lengths: { cordA: 10, cross: [5, 5], trunks: [1200], cordB: 10 }, links: 48 };
const FAIL = { application: '400GBASE-DR4', fiber: 'OS2', grade: 'standard', topology: 'cross-connect', lengths: { cordA: 5, trunks: [60, 60], cross: [10], cordB: 5 }, links: 128 };

/** Words of the drawing that lie outside of it or on each other. */
async function cutWords(page) {
  return page.evaluate(() => {
    const drawing = document.querySelector('.drawing');
    const frame = drawing.getBoundingClientRect();
    const words = [...drawing.querySelectorAll('text')].map((text) => [text.textContent, text.getBoundingClientRect()]);
    const out = words.filter(([, box]) => box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1 || box.top < frame.top - 1).map(([text]) => `outside: ${text}`);
    for (const [index, [text, a]] of words.entries()) {
      for (const [other, b] of words.slice(index + 1)) {
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (wide > 2 && high > 4) out.push(`${text} on ${other}`);
      }
    }
    return out;
  });
}

test('beside the choices the whole channel is seen, and its words can be read', async ({ page }) => {
  await page.setViewportSize({ width: 1400, height: 900 });
  await show(page);
  for (const [name, request] of [['opening', null], ['cassettes', CASSETTES], ['failing cross-connect', FAIL]]) {
    if (request) await go(page, request);
    for (const width of [821, 861, 900, 1024, 1180, 1230]) {
      await page.setViewportSize({ width, height: 900 });
      await settled(page);
      const seen = await page.locator('.channel .scroll').evaluate((box) => {
        const heights = [...box.querySelectorAll('text')].map((text) => text.getBoundingClientRect().height);
        return { cut: box.scrollWidth - box.clientWidth, least: Math.min(...heights.filter((height) => height > 0)) };
      });
      expect.soft(seen.cut, `${name} at ${width} px`).toBeLessThanOrEqual(0);
      expect.soft(seen.least, `${name} at ${width} px`).toBeGreaterThan(9);
      expect.soft(await cutWords(page), `${name} at ${width} px`).toEqual([]);
    }
  }
});

for (const [name, request] of [['opening', null], ['cassettes', CASSETTES], ['failing cross-connect', FAIL]]) {
  test(`${name} at every width`, async ({ page }) => {
    // The narrowest first: there the page starts with its choices closed.
    for (const width of [320, 360, 768, 1280, 1920]) {
      await test.step(`${width} px`, async () => {
        await page.setViewportSize({ width, height: 900 });
        if (width === 320) await show(page, request);
        else await settled(page);
        expect.soft(await sticksOut(page)).toEqual([]);
        expect.soft(await cutWords(page)).toEqual([]);
        // Letters of charts and drawing stay legible.
        const small = await page.locator('.fc-chart text, .drawing text').evaluateAll((all) => all.map((text) => text.getBoundingClientRect().height).filter((height) => height > 0 && height < 9));
        expect.soft(width < 640 || width >= 1280 ? small : []).toEqual([]);
      });
    }
  });
}

// Zoom makes the window smaller in CSS pixels and nothing else.
for (const zoom of [2, 4]) {
  test.describe(`zoomed to ${zoom * 100} %`, () => {
    test.use({ viewport: { width: 1280 / zoom, height: 1024 / zoom }, deviceScaleFactor: zoom });

    test('everything is reached and nothing is hidden', async ({ page }) => {
      await show(page, FAIL);
      expect(await sticksOut(page)).toEqual([]);
      // Focus is never below the verdict that stays in sight.
      const covered = [];
      const count = await page.locator('.choices input:not(:disabled), .choices button, main a, main summary').count();
      for (let index = 0; index < Math.min(count, 40); index += 1) {
        await page.keyboard.press('Tab');
        const found = await page.evaluate(() => {
          const element = document.activeElement;
          const bar = document.querySelector('.glance');
          if (!element || element === document.body || element === bar || element.matches('.skip, main, .scroll')) return null;
          const [box, edge] = [element.getBoundingClientRect(), bar.getBoundingClientRect()];
          const stands = getComputedStyle(bar).display !== 'none';
          return stands && box.height > 0 && box.top >= edge.top && box.top < edge.bottom ? element.outerHTML.slice(0, 80) : null;
        });
        if (found) covered.push(found);
      }
      expect(covered).toEqual([]);
    });
  });
}

test('the page in print on A4 and on Letter', async ({ page }) => {
  await show(page, FAIL);
  for (const [paper, most] of [['A4', 5], ['Letter', 5]]) {
    await test.step(paper, async () => {
      const texts = await pages(await page.pdf({ format: paper, preferCSSPageSize: false }));
      expect(texts.length).toBeLessThanOrEqual(most);
      expect(texts[0]).toContain('Fail');
      expect(texts.join('')).toContain('Trunk,12legsMPO-8APC');
      // Every sheet says what it is and where it stands.
      texts.forEach((text, index) => {
        expect(text).toContain('Fiberlane');
        expect(text).toContain(`${index + 1}/${texts.length}`);
      });
      for (const control of ['Recommendforme', 'Apply', 'Undo']) expect(texts.join('')).not.toContain(control);
    });
  }
});
