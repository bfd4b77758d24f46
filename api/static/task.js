// The form of a task: shown by XinfangForm, kept as a draft (task_draft.js), sent to the API.
'use strict';

document.addEventListener('DOMContentLoaded', async () => {
  const place = document.getElementById('form');
  if (!place) return;
  const { task: key, person, onward } = place.dataset;
  const readOnly = 'readOnly' in place.dataset;
  const faults = document.getElementById('faults');
  const words = { ...document.getElementById('notice').dataset, ...faults.dataset };
  const summary = XinfangFaultSummary(faults);
  const buttons = [...document.querySelectorAll('#submit, #submit-next')];
  const reason = document.querySelector('#without-opinions textarea');
  const draft = readOnly ? null : XinfangDraft(key, person, tellDraft);
  let goTo = onward;

  const [loaded, kept] = await Promise.all([Xinfang.ask(`/api/tasks/${key}`), draft?.load()]);
  if (!loaded.ok) {
    say(loaded);
    return;
  }
  const { form: schema, data } = loaded.body;
  const fields = new Set(
    (schema.components ?? [])
      .filter(({ readonly, disabled }) => !readonly && !disabled)
      .map((component) => component.key ?? component.path),
  );
  let isReady = false; // showing the form is no typing
  let hasDraft = Boolean(kept);
  const form = await XinfangForm.show(place, schema, { ...data, ...(kept ? typed(kept.data) : {}) }, {
    readOnly,
    onSubmit: send,
    onInvalid: (found) => summary.tell(found.length > 1 ? words.many : words.one, found),
    onChange: (changed) => {
      if (readOnly) return;
      XinfangHelp.helpWithAnswers.data = changed.data ?? changed;
      if (isReady) keep(typed(changed.data ?? changed));
    },
  });
  isReady = true;
  if (kept) offer(kept.saved_at);
  if (!readOnly) {
    XinfangHelp.helpWithAnswers(place, key);
    // Whoever has not gone elsewhere meanwhile can type at once; what is read first stays in view.
    if (document.activeElement === document.body) XinfangForm.begin(place);
  }
  for (const button of buttons) {
    // Until the form is there, a click would be lost without a word.
    // A field that is left tells its fault and pushes the button away from under the pointer: it is
    // left only once the button was pressed, and what was typed last is in the form by then.
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => {
      goTo = button.dataset.onward ?? onward;
      document.activeElement?.blur();
      setTimeout(() => form.submit(), 0);
    });
    button.disabled = false;
  }
  // Opinions may have come, or been asked for, while this page was open.
  document.body.addEventListener('htmx:afterSwap', askForReason);

  async function send(filled) {
    setBusy(true);
    draft.rest();
    const answer = await Xinfang.ask(`/api/tasks/${key}/completion`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ data: filled, version: seen(), without_opinions: reason?.value ?? '' }),
    });
    setBusy(false);
    if (answer.ok) {
      draft.forget();
      location.assign(goTo);
    } else {
      draft.keep(typed(filled));
      const errors = answer.body?.errors ?? [];
      if (errors.length) XinfangForm.mark(form, errors, (found) => say(answer, found));
      else say(answer);
      if (answer.body?.error === 'TaskChanged') {
        // What changed is on the page now: the next time counts as seen.
        htmx.ajax('GET', `/tasks/${key}/work`, { target: '#task-work', swap: 'outerHTML' });
      }
      if (answer.body?.error === 'OpinionsOutstanding') {
        reason.closest('[id]').hidden = false;
        reason.focus();
      }
    }
  }

  function seen() {
    return Number(document.getElementById('task-work').dataset.version);
  }

  function askForReason() {
    const awaiting = document.getElementById('task-work')?.dataset.awaiting;
    if (reason) reason.closest('[id]').hidden = !awaiting;
  }

  function setBusy(isBusy) {
    for (const button of buttons) {
      button.toggleAttribute('aria-busy', isBusy);
      if (isBusy) button.setAttribute('aria-busy', 'true');
      button.disabled = isBusy;
    }
  }

  /** What the server said; `found` are the fields marked for it, others are named without a link. */
  function say({ status, body }, found = []) {
    const text = { 0: words.offline, 401: words.signedOut }[status] ?? body.detail ?? words.failed;
    const marked = new Set(found.map(({ label }) => label));
    const others = (body?.errors ?? [])
      .map(({ label, key: field, message }) => ({ id: null, label: label ?? labelOf(field), message }))
      .filter(({ label }) => !marked.has(label));
    const changes = (body?.changes ?? []).map(({ text: what, by, at }) => `${what} · ${by.name} · ${when(at)}`);
    summary.tell(text, [...found, ...others], changes);
  }

  function labelOf(field) {
    if (field === 'without_opinions') return reason?.closest('label').firstChild.textContent ?? field;
    return (schema?.components ?? []).find(({ key }) => key === field)?.label ?? field;
  }

  // Only what people fill in; what the form shows comes from the server each time.
  function typed(changed) {
    return Object.fromEntries(Object.entries(changed).filter(([name]) => fields.has(name)));
  }

  // A form that only settles is no draft: the first one holds something that people typed.
  function keep(filled) {
    const isTyped = ([name, value]) => !isBlank(value) && JSON.stringify(value) !== JSON.stringify(data[name]);
    hasDraft ||= Object.entries(filled).some(isTyped);
    if (hasDraft) draft?.keep(filled);
  }

  function isBlank(value) {
    return value === null || value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0);
  }

  /** Say that a draft is filled in, and of when; one click starts afresh. */
  function offer(at) {
    const offered = document.getElementById('draft');
    offered.querySelector('span').textContent = `${offered.dataset.restored} ${when(at)}`;
    offered.querySelector('button').addEventListener('click', async () => {
      await draft.drop();
      location.reload();
    });
    offered.hidden = false;
  }

  function tellDraft(kind, at) {
    const said = document.getElementById('draft').dataset[kind];
    document.getElementById('draft-state').textContent = at ? `${said} ${when(at)}` : said;
  }

  function when(at) {
    return new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
    }).format(new Date(at));
  }
});
