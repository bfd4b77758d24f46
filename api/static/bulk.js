// The inbox: choose all tasks of the page, and say how many are chosen.
'use strict';

document.addEventListener('DOMContentLoaded', () => {
  const bulk = document.getElementById('bulk');
  if (!bulk) return;
  const all = bulk.querySelector('[data-all]');
  const boxes = () => [...document.querySelectorAll('input[name=key][form=bulk]')];

  function count() {
    const chosen = boxes().filter((box) => box.checked).length;
    bulk.querySelector('output').textContent = chosen;
    all.checked = chosen > 0 && chosen === boxes().length;
    for (const button of bulk.querySelectorAll('button')) button.disabled = chosen === 0;
  }

  all.addEventListener('change', () => {
    for (const box of boxes()) box.checked = all.checked;
    count();
  });
  document.body.addEventListener('change', (event) => {
    if (event.target.name === 'key') count();
  });
  // Rows come and go while one reads on; a browser also keeps ticks over going back.
  document.body.addEventListener('htmx:afterSwap', count);
  addEventListener('pageshow', count);
  count();
});
