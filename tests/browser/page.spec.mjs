// The page as a buyer uses it: choose, read, reload, go back, share, by keyboard, on a phone.
import { test, expect, open, advised, choose, go, looks, show, unfold, verdict, violations, COLORS, SIZES, sticksOut } from './fixtures.mjs';

const option = (page, group, name) => page.locator(`#${group}-${name}`);

async function read(page) {
  await expect(verdict(page)).toContainText('Pass');
  await expect(verdict(page)).toContainText('+1.448');
  await expect(page.locator('.order')).toContainText('11');
  await expect(page.locator('.order')).toContainText('Trunk, 12 legs MPO-8 APC, 96F OS2, 120 m');
  await expect(page.locator('.order')).toContainText('256');
  await expect(page.locator('.lanes tbody tr').first()).toContainText('Tx 1');
  await advised(page);
  // Ladder, margin, spread, parts compared.
  await expect(page.locator('.fc-chart')).toHaveCount(4);
}

async function reasons(page) {
  await expect(option(page, 'application', '400gbase-sr8')).toBeDisabled();
  await expect(page.locator('[data-option="application|400GBASE-SR8"]')).toContainText('130 m > ');
  await expect(option(page, 'fiber', 'om4')).toBeDisabled();
  await expect(page.locator('[data-option="fiber|OM4"]')).toContainText('needs single-mode');
}

test('the opening design can be read, and how it looks', async ({ page }) => {
  await open(page);
  await read(page);
  await reasons(page);
  await looks(page);
  await page.locator('.drawing .part[data-part="2"] rect').first().hover();
  await expect(page.locator('.order tr.lit')).toContainText('Adapter panel');
  await expect(page.locator('.fc-step.lit')).not.toHaveCount(0);
  // Sources are fetched when they are opened.
  const fetched = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await page.locator('details.sources summary').click();
  await expect(page.locator('details.sources li').first()).toContainText('400GBASE-DR4');
  expect(fetched.some((path) => path.endsWith('/sources.json'))).toBe(true);
});

test('choosing changes the answer, the link carries it, back undoes it and forward makes it again', async ({ page, context }) => {
  await open(page);
  await choose(page, 'grade', 'low-loss');
  await expect(verdict(page)).toContainText('+2.248');
  await expect(verdict(page)).toContainText('0.752');
  expect(page.url()).toContain('#fl=1.');
  await page.goBack();
  await expect(verdict(page)).toContainText('+1.448');
  await page.goForward();
  await expect(verdict(page)).toContainText('+2.248');

  await page.reload();
  await expect(page.locator('#fiberlane')).toHaveAttribute('data-boot', 'ready');
  await expect(verdict(page)).toContainText('+2.248');

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(verdict(other)).toContainText('+2.248');
  await other.close();
});

test('a wrong length keeps the last good answer and says what is right', async ({ page }) => {
  await open(page);
  const trunk = page.locator('#fl-trunk-1');
  await trunk.fill('-5');
  await expect(trunk).toHaveValue('-5');
  await expect(page.locator('#fl-trunk-1-error')).toContainText('0 to 200000');
  await expect(trunk).toHaveAttribute('aria-invalid', 'true');
  await expect(verdict(page)).toContainText('+1.448');
  await expect(page.locator('main')).toHaveClass(/grayed/);
  await trunk.blur();
  await expect(trunk).toHaveValue('-5');
  await expect(page.locator('#fl-trunk-1-error')).toContainText('0 to 200000');
  await trunk.fill('1,200');
  await expect(page.locator('#fl-trunk-1-error')).toContainText('0 to 200000');
  await trunk.fill('60,5');
  await expect(page.locator('#fl-trunk-1-error')).toBeEmpty();
  await expect(page.locator('.order')).toContainText('60.5 m');
  await expect(trunk).toHaveValue('60,5');
});

test('a damaged link says so and keeps the design', async ({ page }) => {
  await open(page, './#fl=1.thisIsNoDesign');
  await expect(page.locator('.notice').first()).toContainText('damaged');
  await expect(verdict(page)).toContainText('+1.448');
});

