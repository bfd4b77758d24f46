// Drafts of a task's form: saved as typed, on the server for every device and in this tab at once.
'use strict';

/**
 * The draft of one task and person.
 *
 * load(): what was typed, {data, saved_at}, or null. keep(data): save it a moment later.
 * rest(): save nothing for now. drop(): throw it away. forget(): it is handed in.
 * `tell(kind, at)` is called with "saved", "unsaved", or "changed" (there is a newer one elsewhere).
 */
globalThis.XinfangDraft = function draftOf(key, person, tell) {
  const path = `/api/tasks/${key}/draft`;
  const name = `task:${key}:${person}`;
  const origin = tabName();
  const WAIT = 800; // milliseconds after the last key
  let version = 0;
  let waiting; // what has been typed and not sent
  let timer;
  let sending = false;
  let stopped = false;

  function tabName() {
    const kept = sessionStorage.getItem('xinfang-tab');
    const made = kept ?? Array.from(crypto.getRandomValues(new Uint32Array(2)), (n) => n.toString(36)).join('');
    sessionStorage.setItem('xinfang-tab', made);
    return made;
  }

  function inTab() {
    try {
      return JSON.parse(sessionStorage.getItem(name));
    } catch {
      return null;
    }
  }

  async function load() {
    const [own, answer] = [inTab(), await Xinfang.ask(path)];
    const kept = answer.ok ? answer.body : null;
    version = kept?.version ?? 0;
    // What this tab typed last and could not send any more is newer than what the server has.
    const isNewer = own?.data && own.unsent && (own.version ?? 0) >= version;
    if (isNewer) {
      keep(own.data);
      return { data: own.data, saved_at: own.at };
    }
    return kept && { data: kept.data, saved_at: kept.saved_at };
  }

  function keep(data) {
    if (stopped) return;
    waiting = data;
    remember(data, true);
    clearTimeout(timer);
    timer = setTimeout(send, WAIT);
  }

  function remember(data, unsent) {
    const at = new Date().toISOString();
    sessionStorage.setItem(name, JSON.stringify({ data, version, unsent, at }));
  }

  function request(data) {
    return { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ data, version, origin }) };
  }

  async function send() {
    if (waiting === undefined || stopped || sending) return;
    const data = waiting;
    waiting = undefined;
    sending = true;
    const answer = await Xinfang.ask(path, request(data));
    sending = false;
    if (stopped) return;
    if (answer.ok) {
      version = answer.body.version;
      if (waiting === undefined) remember(data, false);
      tell('saved', answer.body.saved_at);
    } else if (answer.body?.error === 'DraftChanged') {
      stopped = true;
      tell('changed');
    } else {
      waiting ??= data;
      tell('unsaved');
    }
    if (waiting !== undefined && answer.ok) timer = setTimeout(send, WAIT);
  }

  // A tab that is left sends what it still has; the browser carries that on without the page.
  function sendNow() {
    // Leaving a field hands over what was typed in it last.
    document.activeElement?.blur?.();
    clearTimeout(timer);
    if (waiting === undefined || stopped) return;
    fetch(path, { ...request(waiting), keepalive: true, credentials: 'same-origin' }).catch(() => {});
  }
  addEventListener('pagehide', sendNow);

  /** Save nothing while the form itself is on its way; `keep` goes on. */
  function rest() {
    clearTimeout(timer);
    waiting = undefined;
  }

  function forget() {
    stopped = true;
    clearTimeout(timer);
    waiting = undefined;
    sessionStorage.removeItem(name);
  }

  async function drop() {
    forget();
    await Xinfang.ask(path, { method: 'DELETE' });
  }

  return { load, keep, rest, drop, forget };
};
