// Prints `raw gzip brotli path` for every file below the folder given, compressed as a careful
// host would: gzip level 9, brotli quality 11.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const root = process.argv.at(-1);
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  .sort();
for (const file of files) {
  const bytes = readFileSync(file);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const path = relative(root, file).replaceAll('\\', '/');
  const sizes = [bytes.length, gzipSync(bytes, { level: 9 }).length];
  console.log(...sizes, brotliCompressSync(bytes, { params }).length, path);
}
