// The second stage: worked out beside the page, by a worker where there is one, and filled in when
// it is there. An edit is never held up by it; the answer to an older request is dropped.

import * as answer from './answer.js';
import { ask } from './engine.js';
import { failed } from './desk/line.js';
import { refill, root, wanted } from './desk/page.js';
import { say } from './desk/words.js';

// In milliseconds.
const REST = 250;
let shown = '';
// The request that a form about the place has made last, and the one on screen before it.
let made = '';
let madeFrom = '';
// Changes of the form that are being read.
let reading = 0;
// Counts the entries that were added, for ids of their own.
let number = 0;
let busy = false;
// Counts how often all has been said anew: what is under way then is in the words of before.
let round = 0;
// What each place was filled with. To ask the document for it costs more than to fill it.
let filled = new WeakMap();
// How far the answer is scrolled, without asking the document in the middle of a change.
let top = 0;

/** Works out what is wanted, and again if that has changed meanwhile. */
async function advise() {
  // Most of what changes on the page is no change of the request.
  if (busy || wanted() === shown) return;
  busy = true;
  root.dataset.advice = 'busy';
  // The advice of before is grayed, unless the new one is there before anybody sees the gray.
  const gray = setTimeout(() => root.classList.add('fl-advising'), 80);
  try {
    while (wanted() && wanted() !== shown) {
      const request = wanted();
      const mine = round;
      const current = () => wanted() === request && mine === round;
      // For somebody who types it is worked out when the typing rests.
      if (document.activeElement?.matches('.choices .field input:not(.place input)')) {
        await new Promise((resolve) => { setTimeout(resolve, REST); });
        if (!current()) continue;
      }
      const advice = JSON.parse(await ask('adviceSections', request));
      // Where an edit has come in between, its own answer follows.
      if (!current()) continue;
      // Half filled in, it is nobody's.
      shown = '';
      if (await fill(advice, current)) shown = request;
    }
    await answer.draw();
    root.dataset.advice = 'ready';
  } catch {
    root.dataset.advice = 'failed';
  } finally {
    clearTimeout(gray);
    root.classList.remove('fl-advising');
    busy = false;
  }
}

// Behind what was changed last: its paint, and a key that waits, go first.
const idle = window.requestIdleCallback ?? ((act) => setTimeout(act, 16));
const turn = () => new Promise((resolve) => { idle(resolve, { timeout: 100 }); });

/** Sets markup where it is not there yet; `anew` in any case. Returns whether it did. */
function put(place, html, anew = false) {
  if (!anew && filled.get(place) === html) return false;
  filled.set(place, html);
  refill(place, html);
  return true;
}

/** A section of its own. */
function section(place, html) {
  const form = place.querySelector('.place');
  // A form stays as it was filled in while the request is what it made of it, or is about to be.
  if (form && (reading > 0 || [made, madeFrom].includes(wanted()))) return false;
  if (!put(place, html, Boolean(form))) return false;
  // What comes and goes above must not move what is read.
  const main = place.closest('main');
  if (main && top > 0) main.scrollTop = top;
  return true;
}

/** What is said beside the options, and which of them fit. */
function mark(options) {
  const known = new Map(options.map((option) => [`${option.field}|${option.key}`, option]));
  let changed = false;
  for (const place of root.querySelectorAll('[data-option]')) {
    const option = known.get(place.dataset.option);
    changed = put(place, option?.html ?? '') || changed;
    const row = place.parentElement;
    const input = row.querySelector('input');
    // The radio that is chosen stays, whatever is thought of it.
    const excluded = Boolean(option?.excluded) && !row.classList.contains('chosen');
    row.classList.toggle('excluded', excluded);
    if (!input) continue;
    input.disabled = excluded;
    // What stands beside it is heard with it.
    if (option?.html) {
      place.id ||= `${input.id}-why`;
      input.setAttribute('aria-describedby', place.id);
    } else {
      input.removeAttribute('aria-describedby');
    }
  }
  return changed;
}

function inSight(element) {
  const { top: above, bottom } = element.getBoundingClientRect();
  return bottom > 0 && above < innerHeight;
}

/** Fills everything in, a part at a time while it is `current`. Returns whether it was to the end. */
async function fill({ sections, options, whys }, current) {
  // A form says what it was filled in with until another request is on screen: one that came back
  // to the one before is another.
  if (wanted() === made) madeFrom = '';
  else if (reading === 0 && wanted() !== madeFrom) made = '';
  const parts = [
    ...[...root.querySelectorAll('[data-advice]')].map((place) => () => section(place, sections[place.dataset.advice] ?? '')),
    () => [...root.querySelectorAll('[data-why]')].filter((place) => put(place.lastElementChild, whys[place.dataset.why] ?? '')).length > 0,
    () => mark(options),
  ];
  for (const part of parts) {
    const held = document.activeElement;
    const seen = inSight(held);
    if (part()) {
      // What grows above must not push away what somebody is at.
      if (seen && !inSight(held)) held.scrollIntoView({ block: 'nearest' });
      await turn();
    }
    if (!current()) return false;
  }
  return true;
}

