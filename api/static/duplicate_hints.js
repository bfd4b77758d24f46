// Petitions like the one being typed are shown while typing; how many is said once, politely.
'use strict';

document.addEventListener('DOMContentLoaded', () => {
  const form = document.querySelector('form[data-hints]');
  if (!form) return;
  const said = document.getElementById(form.dataset.hints);
  const place = document.getElementById('duplicates');
  const COMPARED = ['petitioner_name', 'address', 'phone', 'id_number', 'subject', 'text'];
  const WAIT = 1200; // after the last key
  const ENOUGH = 6; // characters of text, before which everything is alike
  let timer = null;
  let asked = '';
  let turn = 0;

  form.addEventListener('input', (event) => {
    if (!COMPARED.includes(event.target.name)) return;
    clearTimeout(timer);
    timer = setTimeout(look, WAIT);
  });
  form.addEventListener('submit', () => clearTimeout(timer));

  async function look() {
    const typed = new URLSearchParams();
    for (const name of COMPARED) {
      const value = form.elements[name]?.value.trim();
      if (value) typed.append(name, value);
    }
    const text = typed.toString();
    const isEnough = typed.has('phone') || typed.has('id_number')
      || (typed.has('petitioner_name') && typed.has('address'))
      || (typed.get('subject') ?? '').length + (typed.get('text') ?? '').length >= ENOUGH;
    if (!isEnough || text === asked) return;
    asked = text;
    turn += 1;
    const mine = turn;
    const answer = await Xinfang.ask('/petitions/new/duplicates', { method: 'POST', body: typed });
    // An answer to what was typed before is of no use any more.
    if (!answer.ok || mine !== turn || place.getAttribute('role') === 'alert') return;
    const found = new DOMParser().parseFromString(answer.body, 'text/html');
    const rows = found.querySelectorAll('.candidates li').length;
    const words = rows ? said.dataset.found.replace('#', String(rows)) : '';
    place.replaceChildren(...(rows ? found.body.childNodes : []));
    if (said.textContent !== words) said.textContent = words;
  }
});
