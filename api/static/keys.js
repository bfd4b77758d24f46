// Keys: rows, claim, next case, search, ways to other pages, and a sheet that lists those of this page.
// A letter never acts while somebody types, composes Chinese, or has switched letters off.
'use strict';

(() => {
  const ROWS = 'main table.list tbody tr:not(.more), main ol.messages > li';
  const SEARCH = 'main input[type="search"]';
  const CLAIM = '[data-key="c"], form[action$="/claim"] button';
  const NEXT = '[data-key="n"], a[href^="/tasks/next"]';
  const SUBMIT = '#submit, main form:not(.filter) button:not([type="button"])';
  const PLACES = { i: '/', p: '/petitions', m: '/notifications' };
  const AFTER_G_MS = 1500;
  const NEEDS = { rows: ROWS, claim: CLAIM, next: NEXT, search: SEARCH, submit: SUBMIT };
  let afterG = -Infinity;

  const lettersOff = () => document.body.dataset.keys === 'off';
  const find = (selector, within = document) => within.querySelector(selector);
  const rowOf = (element) => element?.closest?.(ROWS) ?? null;

  function isTyping(target) {
    if (!(target instanceof Element)) return false;
    if (target.closest('[contenteditable=""], [contenteditable="true"], [role="textbox"], [role="combobox"], [role="listbox"]')) return true;
    const field = target.closest('input, textarea, select');
    // A box or a button does not take letters.
    return Boolean(field) && !(field instanceof HTMLInputElement && ['checkbox', 'radio', 'button', 'submit'].includes(field.type));
  }

  function step(by) {
    const rows = [...document.querySelectorAll(ROWS)].filter((row) => row.offsetParent !== null);
    if (!rows.length) return false;
    const now = rows.indexOf(rowOf(document.activeElement));
    const place = now < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(now + by, 0), rows.length - 1);
    // The link itself gets the focus, so that Enter opens and a screen reader reads the row.
    const target = find('a[href], button', rows[place]);
    target?.focus();
    target?.scrollIntoView({ block: 'nearest' });
    return Boolean(target);
  }

  function press(element) {
    if (!element || element.disabled) return false;
    element.click();
    return true;
  }

  function claim() {
    const row = rowOf(document.activeElement);
    if (row) return press(find(CLAIM, row));
    // In a list nothing is claimed by chance: a row is chosen first.
    return document.querySelector(ROWS) ? false : press(find(CLAIM));
  }

  function search() {
    const field = find(SEARCH);
    field?.focus();
    field?.select();
    return Boolean(field);
  }

  function submit(target) {
    const form = target instanceof Element ? target.closest('form') : null;
    // A form of the engine's task is handed in by its own button, which checks it.
    if (target instanceof Element && target.closest('#form')) return press(document.getElementById('submit'));
    if (form && form.method !== 'dialog') {
      form.requestSubmit();
      return true;
    }
    return press(document.getElementById('submit'));
  }

  function escape(target) {
    const notice = document.getElementById('notice');
    if (notice && !notice.hidden) {
      notice.hidden = true;
      return true;
    }
    if (isTyping(target)) target.blur();
    return false; // dialogs and menus close by themselves
  }

  function openSheet() {
    const sheet = document.getElementById('keys');
    if (!sheet || sheet.open) return false;
    for (const entry of sheet.querySelectorAll('[data-needs]')) {
      entry.hidden = document.querySelector(NEEDS[entry.dataset.needs]) === null;
    }
    for (const entry of sheet.querySelectorAll('[data-letter]')) entry.classList.toggle('off', lettersOff());
    sheet.showModal();
    return true;
  }

  function isFreeLetter(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || lettersOff() || isTyping(event.target)) return false;
    // Held down, only the ways through rows repeat.
    return !(event.repeat && event.key !== 'j' && event.key !== 'k') && !document.querySelector('dialog[open]');
  }

  function letter(key) {
    const isAfterG = performance.now() - afterG < AFTER_G_MS;
    afterG = -Infinity;
    if (isAfterG) {
      if (!(key in PLACES)) return false;
      location.assign(PLACES[key]);
      return true;
    }
    switch (key) {
      case 'j': return step(1);
      case 'k': return step(-1);
      case 'c': return claim();
      case 'n': return press(find(NEXT));
      case '/': return search();
      case '?': return openSheet();
      case 'g':
        afterG = performance.now();
        return true;
      default: return false;
    }
  }

  document.addEventListener('keydown', (event) => {
    // While Chinese is composed every key belongs to the input method.
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
    let done = false;
    if (event.key === 'Enter' && event.ctrlKey && !event.altKey && !event.metaKey) done = submit(event.target);
    else if (event.key === 'Escape') done = escape(event.target);
    else if (isFreeLetter(event)) done = letter(event.key);
    if (done) event.preventDefault();
  });

  document.addEventListener('DOMContentLoaded', () => {
    const button = document.getElementById('keys-open');
    if (button) {
      button.hidden = false;
      button.addEventListener('click', openSheet);
    }
    // A new message is said, not only counted.
    let unread = Number(document.getElementById('bell')?.dataset.unread ?? 0);
    document.body.addEventListener('htmx:afterSettle', () => {
      const bell = document.getElementById('bell');
      const now = Number(bell?.dataset.unread ?? 0);
      if (now > unread) document.getElementById('said').textContent = bell.dataset.said;
      unread = now;
    });
  });
})();