test('another speed, a draft, a breakout, cassettes', async ({ page }) => {
  await show(page);
  const opening = await page.locator('#fl-request').textContent();
  await page.locator('label[for="speed-1-6t"]').click();
  await expect(option(page, 'speed', '1-6t')).toBeChecked();
  await choose(page, 'application', '1-6tbase-dr8');
  await expect(verdict(page)).toContainText('draft');

  await page.locator('label[for="speed-400g"]').click();
  await choose(page, 'application', '400gbase-dr4');
  await choose(page, 'farEnd', '100gbase-dr');
  await expect(page.locator('.order')).toContainText('LC duplex');
  await expect(verdict(page)).toContainText('Pass');
  await expect(page.locator('.findings')).toContainText('POL010');

  // A far end keeps the transceiver that was only recommended.
  await go(page, opening);
  await page.locator('label[for="speed-800g"]').click();
  const chosen = page.locator('.application .option.chosen .title');
  await expect(chosen).toHaveText('DR8');
  await choose(page, 'farEnd', '400gbase-dr4');
  await expect(chosen).toHaveText('DR8');
  await expect(page.locator('.order')).toContainText('Harness');
  // Choosing what is there already takes nothing away.
  await unfold(page, 'application');
  await page.locator('label[for="application-800gbase-dr8"]').click();
  await expect(option(page, 'farEnd', '400gbase-dr4')).toBeChecked();

  // Handing a choice back makes it recommended again.
  await go(page, opening);
  await choose(page, 'grade', 'low-loss');
  const group = page.locator('fieldset.grade');
  await expect(group.locator('.recommended')).toBeEmpty();
  await group.getByRole('button', { name: 'Recommend for me' }).click();
  await expect(group.locator('.recommended')).toContainText('Recommended: standard');
});

test('by keyboard alone', async ({ page }) => {
  await open(page);
  // What lights up is loaded after the first verdict.
  await advised(page);
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip')).toBeFocused();
  await unfold(page, 'grade');
  await option(page, 'grade', 'standard').focus();
  await page.keyboard.press('ArrowDown');
  await expect(option(page, 'grade', 'low-loss')).toBeChecked();
  await expect(option(page, 'grade', 'low-loss')).toBeFocused();
  await expect(verdict(page)).toContainText('+2.248');
  await page.locator('#fl-links').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('24');
  await expect(page.locator('.order')).toContainText('Trunk, 12 legs');
  await expect(page.locator('.order .number').nth(1)).toHaveText('2');
  // Focus on an order line lights its part in the drawing.
  await page.locator('.order tbody tr').first().focus();
  await expect(page.locator('.drawing .part.lit:not(.faces)')).toHaveCount(1);
});

test('below another path', async ({ page }) => {
  await open(page, './sub/dir/');
  await choose(page, 'grade', 'low-loss');
  await expect(verdict(page)).toContainText('+2.248');
  expect(new URL(page.url()).pathname).toBe('/sub/dir/');
});

