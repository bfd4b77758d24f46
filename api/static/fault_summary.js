// The summary of faults above a form: each leads to its field.
'use strict';

/**
 * The summary in this place: a paragraph and a list.
 *
 * tell(text, found, notes): found are faults {id, label, message}, id null where the form has no such
 * field; notes are lines below them. The first field has the focus, unless that would open a list over
 * the page: then the summary has it.
 */
globalThis.XinfangFaultSummary = function summaryIn(place) {
  function tell(text, found, notes = []) {
    const isOne = found.length === 1 && found[0].message === text; // then it is said once
    const heading = place.querySelector('p');
    heading.textContent = isOne ? '' : text;
    heading.hidden = isOne;
    place.querySelector('ul').replaceChildren(
      ...found.map(({ id, label, message }) => line(
        id ? linkTo(id, label) : label,
        ...(message && (isOne || message !== text) ? [`: ${message}`] : []),
      )),
      ...notes.map((note) => line(note)),
    );
    place.hidden = false;
    const first = found.find(({ id }) => id);
    if (first && !first.unfolds) {
      goTo(first.id);
    } else {
      place.focus();
      place.scrollIntoView({ block: 'center' });
    }
  }

  function line(...parts) {
    const item = document.createElement('li');
    item.append(...parts);
    return item;
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

  return { tell };
};
