// Beside the form of a task: template texts to insert, and a warning when an answer is like others.
'use strict';

/** Wire up what helps with the form in `place`. `key` is that of the task. */
function helpWithAnswers(place, key) {
  const LONG = 40; // characters: shorter texts are alike by chance
  const WAIT = 1500; // after the last change
  let last = null;
  let timer = null;
  let asked = '';

  place.addEventListener('focusin', (event) => {
    if (event.target.matches('textarea, input[type="text"]')) last = event.target;
  });
  place.addEventListener('paste', soon);
  place.addEventListener('change', soon);

  document.getElementById('templates')?.addEventListener('click', (event) => {
    const button = event.target.closest('[data-insert]');
    if (!button) return;
    const field = last?.isConnected ? last : place.querySelector('textarea, input[type="text"]');
    if (!field) return;
    XinfangForm.insertInto(field, document.getElementById(button.dataset.insert).textContent);
    document.getElementById('inserted').textContent = document.getElementById('inserted').dataset.words;
  });

  function soon(event) {
    if (event.target.tagName !== 'TEXTAREA') return;
    clearTimeout(timer);
    timer = setTimeout(compare, WAIT);
  }

  async function compare() {
    const texts = {};
    for (const [name, value] of Object.entries(helpWithAnswers.data ?? {})) {
      if (typeof value === 'string' && value.length >= LONG) texts[name] = value;
    }
    const body = JSON.stringify({ texts });
    if (body === asked || Object.keys(texts).length === 0) return;
    asked = body;
    const answer = await Xinfang.ask(`/tasks/${key}/like-answers`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    });
    // Whatever goes wrong here hinders nobody.
    const shown = document.getElementById('likeness');
    if (answer.ok && shown.innerHTML !== answer.body) shown.innerHTML = answer.body;
  }
}

globalThis.XinfangHelp = { helpWithAnswers };
