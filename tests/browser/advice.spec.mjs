// What the second stage says, and what can be done with it.
import { test, expect, advised, go, show, unfold, verdict } from './fixtures.mjs';

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
    application: '100GBASE-SR4', topology: 'direct', links: 24, lengths: { cordA: 60 }, installed: [{ kind: 'trunk', fiber: 'OM3' }],
  });
  await expect(verdict(page)).toContainText('Fail');
  await expect(page.locator('#topology-direct')).toBeChecked();
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
  await expect(advice).toContainText('OM3 fiber');
  await expect(advice).toContainText('Pass');
  await advice.getByRole('link', { name: 'Apply' }).click();
  await expect(input).toBeChecked();
  await expect(verdict(page)).toContainText('Pass');
  await expect(page.locator('#fiber-om3')).toBeChecked();
});

test('parts in place are kept, and what is wrong with them is said at the form', async ({ page }) => {
  await show(page, { application: '400GBASE-SR4', links: 4 });
  await section(page, 'place').locator('.folded > summary').click();
  const form = section(page, 'place').locator('form');
  await form.getByLabel('Trunks are in place').check();
  await advised(page);
  await form.getByLabel('Trunk connector').selectOption('MPO-12');
  await form.getByLabel('Trunk type').selectOption('B');
  await form.getByLabel('End face').selectOption('flat');
  await form.getByLabel('Trunk length').fill('40');
  await form.getByLabel('Trunk length').press('Enter');
  await expect(page.locator('.order')).toContainText('Cord, MPO-12 PC to MPO-12 APC');
  await expect(page.locator('.order')).not.toContainText('Trunk,');
  expect(page.url()).toContain('#fl=2.');
  await form.getByLabel('Measured map').fill('1-1 2-1');
  await form.getByLabel('Measured map').press('Enter');
  await expect(form.locator('[id="fl-trunk.map-message"]')).toContainText('each of the 12 positions');
  await expect(form.getByLabel('Measured map')).toHaveAttribute('aria-invalid', 'true');
  await page.reload();
  await advised(page);
  await expect(page.locator('.order')).toContainText('Cord, MPO-12 PC to MPO-12 APC');
  await expect(section(page, 'place').getByLabel('Trunk length')).toHaveValue('40');
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
  const form = section(page, 'place').locator('form');
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
  });
});
