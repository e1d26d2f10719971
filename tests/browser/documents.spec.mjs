// What a person writes on a document is kept, sent and printed as it is on screen.
import { test, expect, advised, dialog, pages, show, verdict } from './fixtures.mjs';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

// Cords of two kinds, cross cords, a trunk, cassettes and what they are housed in.
const SIX = { application: '400GBASE-FR4', topology: 'cassette-to-cassette', grade: 'low-loss', splices: 2, lengths: { cordA: 10, cross: [5, 5], trunks: [1200], cordB: 12 }, links: 48, spares: 5 };
const SPINE = { application: '400GBASE-DR4', fiber: 'OS2', grade: 'low-loss', topology: 'interconnect', lengths: { cordA: 5, trunks: [120], cordB: 5 }, links: 128 };

const said = (room) => room.getByRole('contentinfo').getByRole('status');
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());
/** What the link of a mail opens, without opening it. */
async function mailed(link) {
  await link.evaluate((element) => element.addEventListener('click', (event) => event.preventDefault(), { once: true }));
  await link.click();
  const address = new URL(await link.getAttribute('href'));
  return { length: address.href.length, subject: address.searchParams.get('subject'), body: address.searchParams.get('body') };
}

test('the request is written on, kept, and sent as it stands', async ({ page }) => {
  await show(page, SPINE);
  let room = await dialog(page, 'Share');
  let text = room.getByLabel('Text of the request');
  await expect(text).toHaveValue(/Request for quote/);
  const written = await text.inputValue();
  const anew = room.getByRole('button', { name: 'Write anew from the design' });
  await expect(anew).toBeHidden();

  // Too long for the address of a mail: it goes by the clipboard, and that is said.
  const link = () => room.getByRole('link', { name: 'Open in a mail' });
  let mail = await mailed(link());
  expect(mail).toMatchObject({ subject: 'Request for quote', body: 'The text is in the clipboard: paste it here.' });
  await expect(said(room)).toContainText('it is copied');
  expect(await clipboard(page)).toBe(written);

  // Written on, it is kept from the first key, and another brand does not take it back.
  await text.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('D');
  await expect(anew).toBeVisible();
  await page.keyboard.type('ear Ms. Doe,\n');
  await room.getByRole('radio', { name: 'MTP', exact: true }).check();
  await expect(said(room)).toContainText('You have edited the text');
  const edited = await text.inputValue();
  expect(edited).toBe(`Dear Ms. Doe,\n${written}`);
  await page.keyboard.press('Escape');
  room = await dialog(page, 'Share');
  await expect(room.getByLabel('Text of the request')).toHaveValue(edited);
  await page.reload();
  await advised(page);
  room = await dialog(page, 'Share');
  text = room.getByLabel('Text of the request');
  await expect(text).toHaveValue(edited);

  // A short one is in the mail, whatever signs it has.
  await text.fill('Two trunks & 4 cords: 100 % tested?\nThank you');
  mail = await mailed(link());
  expect(mail.body).toBe('Two trunks & 4 cords: 100 % tested?\r\nThank you');
  expect(mail.length).toBeLessThan(2_000);
  await expect(said(room)).toContainText('Your mail program opens');

  await room.getByRole('button', { name: 'Write anew from the design' }).click();
  await expect(text).toHaveValue(/^Request for quote/);
});

test('what is typed into the quote is there again, from the first key', async ({ page }) => {
  await show(page, SPINE);
  let room = await dialog(page, 'Quote');
  const today = await room.getByLabel('Date').inputValue();
  await room.getByLabel('Customer').pressSequentially('A');
  await page.keyboard.press('Escape');
  room = await dialog(page, 'Quote');
  await expect(room.getByLabel('Customer')).toHaveValue('A');
  for (const [label, words] of [['Number', 'Q-7'], ['Prepared by', 'J. Doe'], ['Notes', 'By March']]) await room.getByLabel(label).fill(words);
  // The sheet follows without being asked.
  for (const words of ['Q-7', 'J. Doe', 'By March']) await expect(room.getByRole('article')).toContainText(words);
  await page.reload();
  await advised(page);
  room = await dialog(page, 'Quote');
  for (const [label, words] of [['Number', 'Q-7'], ['Customer', 'A'], ['Prepared by', 'J. Doe'], ['Notes', 'By March'], ['Date', today]]) {
    await expect(room.getByLabel(label)).toHaveValue(words);
  }
  await room.getByRole('button', { name: 'Start a new sheet' }).click();
  for (const [label, words] of [['Number', ''], ['Customer', ''], ['Prepared by', 'J. Doe'], ['Notes', '']]) await expect(room.getByLabel(label)).toHaveValue(words);
  await expect(room.getByRole('article')).not.toContainText('Q-7');
});