// What a finger and a small screen change, in a browser that has them.
test('on a phone: read, chosen and looked at', { tag: '@phone' }, async ({ page }) => {
  await open(page);
  await read(page);
  await reasons(page);
  // What stands there only on a phone was looked at nowhere else.
  expect.soft(await violations(page)).toEqual([]);
  expect.soft(await sticksOut(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect.soft(await violations(page, { rules: COLORS })).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  await test.step('the line in sight hides no target by half, and has two lines whatever the verdict rests on', async () => {
    const line = page.locator('.glance');
    const size = page.viewportSize();
    await page.setViewportSize({ width: 412, height: 823 });
    for (const request of [null, { application: '400GBASE-DR4', installed: [{ kind: 'trunk' }] }]) {
      if (request) await go(page, request);
      expect.soft((await line.boundingBox()).height).toBeLessThan(64);
      for (const top of [0, 15, 30]) {
        await page.evaluate((to) => window.scrollTo(0, to), top);
        expect.soft(await violations(page, { rules: SIZES }), `at ${top}`).toEqual([]);
      }
      await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
      const [bar, foot] = await Promise.all([line.boundingBox(), page.locator('main > .foot').boundingBox()]);
      expect.soft(foot.y + foot.height).toBeLessThanOrEqual(bar.y);
    }
    await page.goBack();
    await page.setViewportSize(size);
  });
  await choose(page, 'grade', 'low-loss');
  await expect(verdict(page)).toContainText('+2.248');
  await page.goBack();
  await expect(verdict(page)).toContainText('+1.448');
  await choose(page, 'farEnd', '100gbase-dr');
  await expect(page.locator('.order')).toContainText('LC duplex');
  await expect(verdict(page)).toContainText('Pass');
  const trunk = page.locator('#fl-trunk-1');
  await trunk.fill('-5');
  await expect(page.locator('#fl-trunk-1-error')).toContainText('0 to 200000');
  expect.soft(await violations(page, { rules: SIZES })).toEqual([]);
  expect.soft(await sticksOut(page)).toEqual([]);
  await trunk.fill('60,5');
  await expect(page.locator('.order')).toContainText('60.5 m');
  await page.locator('details.sources summary').tap();
  await expect(page.locator('details.sources li').first()).toContainText('100GBASE-DR');
});

test('the static page shows what the app renders', async ({ page, browser }) => {
  const read = (root) => root.evaluate((element) => {
    // Comments are the framework's marks, and the boot state is not part of the design.
    const clean = element.cloneNode(true);
    const walker = document.createTreeWalker(clean, NodeFilter.SHOW_COMMENT);
    const comments = [];
    while (walker.nextNode()) comments.push(walker.currentNode);
    comments.forEach((comment) => comment.remove());
    // What the second stage fills in comes later.
    clean.querySelectorAll('[data-advice], [data-option], [data-why] > div').forEach((place) => place.replaceChildren());
    clean.querySelectorAll('.excluded').forEach((row) => row.classList.remove('excluded'));
    clean.querySelectorAll(':is(input, button, select)[disabled]').forEach((input) => input.removeAttribute('disabled'));
    clean.querySelectorAll('[data-option][id]').forEach((place) => place.removeAttribute('id'));
    clean.querySelectorAll('input[aria-describedby$="-why"]').forEach((input) => input.removeAttribute('aria-describedby'));
    // Only the static page is an example.
    clean.querySelectorAll('.example').forEach((mark) => mark.remove());
    // The desk comes after the first verdict.
    clean.querySelectorAll('.notices, .changed, .was').forEach((line) => line.remove());
    clean.querySelector('[data-do=guide]').setAttribute('href', 'guide.html');
    clean.normalize();
    // Order of attributes carries no meaning.
    const walk = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.data;
      const attributes = [...node.attributes]
        .filter(({ name }) => name !== 'class' || node.className)
        .map(({ name, value }) => `${name}=${name === 'class' ? value.trim().replace(/\s+/g, ' ') : value}`)
        .sort();
      return [node.tagName, attributes, [...node.childNodes].map(walk).filter((child) => typeof child !== 'string' || child.trim() !== '')];
    };
    return JSON.stringify([...clean.childNodes].map(walk), null, 1);
  });
  await open(page);
  // With the charts that the second module has drawn.
  await advised(page);
  const app = await read(page.locator('#fiberlane'));
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: page.url() });
  const still = await context.newPage();
  await still.goto(page.url());
  const html = await still.locator('#fiberlane').innerHTML();
  await context.close();
  await page.evaluate((markup) => {
    const holder = document.createElement('div');
    holder.id = 'still';
    holder.innerHTML = markup;
    document.body.append(holder);
  }, html);
  expect(await read(page.locator('#still'))).toBe(app);
});

