// What every page does: say when a request failed, keep a form from being sent twice.
'use strict';

function notify(text) {
  const notice = document.getElementById('notice');
  notice.textContent = text;
  notice.hidden = false;
  clearTimeout(notify.timer);
  notify.timer = setTimeout(() => { notice.hidden = true; }, 8000);
}

/** Ask our API, in the language of the page. Returns {ok, status, body}; status 0: no connection. */
async function ask(path, options = {}) {
  const headers = { 'Accept-Language': document.documentElement.lang, ...options.headers };
  try {
    const answer = await fetch(path, { ...options, headers, credentials: 'same-origin' });
    const isJson = (answer.headers.get('Content-Type') ?? '').includes('json');
    const body = isJson ? await answer.json() : await answer.text();
    return { ok: answer.ok, status: answer.status, body };
  } catch {
    return { ok: false, status: 0, body: {} };
  }
}

globalThis.Xinfang = { ask, notify };

document.addEventListener('DOMContentLoaded', () => {
  const words = document.getElementById('notice').dataset;
  document.body.addEventListener('htmx:beforeSwap', (event) => {
    // A refused claim comes back as a row that says why.
    if (event.detail.xhr.status === 409) event.detail.shouldSwap = true;
  });
  document.body.addEventListener('htmx:responseError', (event) => {
    if (event.detail.xhr.status !== 409) notify(event.detail.xhr.status === 401 ? words.signedOut : words.failed);
  });
  document.body.addEventListener('htmx:sendError', () => notify(words.offline));
  // A menu of the header closes when one goes on elsewhere, and on Escape.
  const menus = [...document.querySelectorAll('details.menu')];
  const closeOutside = (target) => {
    for (const menu of menus) if (!menu.contains(target)) menu.open = false;
  };
  document.addEventListener('click', (event) => closeOutside(event.target));
  document.addEventListener('focusin', (event) => closeOutside(event.target));
  for (const menu of menus) {
    menu.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !menu.open) return;
      event.stopPropagation();
      menu.open = false;
      menu.querySelector('summary').focus();
    });
  }
  // Also of forms that came later, with a part of the page.
  document.addEventListener('submit', (event) => {
    if (!event.target.matches('form[data-once]')) return;
    const button = event.submitter ?? event.target.querySelector('button');
    button.setAttribute('aria-busy', 'true');
    // Disabled a moment later, so that the form is still sent.
    setTimeout(() => { button.disabled = true; }, 0);
  });
});

// Back from another page: buttons work again.
addEventListener('pageshow', (event) => {
  if (!event.persisted) return;
  for (const button of document.querySelectorAll('button[aria-busy]')) {
    button.removeAttribute('aria-busy');
    button.disabled = false;
  }
});
