// The case page: parts that open by their links, the diagram once it is opened, and everything that
// moves, fresh every 2 seconds.
'use strict';

document.addEventListener('DOMContentLoaded', () => {
  const { number } = document.getElementById('case').dataset;
  // Of what the page shows: what happens before the first look counts too.
  let { version } = document.getElementById('case').dataset;
  // What was typed for filing is on file now.
  if (new URLSearchParams(location.search).get('done') === 'filed') {
    for (const name of Object.keys(sessionStorage)) {
      if (name.startsWith('filing:')) sessionStorage.removeItem(name);
    }
  }

  // A link to a part opens it.
  function openTarget() {
    const details = document.querySelector(`${CSS.escape ? `#${CSS.escape(location.hash.slice(1) || 'none')}` : '#none'} > details`);
    if (!details) return;
    details.open = true;
    details.parentElement.scrollIntoView();
  }
  addEventListener('hashchange', openTarget);
  document.getElementById('case').addEventListener('click', (event) => {
    if (event.target.closest('.case-bar a')?.hash === location.hash) openTarget();
  });
  openTarget();

  const place = document.getElementById('diagram');
  const drawer = place.closest('details');
  let shown = null; // { key, xml } of the diagram
  let marks = null; // what is drawn into it
  let flow = null;

  async function look() {
    if (document.hidden) return;
    const answer = await Xinfang.ask(`/api/petitions/${encodeURIComponent(number)}/flow`);
    if (answer.status === 401) {
      Xinfang.notify(document.getElementById('notice').dataset.signedOut);
      clearInterval(timer);
      return;
    }
    if (!answer.ok) return;
    const hasMoved = answer.body.version !== version;
    if (!hasMoved && flow) return;
    ({ version } = answer.body);
    flow = answer.body;
    await draw();
    if (hasMoved) refresh();
  }

  // The viewer is large: it is fetched when somebody opens the part.
  function fetchViewer() {
    fetchViewer.done ??= new Promise((resolve, reject) => {
      const style = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: place.dataset.style });
      const script = Object.assign(document.createElement('script'), { src: place.dataset.script });
      script.addEventListener('load', resolve);
      script.addEventListener('error', reject);
      document.head.append(style, script);
    });
    return fetchViewer.done;
  }

  async function draw() {
    if (!drawer.open || !flow || flow.definition_key === null) return;
    const wanted = flow;
    const wantedMarks = JSON.stringify([wanted.definition_key, wanted.active_ids, wanted.done_ids, wanted.taken_flows]);
    if (marks === wantedMarks) return;
    try {
      await fetchViewer();
    } catch {
      fetchViewer.done = null; // try again when it is opened again
      Xinfang.notify(document.getElementById('notice').dataset.offline);
      return;
    }
    if (shown?.key !== wanted.definition_key) {
      const answer = await Xinfang.ask(`/api/processes/${wanted.definition_key}/xml`);
      if (!answer.ok) {
        flow = null; // try again next time
        return;
      }
      shown = { key: wanted.definition_key, xml: answer.body };
    }
    place.replaceChildren();
    place.classList.add('drawn');
    await XinfangDiagram.show(place, shown.xml, {
      activeIds: wanted.active_ids,
      doneIds: wanted.done_ids,
      takenFlows: wanted.taken_flows,
    });
    marks = wantedMarks;
  }
  drawer.addEventListener('toggle', draw);

  // Parts are renewed one by one: what is open stays open, and where somebody is typing nothing moves.
  async function refresh() {
    const answer = await Xinfang.ask(`/petitions/${encodeURIComponent(number)}`, { headers: { 'HX-Request': 'true', Accept: 'text/html' } });
    if (!answer.ok) {
      version = null; // try again next time
      return;
    }
    const fresh = new DOMParser().parseFromString(answer.body, 'text/html');
    for (const part of fresh.querySelectorAll('[data-live]')) {
      const old = document.getElementById(part.id);
      if (!old) {
        document.getElementById('diagram-part').before(part);
      } else if (!isInUse(old)) {
        const wasOpen = old.querySelector(':scope > details')?.open;
        const details = part.querySelector(':scope > details');
        if (details && wasOpen !== undefined) details.open = wasOpen;
        old.replaceWith(part);
      } else {
        continue;
      }
      htmx.process(part);
    }
  }

  function isInUse(part) {
    const inner = part.matches('.part') ? ':scope > * details[open]' : 'details[open]';
    const isTyped = [...part.querySelectorAll('input, textarea, select')].some((field) => field.value !== (field.defaultValue ?? field.value));
    return isTyped || part.contains(document.activeElement) || part.querySelector(inner) !== null;
  }

  const timer = setInterval(look, 2000);
  document.addEventListener('visibilitychange', look);
  look();
});
