// The engine in the browser says byte for byte what the command line says.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test, expect, open } from './fixtures.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const command = join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'debug', 'fiberlane');

function requests() {
  const folder = join(root, 'tests', 'cases');
  const lines = readdirSync(folder).flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'));
  return lines
    .filter((line) => line.startsWith('{'))
    .map((line) => (line.includes('"schema"') ? line : line.replace('{', '{"schema":"fiberlane.request/1",')));
}

function native(request) {
  try {
    return execFileSync(command, ['plan', '-', '--format', 'json'], { input: request, stdio: 'pipe' }).toString().trim();
  } catch (error) {
    // 3 is a plan that does not pass; 2 is bad input.
    return error.status === 3 ? error.stdout.toString().trim() : null;
  }
}

test('plans are byte-equal', async ({ page }) => {
  expect(existsSync(command), `${command} is built by the native tests`).toBe(true);
  await open(page);
  let compared = 0;
  for (const request of requests()) {
    const expected = native(request);
    const found = await page.evaluate(async (text) => {
      const engine = await import(new URL('api/fiberlane.js', document.baseURI));
      await engine.default();
      try {
        return engine.planText(JSON.parse(text));
      } catch {
        return null;
      }
    }, request);
    // A key that stands twice is gone before the browser's parser hands the object over.
    if (expected === null && found !== null) {
      expect(request).toContain('"links":1,"links":2');
      continue;
    }
    expect(found, request).toBe(expected);
    compared += Number(expected !== null);
  }
  expect(compared).toBeGreaterThan(60);
});

test('what is refused crosses as codes and fields', async ({ page }) => {
  await open(page);
  const refused = await page.evaluate(async () => {
    const engine = await import(new URL('api/fiberlane.js', document.baseURI));
    await engine.default();
    const problems = (call) => {
      try {
        return call();
      } catch (error) {
        return error instanceof Error && error.problems.map(({ code, field, value }) => [code, field, value]);
      }
    };
    const schema = 'fiberlane.request/1';
    return [
      problems(() => engine.plan({ schema, application: '400GBASE-DR4', fiber: 'a: b', links: 0 })),
      problems(() => engine.fragment({ schema, application: '400GBASE-DR4', lengths: { trunks: [-1] } })),
      problems(() => engine.plan({ schema, links: () => 1 })),
      problems(() => engine.requestText('fl=99.AAAA')),
      problems(() => engine.adviceSections('fl=1.AAAA')),
      problems(() => engine.rfqText(engine.fragment({ schema, speed: '400G' }), 'no json')),
    ].map((found) => (Array.isArray(found) ? found : String(found)));
  });
  expect(refused.slice(0, 2)).toEqual([
    [['request', 'fiber', '"a: b"'], ['request', 'links', '0']],
    [['request', 'lengths.trunks[0]', '-1']],
  ]);
  expect(refused.slice(2).map(([[code]]) => code)).toEqual(['value', 'link-version', 'link-damaged', 'details']);
});
