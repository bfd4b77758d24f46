// The form of filing is kept on the server as typed, for who types it: a closed tab loses nothing.
'use strict';

document.addEventListener('DOMContentLoaded', () => {
  const form = document.querySelector('form[data-draft]');
  if (!form) return;
  const said = document.getElementById('draft-said');
  const WAIT = 1000; // after the last key
  let timer = null;
  let kept = null;
  let sent = false;

  form.addEventListener('input', soon);
  form.addEventListener('change', soon);
  form.addEventListener('submit', (event) => {
    // Filed or shown again by the server, which drops the draft when it is filed.
    sent = !event.submitter?.hasAttribute('hx-post');
    clearTimeout(timer);
  });
  // A phone that is put away, a tab that is closed: what was typed last goes along.
  document.addEventListener('visibilitychange', () => { if (document.hidden && timer) keep(true); });
  addEventListener('pageshow', (event) => { if (event.persisted) sent = false; });

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(keep, WAIT);
  }

  async function keep(isLeaving = false) {
    clearTimeout(timer);
    timer = null;
    const fields = [...new FormData(form)].filter(([, value]) => typeof value === 'string' && value);
    const text = JSON.stringify({ fields });
    if (sent || text === kept) return;
    const answer = await Xinfang.ask(`/api/filing-drafts/${encodeURIComponent(form.elements.source_id.value)}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: text,
      keepalive: isLeaving === true,
    });
    if (answer.ok) {
      kept = text;
      said.textContent = said.dataset.kept + answer.body.saved_at.slice(11, 16);
    } else if (answer.status === 0) {
      said.textContent = said.dataset.notKept;
    }
  }
});