/**
 * A number as people type it. The sign that is not their decimal sign may stand between thousands
 * where three digits follow: what is meant is not guessed.
 */
function plainNumber(text) {
  const decimal = say('locale.decimal');
  const other = decimal === ',' ? '.' : ',';
  const parts = text.split(/[.,]/);
  const doubt = text.includes(other) && parts[1]?.length === 3 && parts[0] !== '0';
  return parts.length > 2 || doubt ? NaN : Number(text.replace(',', '.'));
}

/** A value as it goes into a request: a number where one was typed, whatever else as it is. */
function typed(input) {
  const { name, type, value: raw } = input;
  const value = raw.trim();
  if (type !== 'text' || value === '') return name === 'at' && /^\d$/.test(value) ? Number(value) : value;
  const amount = plainNumber(value);
  const feet = name === 'lengthM' && root.dataset.unit === 'ft';
  // What nobody touched stays what it was; feet are shown to a tenth.
  const untouched = raw === input.defaultValue && input.dataset.exact;
  const meters = untouched ? Number(input.dataset.exact) : Math.round(amount * 3048) / 10_000;
  const plain = feet ? meters : amount;
  return Number.isFinite(plain) ? plain : value;
}

/** A measured map as pairs; what is no pair is left to the engine to refuse. */
function pairs(text) {
  return text.split(/[\s,;]+/).map((pair) => {
    const ends = pair.split('-').map(Number);
    return ends.every(Number.isInteger) ? ends : pair;
  });
}

/** What an entry says of its part; one word for both ends where they are alike. */
function part(entry, kind) {
  const said = { kind };
  const pins = {};
  for (const input of entry.querySelectorAll('[name]')) {
    const { name, value } = input;
    if (value.trim() === '') continue;
    if (name.startsWith('pins.')) pins[name.at(-1)] = value;
    else said[name] = name === 'map' ? pairs(value.trim()) : typed(input);
  }
  const { A, B } = pins;
  // Cassettes of one end have one end to the trunk.
  if (kind === 'cassette' && said.at) {
    if (pins[said.at]) said.pins = pins[said.at];
  } else if (A && B) {
    said.pins = A === B ? A : [A, B];
  } else if (A || B) {
    complain(entry.querySelector(`[name="pins.${A ? 'B' : 'A'}"]`), say('advice.place.pinsBoth'));
  }
  return said;
}

/** What a form about the place says: fields of a request, and the entry of every part. */
function described(form) {
  if (form.dataset.form === 'installed') {
    const entries = [...form.querySelectorAll('.kind')]
      .filter((kind) => kind.querySelector('.there input').checked)
      .flatMap((kind) => [...kind.querySelectorAll('.entry')]);
    const installed = entries.map((entry) => part(entry, entry.closest('.kind').dataset.kind));
    return { fields: { installed: installed.length > 0 ? installed : null }, entries };
  }
  const fields = {};
  const situation = {};
  for (const input of form.querySelectorAll('[name]')) {
    const [group, field] = input.name.split('.');
    const value = typed(input);
    if (field === undefined) fields[group] = value === '' ? null : value;
    else if (value !== '') situation[field] = field === 'fieldChanges' ? value === 'true' : value;
  }
  fields.situation = Object.keys(situation).length > 0 ? situation : null;
  return { fields, entries: [] };
}

/** The field of the form that a path of the request is about, such as installed[0].lengthM. */
function fieldOf(form, entries, path) {
  const [, index, rest] = path.match(/^installed\[(\d+)\]\.?(\w*)/) ?? [];
  if (index === undefined) return form.querySelector(`[name="${CSS.escape(path)}"]`);
  // Two entries of one place: it is the place that has to be said.
  const name = rest === '' || rest === 'kind' ? 'at' : rest;
  return entries[index]?.querySelector(`[name="${name}"], [name^="${name}."]`);
}

/** The request without what was refused, and the entries of what is left. */
function without(request, entries, paths) {
  const rest = structuredClone(request);
  const gone = new Set();
  for (const path of paths) {
    const whole = path.match(/^installed\[(\d+)\](\.kind)?$/);
    if (whole) {
      gone.add(Number(whole[1]));
      continue;
    }
    const keys = path.replace(/\[(\d+)\]/g, '.$1').split('.');
    const last = keys.pop();
    const holder = keys.reduce((value, key) => value?.[key], rest);
    if (holder) delete holder[last];
  }
  const stays = (_, index) => !gone.has(index);
  if (gone.size > 0) rest.installed = rest.installed.filter(stays);
  return [rest, entries.filter(stays)];
}

