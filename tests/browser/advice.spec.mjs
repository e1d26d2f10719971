// What the second stage says, and what can be done with it.
import { test, expect, advised, go, looks, requestOf, show, unfold, verdict } from './fixtures.mjs';

const section = (page, name) => page.locator(`[data-advice="${name}"]`);

const CROSS = {
  application: '400GBASE-DR4', fiber: 'OS2', grade: 'standard', topology: 'cross-connect',
  lengths: { cordA: 5, trunks: [60, 60], cross: [10], cordB: 5 }, links: 128,
};

test('a failing design says what would mend it, and does it; a statistical pass is never called a pass', async ({ page }) => {
  await show(page, CROSS);
  await expect(section(page, 'risk')).toContainText('Statistical, test on site');
  await expect(section(page, 'risk').locator('.fc-chart')).toHaveCount(1);
  await expect(section(page, 'risk').locator('.fc-limit')).not.toHaveCount(0);

  await expect(verdict(page)).toContainText('Fail');
  const first = section(page, 'repairs').locator('li').first();
  await expect(first).toContainText('low-loss connectors');
  await expect(first).toContainText('+1.544 dB');
  await first.getByRole('link', { name: 'Apply' }).click();
  await expect(verdict(page)).toContainText('Pass');
  await expect(verdict(page)).toContainText('+1.544');
  await advised(page);
  await expect(section(page, 'repairs')).toBeEmpty();
  await page.goBack();
  await expect(verdict(page)).toContainText('Fail');
});

test('without a design the choices keep what was asked; what nothing mends is explained', async ({ page }) => {
  await show(page);
  await go(page, {
    application: '100GBASE-SR4', topology: 'cassette-to-cassette', links: 24, lengths: { cordA: 60, trunks: [20], cordB: 3 },
  });
  await expect(verdict(page)).toContainText('Fail');
  await expect(page.locator('#topology-cassette-to-cassette')).toBeChecked();
  await expect(page.getByRole('group', { name: 'Transceiver', exact: true }).locator('input:checked')).toHaveCount(1);
  await expect(page.getByLabel('Cord A')).toHaveValue('60');
  await expect(page.getByRole('group', { name: 'Fiber', exact: true })).not.toContainText('Recommended');

  await go(page, {
    application: '400GBASE-DR4', fiber: 'OM4', topology: 'interconnect', grade: 'standard',
    lengths: { cordA: 3, trunks: [85000], cordB: 3 }, links: 1,
  });
  await expect(section(page, 'repairs')).toContainText('Why nothing makes it pass');
  await expect(section(page, 'repairs').locator('li').first()).toContainText('85006 m >');
});

test('an option that does not fit shows its consequence before it is made to work', async ({ page }) => {
  await show(page, {
    application: '400GBASE-DR4', fiber: 'OS2', grade: 'low-loss', topology: 'interconnect',
    lengths: { cordA: 5, trunks: [40], cordB: 5 }, links: 4,
  });
  const input = page.locator('#application-400gbase-sr4');
  await expect(input).toBeDisabled();
  await unfold(page, 'application');
  const advice = page.locator('[data-option="application|400GBASE-SR4"]');
  await expect(advice.locator('.reason')).toContainText('needs multimode');
  await expect(advice.getByRole('link', { name: 'Apply' })).toBeHidden();
  await advice.getByText('Make this work').click();
  await expect(advice).toContainText('OM4 fiber');
  await expect(advice).toContainText('Pass');
  await advice.getByRole('link', { name: 'Apply' }).click();
  await expect(input).toBeChecked();
  await expect(verdict(page)).toContainText('Pass');
  await expect(page.locator('#fiber-om4')).toBeChecked();
});

