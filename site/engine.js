// Calls to the engine's second module: by a worker where there is one, so that the page's thread
// stays free, and on the page's thread where there is none.

const module = new URL('api/fiberlane.js', import.meta.url);

/** The worker is not there, or no longer: the page's own thread can answer. */
const gone = () => Object.assign(new Error('the worker is gone'), { gone: true });

function worker() {
  const waiting = new Map();
  let next = 0;
  const thread = new Worker(new URL('advice-worker.js', import.meta.url), { type: 'module' });
  thread.onmessage = ({ data }) => {
    const { resolve, reject } = waiting.get(data.id) ?? {};
    waiting.delete(data.id);
    if (data.error === undefined) resolve?.(data.result);
    else reject?.(Object.assign(new Error(data.error), data.problems && { problems: data.problems }));
  };
  // A race with a promise that never settles would keep every call for ever.
  let broken = false;
  thread.onerror = (event) => {
    event.preventDefault();
    broken = true;
    for (const { reject } of waiting.values()) reject(gone());
    waiting.clear();
  };
  return (name, args) => new Promise((resolve, reject) => {
    if (broken) {
      reject(gone());
      return;
    }
    next += 1;
    waiting.set(next, { resolve, reject });
    thread.postMessage({ id: next, name, args, module: module.href });
  });
}

/** The same on this thread. */
function here() {
  let loaded;
  return async (name, args) => {
    loaded ??= (async () => {
      const engine = await import(module);
      await engine.default();
      return engine;
    })();
    return (await loaded)[name](...args);
  };
}

let call;
// The words in use, said again to an engine that comes later.
let spoken;

function open(how) {
  call = how();
  if (spoken) call('speak', spoken).catch(() => {});
}

/** Takes a worker, or this thread: there is none at all, or none for a page like this one. */
function connect() {
  if (call) return;
  try {
    open(worker);
  } catch {
    open(here);
  }
}

/** Sends for the module before anything is asked of it. */
export function begin() {
  connect();
  call('speak', ['', false]).catch(() => {});
}

/**
 * Calls a function of the module. Rejects with its error; one that refuses what it was given has
 * `problems`, each with `code`, `field`, `value`, `expected` and `words`.
 */
export async function ask(name, ...args) {
  connect();
  try {
    return await call(name, args);
  } catch (error) {
    if (!error.gone) throw error;
    open(here);
    return call(name, args);
  }
}

/** Answers in these words and this unit of length from now on. */
export function speak(words, unit) {
  const entries = Object.keys(words).sort().flatMap((key) => [key, words[key]]);
  spoken = [entries.join('\n'), unit === 'ft'];
  if (call) call('speak', spoken).catch(() => {});
}
