// The form of a task: shown by XinfangForm, kept as a draft in this tab, sent to the API.
'use strict';

document.addEventListener('DOMContentLoaded', async () => {
  const place = document.getElementById('form');
  if (!place) return;
  const { task: key, person, onward } = place.dataset;
  const readOnly = 'readOnly' in place.dataset;
  const words = document.getElementById('notice').dataset;
  const draftName = `task:${key}:${person}`;
  const faults = document.getElementById('faults');
  const button = document.getElementById('submit');

  const loaded = await Xinfang.ask(`/api/tasks/${key}`);
  if (!loaded.ok) {
    say(loaded);
    return;
  }
  const { form: schema, data } = loaded.body;
  const draft = readOnly ? {} : readDraft();
  const form = await XinfangForm.show(place, schema, { ...data, ...draft }, {
    readOnly,
    onSubmit: send,
    onChange: (changed) => { if (!readOnly) keepDraft(changed); },
  });
  if (button) {
    // Until the form is there, a click would be lost without a word.
    button.addEventListener('click', () => form.submit());
    button.disabled = false;
  }

  async function send(filled) {
    button.setAttribute('aria-busy', 'true');
    button.disabled = true;
    const answer = await Xinfang.ask(`/api/tasks/${key}/completion`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ data: filled }),
    });
    button.removeAttribute('aria-busy');
    button.disabled = false;
    if (answer.ok) {
      sessionStorage.removeItem(draftName);
      location.assign(onward);
    } else {
      say(answer);
      XinfangForm.mark(form, answer.body?.errors ?? []);
    }
  }

  function say({ status, body }) {
    const text = { 0: words.offline, 401: words.signedOut }[status] ?? body.detail ?? words.failed;
    const errors = body?.errors ?? [];
    const isOne = errors.length === 1 && errors[0].message === text; // then it is said once
    faults.querySelector('p').textContent = isOne ? `${labelOf(errors[0].key)}: ${text}` : text;
    faults.querySelector('ul').replaceChildren(
      ...(isOne ? [] : errors).map(({ label, key: field, message }) =>
        Object.assign(document.createElement('li'), { textContent: `${label ?? labelOf(field)}: ${message}` })),
    );
    faults.hidden = false;
    faults.focus();
  }

  function labelOf(field) {
    return (schema?.components ?? []).find(({ key }) => key === field)?.label ?? field;
  }

  // Only what the form's own fields hold; the starting data comes from the server each time.
  function keepDraft(changed) {
    const fields = new Set((schema.components ?? []).map((component) => component.key ?? component.path));
    const kept = Object.entries(changed.data ?? changed).filter(([name]) => fields.has(name));
    sessionStorage.setItem(draftName, JSON.stringify(Object.fromEntries(kept)));
  }

  function readDraft() {
    try {
      return JSON.parse(sessionStorage.getItem(draftName)) ?? {};
    } catch {
      return {};
    }
  }
});