test('the browser prints what is on screen: the page, the sheet, the request', async ({ page }) => {
  await show(page, SPINE);
  const printed = async () => (await pages(await page.pdf({ format: 'A4', preferCSSPageSize: false }))).join('');
  let paper = await printed();
  expect(paper).toContain('Lossalongthechannel');
  expect(paper).not.toContain('Technicaloffersheet');
  let room = await dialog(page, 'Quote');
  await room.getByLabel('Number').fill('Q-2026-7');
  await expect(room.getByRole('article')).toContainText('Q-2026-7');
  paper = await printed();
  for (const words of ['Technicaloffersheet', 'Q-2026-7', 'Whatwasnotchecked']) expect(paper).toContain(words);
  for (const words of ['Lossalongthechannel', 'Preview', 'Startanewsheet']) expect(paper).not.toContain(words);
  await expect(page.locator('#fiberlane-sheet')).toHaveCount(0);
  await page.keyboard.press('Escape');
  room = await dialog(page, 'Request');
  await expect(room.getByLabel('Text of the request')).toHaveValue(/Item 1/);
  await room.getByLabel('Text of the request').fill('Two trunks, please.');
  paper = await printed();
  expect(paper).toContain('Twotrunks,please.');
  expect(paper).not.toContain('Lossalongthechannel');
  await page.keyboard.press('Escape');
  paper = await printed();
  expect(paper).toContain('Lossalongthechannel');
  await expect(verdict(page)).toBeVisible();
});

for (const format of ['A4', 'Letter']) {
  test(`six lines and the notes are on the first page of the sheet, on ${format}`, async ({ page }) => {
    await show(page, SIX);
    const room = await dialog(page, 'Quote');
    for (const label of ['Number', 'Customer', 'Prepared by']) await room.getByLabel(label).fill(`${label} of the sheet`);
    await room.getByLabel('Notes').fill('Delivery in two lots.\nThe second lot is called off by us.\nEverybody signs at the gate.');
    const sheet = room.getByRole('article');
    await expect(sheet).toContainText('Everybody signs at the gate.');
    const lines = sheet.locator('table.order tbody tr');
    expect(await lines.count()).toBeGreaterThanOrEqual(6);
    // A column that has nothing is not there.
    for (const column of await sheet.locator('table.order thead th').evaluateAll((heads) => heads.map((head) => head.cellIndex + 1))) {
      const cells = await sheet.locator(`table.order tbody td:nth-child(${column})`).allTextContents();
      expect(cells.some((cell) => cell.trim() !== ''), `column ${column}`).toBe(true);
    }
    const names = await lines.locator('strong').allTextContents();
    const [first] = await pages(await page.pdf({ format }));
    for (const words of [...names, 'Number of the sheet', 'Everybody signs at the gate.']) expect(first).toContain(words.normalize('NFKC').replace(/\s+/g, ''));
  });
}

test('a sheet for a customer names no other maker', async ({ page }) => {
  await show(page, SPINE);
  const room = await dialog(page, 'Quote');
  const sheet = room.getByRole('article');
  await expect(sheet).toContainText('IEEE 802.3 Clause 124');
  for (const maker of ['FS,', 'Flexoptix', 'NVIDIA', 'Arista', 'Cisco', 'blog']) await expect(sheet).not.toContainText(maker);
  await expect(sheet).toContainText('unconfirmed, commonly published');
});
