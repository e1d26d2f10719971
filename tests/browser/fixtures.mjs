// `test` as every spec uses it: a test fails on any console message, uncaught error, violation of
// the content security policy or request to another origin, in any page of its context.
import { test as base, expect } from '@playwright/test';

export { expect };

export const test = base.extend({
  // For a test that breaks something on purpose: patterns of the faults that it must cause.
  expectedFaults: [[], { option: true }],

  context: async ({ context, baseURL, expectedFaults }, use) => {
    const faults = [];
    const origin = new URL(baseURL).origin;
    context.on('console', (message) => faults.push(`console.${message.type()}: ${message.text()}`));
    context.on('weberror', (event) => faults.push(`uncaught: ${event.error()}`));
    context.on('request', (request) => {
      const url = new URL(request.url());
      if (url.origin !== origin && !['data:', 'blob:'].includes(url.protocol)) {
        faults.push(`request to another origin: ${url.href}`);
      }
    });
    await context.exposeFunction('reportViolation', (text) => faults.push(text));
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        window.reportViolation(`CSP: ${event.violatedDirective} blocked ${event.blockedURI}`);
      });
    });

    await use(context);

    const expected = (fault) => expectedFaults.some((pattern) => pattern.test(fault));
    expect(faults.filter((fault) => !expected(fault)), 'nothing in the console').toEqual([]);
    for (const pattern of expectedFaults) {
      expect(faults.some((fault) => pattern.test(fault)), `${pattern} was seen`).toBe(true);
    }
  },
});

/** Opens the page and waits until the app has mounted. */
export async function open(page, path = './') {
  const response = await page.goto(path);
  await expect(page.locator('#fiberlane')).toHaveAttribute('data-boot', 'ready');
  return response;
}

/** Waits until the second stage of what is on screen is filled in. */
export async function advised(page) {
  await expect(page.locator('#fiberlane')).toHaveAttribute('data-advice', 'ready');
  await expect(page.locator('#fiberlane')).not.toHaveClass(/fl-advising/);
}
