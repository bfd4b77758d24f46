// The window: what the queue says is announced; who is received stands in the form of registration.
'use strict';

document.addEventListener('DOMContentLoaded', () => {
  const desk = document.getElementById('desk');
  const form = document.getElementById('filing');
  const said = document.getElementById('desk-said');
  // What was told by mouth is read back and signed before it can be sent.
  if (form) form.elements.is_read_back.required = true;

  document.body.addEventListener('htmx:afterSwap', (event) => {
    if (event.detail.target !== desk) return;
    const words = desk.querySelector('[data-said]');
    if (words) {
      said.textContent = words.textContent;
      if (event.detail.requestConfig.elt.id === 'take') event.detail.requestConfig.elt.reset();
    }
    fillIn();
    // The button that was pressed is gone: go on where the work is.
    if (document.activeElement === document.body) {
      const onward = desk.querySelector('.current :is([role="button"], button)');
      onward?.focus({ preventScroll: true });
    }
  });

  // Told at the door: typed for whoever registers, unless something else is there already.
  function fillIn() {
    const visitor = desk.querySelector('input[name="visitor"]');
    if (!form || !visitor) return;
    for (const [name, value] of Object.entries(visitor.dataset)) {
      const field = form.elements[name];
      if (field && value && (!field.value || name === 'people')) field.value = value;
    }
  }
});
