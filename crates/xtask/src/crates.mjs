// Prints how many bytes of a module's code come from each crate: the bytes and the name, largest
// first. The module has its names still, and is not optimized any further. Generic code belongs to
// the crate that it was made for: the last of ours in its name, or else the first crate of all.
import { readFileSync } from 'node:fs';

const [file, ours] = process.argv.slice(1);
const bytes = readFileSync(file);

/** Reads numbers and names one after the other. */
function reader(data, start = 0) {
  let at = start;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = data[at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  const text = () => {
    const length = number();
    return new TextDecoder().decode(data.subarray(at, (at += length)));
  };
  return { number, text, skip: (count) => { at += count; }, at: () => at, done: () => at >= data.length };
}

const module = new WebAssembly.Module(bytes);
const imported = WebAssembly.Module.imports(module).filter(({ kind }) => kind === 'function').length;

const names = new Map();
const section = reader(new Uint8Array(WebAssembly.Module.customSections(module, 'name')[0]));
while (!section.done()) {
  const [kind, size] = [section.number(), section.number()];
  // 1: names of functions.
  if (kind !== 1) section.skip(size);
  else for (let count = section.number(); count > 0; count -= 1) names.set(section.number(), section.text());
}

const CRATE = /(?<![\w:])[a-z_]\w*(?=(\[\w+\])?::)/g;
const crate = (name) => {
  const all = name.match(CRATE) ?? [];
  return all.filter((one) => one.startsWith(ours)).at(-1) ?? all[0] ?? 'others';
};

const sums = new Map();
// Behind the magic number and the version.
const sections = reader(bytes, 8);
while (!sections.done()) {
  const [kind, size] = [sections.number(), sections.number()];
  const end = sections.at() + size;
  // 10: code.
  if (kind === 10) {
    const count = sections.number();
    for (let index = 0; index < count; index += 1) {
      const length = sections.number();
      const owner = crate(names.get(imported + index) ?? '');
      sums.set(owner, (sums.get(owner) ?? 0) + length);
      sections.skip(length);
    }
  }
  sections.skip(end - sections.at());
}
for (const [name, sum] of [...sums].sort(([, a], [, b]) => b - a)) console.log(sum, name);
