// The form of a task: shown by XinfangForm, kept as a draft in this tab, sent to the API.
'use strict';

document.addEventListener('DOMContentLoaded', async () => {
  const place = document.getElementById('form');
  if (!place) return;
  const { task: key, person, onward } = place.dataset;
  const readOnly = 'readOnly' in place.dataset;
  const words = { ...document.getElementById('notice').dataset, ...document.getElementById('faults').dataset };
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
    onInvalid: (found) => summarize(found.length > 1 ? words.many : words.one, found),
    onChange: (changed) => {
      if (readOnly) return;
      XinfangHelp.helpWithAnswers.data = changed.data ?? changed;
      keepDraft(changed);
    },
  });
  if (!readOnly) {
    XinfangHelp.helpWithAnswers(place, key);
    // Whoever has not gone elsewhere meanwhile can type at once; what is read first stays in view.
    if (document.activeElement === document.body) XinfangForm.begin(place);
  }
  if (button) {
    // Until the form is there, a click would be lost without a word.
    // A field that is left tells its fault and pushes the button away from under the pointer: it is
    // left only once the button was pressed, and what was typed last is in the form by then.
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => {
      document.activeElement?.blur();
      setTimeout(() => form.submit(), 0);
    });
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
      const errors = answer.body?.errors ?? [];
      if (errors.length) XinfangForm.mark(form, errors, (found) => say(answer, found));
      else say(answer);
    }
  }

  /** What the server said; `found` are the fields marked for it, others are named without a link. */
  function say({ status, body }, found = []) {
    const text = { 0: words.offline, 401: words.signedOut }[status] ?? body.detail ?? words.failed;
    const marked = new Set(found.map(({ label }) => label));
    const others = (body?.errors ?? [])
      .map(({ label, key: field, message }) => ({ id: null, label: label ?? labelOf(field), message }))
      .filter(({ label }) => !marked.has(label));
    summarize(text, [...found, ...others]);
  }

  /**
   * The summary above the form: each fault leads to its field. The first field has the focus, unless
   * that would open a list over the page: then the summary has it.
   */
  function summarize(text, found) {
    const isOne = found.length === 1 && found[0].message === text; // then it is said once
    const heading = faults.querySelector('p');
    heading.textContent = isOne ? '' : text;
    heading.hidden = isOne;
    faults.querySelector('ul').replaceChildren(...found.map(({ id, label, message }) => {
      const item = document.createElement('li');
      item.append(id ? linkTo(id, label) : label);
      if (message && (isOne || message !== text)) item.append(`: ${message}`);
      return item;
    }));
    faults.hidden = false;
    const first = found.find(({ id }) => id);
    if (first && !first.unfolds) {
      goTo(first.id);
    } else {
      faults.focus();
      faults.scrollIntoView({ block: 'center' });
    }
  }

  function linkTo(id, label) {
    const link = Object.assign(document.createElement('a'), { href: `#${id}`, textContent: label });
    link.addEventListener('click', (event) => {
      event.preventDefault();
      goTo(id);
    });
    return link;
  }

  function goTo(id) {
    const field = document.getElementById(id);
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
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
