// Loads the page's wasm. A file of its own, so that the page runs without inline scripts.
// The names of the glue and the module change with their content; they stand in data attributes
// of this script's own element, relative to the document.

const script = [...document.scripts].find((element) => element.src === import.meta.url);
const root = document.getElementById('fiberlane');
const status = document.getElementById('fiberlane-status');

/** Says at the top of the page that something does not run. The words are in the page itself. */
function tell(words) {
  if (!status) return;
  status.textContent = words;
  status.dataset.state = 'failed';
  status.hidden = false;
}

function fail(words) {
  root?.setAttribute('data-boot', 'failed');
  tell(words);
}

const absolute = (name) => new URL(name, document.baseURI);
// Everything else lies in a folder that is named by its content, so that no two versions mix.
const later = (name) => new URL(name, absolute(script.dataset.later));

const LANGUAGES = ['en', 'de', 'fr', 'es', 'ja', 'zh-Hans'];

/** What this browser kept; storage may be denied. */
function kept(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** The first language of the reader's that there are words for. */
function language() {
  const wanted = [kept('fiberlane.language'), ...navigator.languages].filter(Boolean);
  for (const tag of wanted) {
    if (/^zh/i.test(tag)) return 'zh-Hans';
    const known = LANGUAGES.find((name) => name === tag || name === tag.split('-')[0]);
    if (known) return known;
  }
  return 'en';
}

/** A locale file, or the half of it that the first verdict needs. */
async function wordsOf(name, half = '') {
  const response = await fetch(later(`locales/${half}${name}.json`));
  if (!response.ok) throw new Error(`locales/${half}${name}.json: ${response.status}`);
  return response.json();
}

/** A key on one line and its message on the next, in order of the keys. */
const entries = (words) => Object.keys(words).sort().flatMap((key) => [key, words[key]]).join('\n');

let glue;
let instance;

/** How much memory the page's wasm has taken, in bytes. */
export const memory = () => instance?.memory.buffer.byteLength ?? 0;

// An event of the page paints its verdict in its own frame. What else it changes is drawn behind
// that paint, a part at a time, so that the next key waits for one part at most.
const FRAME = 8;
const tasks = new MessageChannel();
let drawing = false;
const waiting = [];
// When the first part since the last paint was begun.
let begun = 0;

const post = () => tasks.port2.postMessage(null);

function paint() {
  begun = 0;
  if (document.hidden) post();
  else requestAnimationFrame(post);
}

tasks.port1.onmessage = () => {
  const now = performance.now();
  begun ||= now;
  // A part is drawn when its task is over.
  if (now > begun + FRAME) paint();
  else if ((drawing = glue.draw())) post();
  else for (const act of waiting.splice(0)) setTimeout(act, 0);
};

// What of the answer is made elsewhere: resolves when it is there.
let answered = () => undefined;

/** Waits until all that the last event has changed is on the page. */
export async function settled() {
  if (drawing) await new Promise((resolve) => { waiting.push(resolve); });
  await answered();
}

/** Takes away what nobody keeps up with what is on screen. */
function clear() {
  root.querySelectorAll('[data-answer]').forEach((place) => place.replaceChildren());
}

function draw() {
  // Until the second stage has begun, what stands below the verdict is that of the static page.
  if (instance && !root.dataset.advice) clear();
  // Before the wasm is there, nothing is to be drawn.
  if (drawing || !instance) return;
  drawing = true;
  paint();
}

// Before the page's own listeners: the frame that follows is that of the edit.
for (const name of ['click', 'input', 'change']) root?.addEventListener(name, draw, true);
for (const name of ['popstate', 'hashchange', 'resize']) window.addEventListener(name, draw);

// Paper shows all of it.
window.addEventListener('beforeprint', () => {
  while (instance && glue.draw());
});

/** Shows the page in a language, and with lengths in `m` or `ft`. Returns the words. */
export async function show(name, unit, loaded) {
  const words = loaded ?? (await wordsOf(name));
  const page = document.documentElement;
  page.lang = name;
  page.dir = words['locale.direction'];
  page.dataset.paper = words['locale.paper'];
  document.title = words['page.title'];
  root.dataset.language = name;
  root.dataset.unit = unit;
  // What stands below the verdict follows from elsewhere. That of the static page is right for the
  // design that it shows; in another language or unit, the one before stays until it is said anew.
  const same = root.dataset.boot === 'ready' || (name === 'en' && unit === 'm' && !location.hash);
  const parts = same ? [...root.querySelectorAll('[data-answer]')].map((place) => place.innerHTML) : [];
  glue.show(entries(words), unit === 'ft');
  parts.forEach((html, index) => {
    root.querySelectorAll('[data-answer]')[index].innerHTML = html.replaceAll(' disabled=""', '');
  });
  return words;
}

async function boot() {
  const { js, wasm } = script.dataset;
  // English is always there, should the file of another language not arrive.
  let name = language();
  const loading = wordsOf(name, 'first/').catch(() => {
    name = 'en';
    return wordsOf(name, 'first/');
  });
  glue = await import(absolute(js));
  instance = await glue.default({ module_or_path: absolute(wasm) });
  await show(name, kept('fiberlane.unit') === 'ft' ? 'ft' : 'm', await loading);
  return name;
}

// The sources are a file of their own, for the few who look.
document.addEventListener(
  'toggle',
  async ({ target }) => {
    if (!target.open) return;
    if (target.matches?.('details.sources')) {
      const { fill: fillIn } = await import(later('sources.js'));
      await fillIn(target);
    }
  },
  true,
);

// The link describes another design than the static one: gray it until the right one is there.
if (location.hash.startsWith('#fl=')) root?.classList.add('fl-loading');

/** What is not needed for the first verdict. Without it the page still answers. */
async function follow(name) {
  try {
    // The longest on its way goes first, and all of it while the words are.
    import(later('engine.js')).then(({ begin }) => begin()).catch(() => {});
    const desk = import(later('desk.js'));
    desk.catch(() => {});
    const words = await wordsOf(name);
    glue.speak(entries(words));
    // Why two ends do not link is said in words that have come only now.
    if (root.querySelector('[data-code="BRK002"], [data-code="BRK003"]')) {
      await show(name, root.dataset.unit, words);
    }
    answered = (await desk).start({ show, words, settled });
  } catch {
    root.dataset.advice = 'failed';
    clear();
    // Tools that do nothing must not look as if they did.
    root.dataset.desk = 'failed';
    tell(status?.dataset.partly);
  }
}

// A link within the page is a way to go, not an address: the address is the request.
const WAYS = { '#answer': 'main', '#choices': '.choices', '#order': 'section.order' };
root?.addEventListener('click', (event) => {
  const way = WAYS[event.target.closest?.('a[href^="#"]')?.hash];
  if (!way) return;
  event.preventDefault();
  const place = root.querySelector(way);
  // A section has no stop of its own for the keyboard, but it is where reading goes on.
  if (place && !place.hasAttribute('tabindex')) place.tabIndex = -1;
  place?.focus({ preventScroll: true });
  place?.scrollIntoView();
});

try {
  const name = await boot();
  root?.setAttribute('data-boot', 'ready');
  // It answers now. Until here the words stand in the page, for whoever runs no scripts.
  if (status) status.hidden = true;
  follow(name);
} catch (error) {
  // A module that arrived but does not compile or link needs a newer browser.
  const { CompileError, LinkError } = globalThis.WebAssembly ?? {};
  if (!CompileError || error instanceof CompileError || error instanceof LinkError) {
    fail(status?.dataset.unsupported);
  } else {
    fail(status?.dataset.failed);
  }
} finally {
  root?.classList.remove('fl-loading');
}
