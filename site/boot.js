// Loads the page's wasm. A file of its own, so that the page runs without inline scripts.
// The names of the glue and the module change with their content; they stand in data attributes
// of this script's own element, relative to the document.

const script = [...document.scripts].find((element) => element.src === import.meta.url);
const root = document.getElementById('fiberlane');
const status = document.getElementById('fiberlane-status');

// The words for a failure are in the page, so that they are translated with it.
function fail(words, otherwise) {
  root?.setAttribute('data-boot', 'failed');
  if (status) {
    status.textContent = words || otherwise;
    status.hidden = false;
  }
}

const absolute = (name) => new URL(name, document.baseURI);

async function boot() {
  const { js, wasm } = script.dataset;
  const glue = await import(absolute(js));
  await glue.default({ module_or_path: absolute(wasm) });
}

// The sources and the guide are files of their own, for the few who look.
document.addEventListener(
  'toggle',
  async ({ target }) => {
    if (!target.open) return;
    if (target.matches?.('details.sources')) {
      const { fill: fillIn } = await import(absolute('sources.js'));
      await fillIn(target);
    } else if (target.matches?.('details.guide')) {
      const { fill: fillIn } = await import(absolute('guide.js'));
      await fillIn(target);
    }
  },
  true,
);

// The link describes another design than the static one: gray it until the right one is there.
if (location.hash.startsWith('#fl=')) root?.classList.add('fl-loading');

try {
  await boot();
  root?.setAttribute('data-boot', 'ready');
  import(absolute('advice.js'));
} catch (error) {
  // A module that arrived but does not compile or link needs a newer browser.
  const { CompileError, LinkError } = globalThis.WebAssembly ?? {};
  if (!CompileError || error instanceof CompileError || error instanceof LinkError) {
    fail(
      status?.dataset.unsupported,
      'This browser cannot run Fiberlane: it needs WebAssembly. What you see is the default design and does not change.',
    );
  } else {
    fail(
      status?.dataset.failed,
      'Fiberlane could not be loaded. Check the connection and reload the page. What you see is the default design and does not change.',
    );
  }
} finally {
  root?.classList.remove('fl-loading');
}
