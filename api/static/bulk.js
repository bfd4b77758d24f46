// The inbox: choose all tasks of the page, and say how many are chosen.
'use strict';

(() => {
  // A filter makes the list anew: nothing of it is kept here.
  const boxes = () => [...document.querySelectorAll('input[name=key][form=bulk]')];

  function count() {
    const bulk = document.getElementById('bulk');
    if (!bulk) return;
    const all = bulk.querySelector('[data-all]');
    const chosen = boxes().filter((box) => box.checked).length;
    bulk.querySelector('output').textContent = chosen;
    all.checked = chosen > 0 && chosen === boxes().length;
    // What is done with the chosen ones is of no use before one is chosen.
    bulk.classList.toggle('idle', chosen === 0);
    for (const button of bulk.querySelectorAll('button')) button.disabled = chosen === 0;
  }

  document.addEventListener('change', ({ target }) => {
    if (target.matches('#bulk [data-all]')) for (const box of boxes()) box.checked = target.checked;
    else if (target.name !== 'key') return;
    count();
  });
  // Rows come and go while one reads on; a browser also keeps ticks over going back.
  document.addEventListener('htmx:afterSettle', count);
  document.addEventListener('DOMContentLoaded', count);
  addEventListener('pageshow', count);
})();
