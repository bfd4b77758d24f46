// Says how many tasks have come since the page was made. The rows stay where they are.
'use strict';

let stream = null;
let shown = null;

function listen() {
  const bar = document.getElementById('fresh');
  if (bar === shown) return;
  stream?.close();
  shown = bar;
  stream = bar ? new EventSource(bar.dataset.events) : null;
  stream?.addEventListener('arrived', (event) => {
    const link = bar.querySelector('a');
    link.textContent = JSON.parse(event.data).text;
    link.hidden = false;
  });
}

document.addEventListener('DOMContentLoaded', () => {
  listen();
  // A filter makes the list anew, and with it what is listened to.
  document.body.addEventListener('htmx:afterSettle', listen);
});
addEventListener('pagehide', () => { stream?.close(); shown = null; });
addEventListener('pageshow', (event) => { if (event.persisted) listen(); });