/** Says at a field what is wrong with it. */
function complain(field, words) {
  field?.setAttribute('aria-invalid', 'true');
  const message = field?.closest('.field').querySelector('.message');
  if (message) message.textContent = words;
  return Boolean(message);
}

/** How many parts the form says something of. */
function count(form, parts) {
  const said = form.closest('.more')?.querySelector('.said');
  if (said) said.textContent = parts > 0 ? say('advice.place.said', { count: parts }) : say('advice.place.unsaid');
}

async function place(form) {
  form.querySelectorAll('[aria-invalid]').forEach((field) => field.removeAttribute('aria-invalid'));
  form.querySelectorAll('.message').forEach((message) => { message.textContent = ''; });
  let { fields, entries } = described(form);
  let request = { ...JSON.parse(await ask('requestText', wanted())), ...fields };
  if (form.dataset.form === 'installed') count(form, entries.length);
  // What cannot be read is named at its field; everything else is taken.
  for (let round = 0; round < 3; round += 1) {
    try {
      const fragment = await ask('fragment', request);
      made = fragment;
      madeFrom = wanted();
      if (fragment !== wanted()) location.hash = fragment;
      break;
    } catch (error) {
      // Anything else is no fault of what was filled in.
      if (!error.problems) throw error;
      for (const { field: path, value, words: right } of error.problems) {
        const field = fieldOf(form, entries, path);
        const shown = field?.value === undefined ? value : `"${field.selectedOptions?.[0]?.text ?? field.value}"`;
        const words = `${shown}: ${right}`;
        if (!complain(field, words)) form.lastElementChild.textContent = `${path}: ${words}`;
      }
      [request, entries] = without(request, entries, error.problems.map(({ field: path }) => path));
    }
  }
}

/** Reads a form after a change of it. */
function read(form) {
  reading += 1;
  place(form).catch(failed).finally(() => { reading -= 1; });
}

/** A place for a further part that no other has: one that said none lies at the first from now on. */
function another(kind) {
  const entries = kind.querySelector('.entries');
  const taken = [...entries.querySelectorAll('[name="at"]')];
  const places = [...taken[0].options].map(({ value }) => value).filter(Boolean);
  if (taken.length === 1 && taken[0].value === '') stand(taken[0], places[0]);
  const free = places.find((value) => taken.every((other) => other.value !== value));
  if (free === undefined) return;
  const template = kind.querySelector('template');
  number += 1;
  entries.insertAdjacentHTML('beforeend', template.innerHTML.replaceAll('-NEW', `-more${number}`));
  const at = entries.lastElementChild.querySelector('[name="at"]');
  stand(at, free);
  at.focus();
}

/** Puts a part at a place; what is said of an end that it does not have is taken away. */
function stand(at, value) {
  const entry = at.closest('.entry');
  at.value = value;
  entry.dataset.at = value;
  const other = { A: 'B', B: 'A' }[value];
  const pins = other && at.closest('.kind').dataset.kind === 'cassette' && entry.querySelector(`[name="pins.${other}"]`);
  if (pins) pins.value = '';
}

root.addEventListener('change', ({ target }) => {
  const form = target.closest?.('.place');
  if (!form) return;
  if (target.name === 'at') stand(target, target.value);
  read(form);
});
root.addEventListener('click', ({ target }) => {
  const step = target.closest?.('.place :is(.another, .remove)');
  if (!step) return;
  const [form, kind] = [step.closest('.place'), step.closest('.kind')];
  if (step.matches('.another')) {
    another(kind);
  } else {
    step.closest('.entry').remove();
    kind.querySelector('.another').focus();
  }
  read(form);
});

// What was applied is read from its verdict on.
root.addEventListener('click', ({ target }) => {
  if (!target.closest?.('a.apply')) return;
  const main = root.querySelector('main');
  setTimeout(() => {
    main?.focus({ preventScroll: true });
    main?.querySelector('.verdict')?.scrollIntoView({ block: 'nearest' });
  }, 0);
});

/** Says it all anew, after the language or the unit has changed. */
export function again() {
  round += 1;
  shown = '';
  filled = new WeakMap();
  delete root.dataset.advice;
  advise();
}

/** Works out the second stage now and after every change of the request. */
export function start() {
  // It does not bubble.
  root.addEventListener('scroll', ({ target }) => {
    if (target.matches('main')) top = target.scrollTop;
  }, true);
  new MutationObserver(advise).observe(root, { subtree: true, childList: true, characterData: true });
  advise();
}