test('routes, lengths and counts: what is refused names what is right, and no order of clicks hides a way', async ({ page }) => {
  await show(page);
  await choose(page, 'farEnd', '100gbase-dr');
  const [trunk, total] = [page.locator('#fl-trunk-1'), page.locator('.total')];
  await test.step('a harness behind the trunk, from port to port, and back, over the same distance', async () => {
    await choose(page, 'topology', 'breakout-harness');
    await expect(total).toContainText('130');
    await expect(trunk).toBeVisible();
    await choose(page, 'topology', 'harness-alone');
    await expect(trunk).toBeHidden();
    await expect(page.locator('#fl-cord-a')).toHaveValue('130');
    await choose(page, 'topology', 'breakout-harness');
    await expect(trunk).toBeVisible();
    await expect(total).toContainText('130');
  });
  await test.step('a trunk of no length is refused with the route that means it', async () => {
    await trunk.fill('0');
    await expect(page.locator('#fl-trunk-1-error')).toContainText('direct breakout harness');
  });
  await test.step('a direct cord that breaks out is a harness from port to port', async () => {
    await go(page, { application: '400GBASE-DR4', topology: 'direct', lengths: { cordA: 20 } });
    await choose(page, 'farEnd', '100gbase-dr');
    await expect(option(page, 'topology', 'harness-alone')).toBeChecked();
    await expect(page.locator('#fl-cord-a')).toHaveValue('20');
    // It stands where the direct cord stands elsewhere.
    await expect(page.locator('fieldset.topology .option').first()).toContainText('irect breakout harness');
    await expect(option(page, 'topology', 'direct')).toHaveCount(0);
  });
  await test.step('a route says which of its lengths nobody said', async () => {
    const assumed = page.locator('[data-advice="assumed"]');
    await go(page, { application: '400GBASE-DR4', links: 1 });
    await expect(assumed).toContainText('cord A');
    await choose(page, 'topology', 'cross-connect');
    await expect(assumed).toContainText('cord A, trunk, cross-connect cord, cord B');
    await expect(trunk).toHaveValue('30');
    await go(page, { application: '400GBASE-DR4', topology: 'direct', lengths: { cordA: 85 }, links: 1 });
    await expect(assumed).toBeEmpty();
    await choose(page, 'topology', 'interconnect');
    await expect(total).toContainText('85');
    await expect(trunk).toHaveValue('79');
    await expect(assumed).toContainText('cord A, cord B');
    await expect(page.locator('fieldset:has(#fl-cord-a) .was')).toContainText('was 85. The new lengths come with the choice');
  });
  await test.step('a link with a trunk of no length opens, and the field says what is wrong', async () => {
    await go(page, 'fl=1.AQw0MDBHQkFTRS1EUjQAAAEAAAAAAAEBAdCGAwEAAAHQhgMBBAAAAAAAAAAAAAAhiA');
    await expect(trunk).toHaveValue('0');
    await expect(page.locator('#fl-trunk-1-error')).toContainText('direct');
    await expect(trunk).toHaveAttribute('aria-invalid', 'true');
    await trunk.fill('20');
    await expect(page.locator('#fl-trunk-1-error')).toBeEmpty();
    await expect(verdict(page)).toContainText('Pass');
    await trunk.blur();
  });
  await test.step('four trunks have four fields', async () => {
    await go(page, { application: '400GBASE-DR4', topology: 'interconnect', lengths: { cordA: 3, trunks: [10, 20, 30, 40], cordB: 3 } });
    for (const [index, length] of ['10', '20', '30', '40'].entries()) await expect(page.locator(`#fl-trunk-${index + 1}`)).toHaveValue(length);
    await expect(page.locator('#fl-trunk-5')).toBeHidden();
    await page.locator('#fl-trunk-4').fill('45');
    await expect(total).toContainText('111');
  });
  await test.step('counts are taken as they are printed, and as switches times ports', async () => {
    const [links, order] = [page.locator('#fl-links'), page.locator('section.order')];
    for (const typed of ['32 x 16', '32×16', '512']) {
      await links.fill(typed);
      await expect(order).toContainText('Links: 512');
      await expect(links).toHaveValue(typed);
    }
    await links.fill('1,024');
    await expect(order).toContainText('Links: 1,024');
    await links.fill('1.024');
    await expect(page.locator('#fl-links-error')).toContainText('whole number from 1 to 1,000,000');
    await links.fill('512');
  });
  await test.step('spare cords and no spare trunks', async () => {
    await page.locator('#fl-spares-cord').fill('5');
    const line = (name) => page.locator('section.order > table > tbody > tr').filter({ hasText: name }).first().locator(':scope > td > .detail');
    await expect(line('Cord,')).toContainText('spare');
    await expect(line('Trunk,')).not.toContainText('spare');
    await expect(page.locator('#fl-spares-trunk')).toHaveValue('0');
    await expect(page.locator('#fl-spares')).toHaveAttribute('placeholder', '5 % cords');
  });
});
