// The case page: the diagram with the current step, and everything that moves, fresh every 2 seconds.
'use strict';

document.addEventListener('DOMContentLoaded', () => {
  const place = document.getElementById('diagram');
  const { number } = place.dataset;
  // What was typed for filing is on file now.
  if (new URLSearchParams(location.search).get('done') === 'filed') {
    for (const name of Object.keys(sessionStorage)) {
      if (name.startsWith('filing:')) sessionStorage.removeItem(name);
    }
  }
  const path = `/api/petitions/${encodeURIComponent(number)}/flow`;
  let version = null;
  let shownXml = null;

  async function look() {
    if (document.hidden) return;
    const answer = await Xinfang.ask(path);
    if (answer.status === 401) {
      Xinfang.notify(document.getElementById('notice').dataset.signedOut);
      clearInterval(timer);
      return;
    }
    const flow = answer.body;
    if (!answer.ok || flow.version === version) return;
    const isFirst = version === null;
    version = flow.version;
    await draw(flow);
    if (!isFirst) refresh();
  }

  async function draw(flow) {
    if (flow.definition_key === null) return;
    if (shownXml?.key !== flow.definition_key) {
      const answer = await Xinfang.ask(`/api/processes/${flow.definition_key}/xml`);
      if (!answer.ok) {
        version = null; // try again next time
        return;
      }
      shownXml = { key: flow.definition_key, xml: answer.body };
    }
    place.replaceChildren();
    place.classList.add('drawn');
    await XinfangDiagram.show(place, shownXml.xml, {
      activeIds: flow.active_ids,
      doneIds: flow.done_ids,
      takenFlows: flow.taken_flows,
    });
    place.dataset.version = flow.version;
  }

  // What somebody is reading or typing stays open and is not swapped away.
  function refresh() {
    const live = document.getElementById('live');
    if (live.querySelector('details[open], :focus')) {
      setTimeout(refresh, 2000);
      return;
    }
    htmx.ajax('GET', `/petitions/${encodeURIComponent(number)}`, { target: live, swap: 'innerHTML' });
  }

  const timer = setInterval(look, 2000);
  document.addEventListener('visibilitychange', look);
  look();
});
