// Runs the engine's second module off the page's thread.

let engine;

self.onmessage = async ({ data: { id, name, args, module } }) => {
  try {
    engine ??= (async () => {
      const loaded = await import(module);
      await loaded.default();
      return loaded;
    })();
    self.postMessage({ id, result: (await engine)[name](...args) });
  } catch (error) {
    // What was refused crosses as codes and fields, not as text to be taken apart.
    self.postMessage({ id, error: String(error?.message ?? error), problems: error?.problems });
  }
};