test('parts in place: said beside the route, element by element, and what is wrong is said at its field', async ({ page }) => {
  const there = section(page, 'installed');
  const entry = (kind, index = 0) => there.locator(`[data-kind="${kind}"] .entry`).nth(index);
  const fill = async (locator, value) => {
    await locator.fill(value);
    await locator.press('Enter');
    await advised(page);
  };
  const pick = async (locator, value) => {
    await locator.selectOption(value);
    await advised(page);
  };
  await show(page);
  await expect(there.locator('xpath=preceding-sibling::fieldset').last()).toContainText('Lengths');
  await expect(there.locator('.said')).toHaveText('nothing said');

  await test.step('an old OM3 trunk, SR4, 60 m passes under a condition', async () => {
    await go(page, { application: '100GBASE-SR4', topology: 'interconnect', lengths: { cordA: 3, trunks: [60], cordB: 3 } });
    await there.locator('summary').first().click();
    await there.getByLabel('Trunks are in place').check();
    await advised(page);
    await expect(there.locator('.said')).toHaveText('1 said');
    await pick(entry('trunk').getByLabel('Fiber', { exact: true }), 'OM3');
    await fill(entry('trunk').getByLabel('Length (m)'), '60');
    await expect(verdict(page).locator('.word')).toHaveText(/^✓ Pass, if the ends of the trunk are .+, the trunk is of type \w, the trunk is of standard grade, and \d more$/);
    await expect(page.locator('.glance')).toContainText('Pass, if');
    await expect(page.locator('.order')).not.toContainText('Trunk,');
    // Said as it was assumed, it is no condition any more.
    await pick(entry('trunk').getByLabel('Type', { exact: true }), 'B');
    await expect(verdict(page).locator('.word')).not.toContainText('of type');
  });

  await test.step('a second trunk lies in a run of its own', async () => {
    await there.getByRole('button', { name: 'Add another run that differs' }).click();
    await advised(page);
    await expect(entry('trunk').getByLabel('Where it lies', { exact: true })).toHaveValue('1');
    await expect(entry('trunk', 1).getByLabel('Where it lies', { exact: true })).toHaveValue('2');
    await expect(entry('trunk', 1).getByLabel('Where it lies', { exact: true })).toBeFocused();
    await pick(entry('trunk', 1).getByLabel('Fiber', { exact: true }), 'OM4');
    await fill(entry('trunk', 1).getByLabel('Length (m)'), '20');
    await fill(entry('trunk', 1).getByLabel('How many', { exact: true }), '2');
    await fill(entry('trunk', 1).getByLabel('Legs of each', { exact: true }), '6');
    await pick(entry('trunk', 1).getByLabel('Pins at A', { exact: true }), 'pinned');
    await expect(entry('trunk', 1).locator('[data-field="pins.B"] .message')).toContainText('both ends');
    await pick(entry('trunk', 1).getByLabel('Pins at B', { exact: true }), 'unpinned');
    await expect(there.locator('.said')).toHaveText('2 said');
    const fragment = await page.locator('#fl-request').textContent();
    const { installed } = await requestOf(fragment);
    expect(installed).toEqual([
      { kind: 'trunk', at: 1, fiber: 'OM3', polarity: 'B', lengthM: 60 },
      { kind: 'trunk', at: 2, fiber: 'OM4', pins: ['pinned', 'unpinned'], lengthM: 20, count: 2, legs: 6 },
    ]);
    // What one does not know is asked at the field.
    const how = entry('trunk').locator('[data-field="grade"] .how');
    await how.locator('summary').click();
    await expect(how).toContainText('test report');
    await how.locator('summary').click();
  });

  await test.step('two for one run are refused where the run is said', async () => {
    await pick(entry('trunk', 1).getByLabel('Where it lies', { exact: true }), '1');
    await expect(entry('trunk', 1).locator('[data-field="at"] .message')).toContainText('one entry of a kind');
    await pick(entry('trunk', 1).getByLabel('Where it lies', { exact: true }), '2');
    await entry('trunk', 1).getByRole('button', { name: 'Remove' }).click();
    await advised(page);
    await expect(there.locator('.said')).toHaveText('1 said');
  });

  await test.step('a map that is none is refused at its field, and the rest is kept', async () => {
    await pick(entry('trunk').getByLabel('Connector', { exact: true }), 'MPO-12');
    await fill(entry('trunk').getByRole('textbox', { name: 'Measured map' }), '1-1 2-1');
    await expect(entry('trunk').locator('[data-field="map"] .message')).toContainText('each of the 12 positions');
    await expect(entry('trunk').getByRole('textbox', { name: 'Measured map' })).toHaveAttribute('aria-invalid', 'true');
    await page.reload();
    await advised(page);
    await expect(entry('trunk').getByLabel('Length (m)')).toHaveValue('60');
    await expect(entry('trunk').getByLabel('Connector', { exact: true })).toHaveValue('MPO-12');
  });

  await test.step('every entry of a request is shown, and cassettes of one end have one state of pins', async () => {
    await go(page, {
      application: '10GBASE-SR', topology: 'cassette-to-cassette',
      installed: [{ kind: 'cassette', at: 'A', polarity: 'U1', lcGrade: 'low-loss' }, { kind: 'cassette', at: 'B', pins: 'pinned', grade: 'standard' }],
    });
    await there.locator('summary').first().click();
    await expect(entry('cassette').getByLabel('Grade of the LC front', { exact: true })).toHaveValue('low-loss');
    await expect(entry('cassette', 1).getByLabel('Pins at B', { exact: true })).toHaveValue('pinned');
    await expect(entry('cassette', 1).getByLabel('Pins at A', { exact: true })).toBeHidden();
    await looks(page, { within: '[data-advice="installed"]' });
  });
});

test('alternatives, growth, bases and test limits of the opening design; the situation decides what is recommended', async ({ page }) => {
  await show(page);
  await expect(section(page, 'alternatives')).toContainText('Most margin');
  await expect(section(page, 'alternatives').locator('td.differs').first()).toContainText('+2.248');
  await expect(section(page, 'alternatives')).toContainText('planning index');
  await expect(section(page, 'growth')).toContainText('800GBASE-DR4');
  await expect(section(page, 'growth')).toContainText('10GBASE-LR');
  await expect(section(page, 'bases').locator('tr', { hasText: 'Base-12' })).toContainText('64.6 %');
  await expect(section(page, 'limits')).toContainText('1.048 dB');
  await expect(section(page, 'limits')).toContainText('not checked');

  // The break-even is from own figures.
  await expect(section(page, 'choosing')).toContainText('Generic MPO of standard grade');
  await section(page, 'place').locator('.folded > summary').click();
  const form = section(page, 'place').locator('.place');
  await form.getByLabel('Where').selectOption('ai-fabric');
  await expect(section(page, 'choosing')).toContainText('Low-loss MPO of any brand');
  await form.getByLabel('Cost of a minute of outage').fill('900');
  await form.getByLabel('Price difference').fill('12500');
  await form.getByLabel('Price difference').press('Tab');
  await expect(section(page, 'choosing')).toContainText('13.9 minutes');

  // The last of many quick edits is the one that is advised on.
  const links = page.locator('#fl-links');
  await links.click();
  for (const count of ['3', '31', '310', '3100']) await links.fill(count);
  await advised(page);
  await expect(section(page, 'bases').locator('tr', { hasText: 'Base-8' })).toContainText('24,800 of');
});

test.describe('where a page may have no workers', () => {
  test('the advice comes all the same', async ({ page }) => {
    await page.addInitScript(() => { delete window.Worker; });
    await show(page, CROSS);
    await expect(section(page, 'repairs').locator('li').first()).toContainText('low-loss connectors');
    await expect(page.locator('.ladder svg')).toBeVisible();
  });
});
