// Filing: rows are added and removed in place, and what is typed is kept in this tab until it is filed.
'use strict';

document.addEventListener('DOMContentLoaded', () => {
  const form = document.getElementById('filing');
  const draftName = `filing:${form.dataset.person}`;
  let timer = null;

  for (const group of form.querySelectorAll('[data-rows]')) showRemoveButtons(group);
  if ('pristine' in form.dataset) restore();
  warnAboutReading();

  form.addEventListener('click', (event) => {
    const add = event.target.closest('[data-add]');
    const remove = event.target.closest('[data-remove]');
    if (add) {
      event.preventDefault();
      const row = addRow(add.closest('[data-rows]'));
      row.querySelector('input, textarea, select').focus();
    } else if (remove) {
      removeRow(remove.closest('.row'));
      keep();
    }
  });
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(keep, 300);
  });
  form.addEventListener('change', warnAboutReading);
  form.addEventListener('submit', keep);
  document.querySelector('[data-anew]').addEventListener('click', async () => {
    sessionStorage.removeItem(draftName);
    await Xinfang.ask(`/api/filing-drafts/${encodeURIComponent(form.elements.source_id.value)}`, { method: 'DELETE' });
    location.assign('/petitions/new');
  });

  function addRow(group) {
    const rows = group.querySelectorAll('.row');
    const row = rows[rows.length - 1].cloneNode(true);
    for (const field of row.querySelectorAll('input, textarea, select')) {
      if (field.type === 'checkbox') field.checked = false;
      else if (field.tagName === 'SELECT') field.selectedIndex = 0;
      else field.value = '';
      field.removeAttribute('aria-invalid');
      field.removeAttribute('aria-describedby');
    }
    for (const fault of row.querySelectorAll('.fault')) fault.remove();
    rows[rows.length - 1].after(row);
    number(group);
    return row;
  }

  function removeRow(row) {
    const group = row.closest('[data-rows]');
    if (group.querySelectorAll('.row').length === 1) addRow(group);
    row.remove();
    number(group);
  }

  // Names of fields are group-place-name; claims show their number too.
  function number(group) {
    group.querySelectorAll('.row').forEach((row, place) => {
      for (const field of row.querySelectorAll('[name]')) {
        field.name = field.name.replace(/-\d+-/, `-${place}-`);
        field.id = `field-${field.name}`;
      }
      if (group.dataset.rows === 'claims') {
        const words = row.querySelector('label span');
        words.textContent = words.textContent.replace(/\d+$/, String(place + 1));
      }
    });
    showRemoveButtons(group);
  }

  function showRemoveButtons(group) {
    for (const button of group.querySelectorAll('[data-remove]')) button.hidden = false;
  }

  // What was told by mouth is read back and signed before it can be sent.
  function warnAboutReading() {
    form.elements.is_read_back.required = ['visit', 'phone'].includes(form.elements.form.value);
  }

  function keep() {
    const kept = [...new FormData(form)].filter(([, value]) => typeof value === 'string');
    try {
      sessionStorage.setItem(draftName, JSON.stringify(kept));
    } catch {
      // A full store keeps nothing more; the page itself still has it.
    }
  }

  function restore() {
    let kept = [];
    try {
      kept = JSON.parse(sessionStorage.getItem(draftName)) ?? [];
    } catch {
      return;
    }
    const typed = kept.filter(([name, value]) => value && !['form', 'received_on', 'people', 'source_id', 'bureau'].includes(name) && !name.endsWith('-standing'));
    if (!typed.length) return;
    for (const [name, value] of kept) put(name, value);
    document.getElementById('restored').hidden = false;
    // It is in the form already.
    document.querySelector(`[data-draft-row="${CSS.escape(form.elements.source_id.value)}"]`)?.remove();
    const offer = document.querySelector('.drafts');
    if (offer && !offer.querySelector('li')) offer.hidden = true;
  }

  function put(name, value) {
    const [, groupName, place] = name.match(/^(claims|course|companions|agents)-(\d+)-/) ?? [];
    if (groupName) {
      const group = form.querySelector(`[data-rows="${groupName}"]`);
      while (group.querySelectorAll('.row').length <= Number(place)) addRow(group);
      if (value) group.closest('details')?.setAttribute('open', '');
    }
    const fields = [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
    const box = fields.find((field) => field.type === 'checkbox' && field.value === value);
    if (box) {
      box.checked = true;
      box.closest('details')?.setAttribute('open', '');
    } else if (fields.length && fields[0].type !== 'checkbox') {
      fields[0].value = value;
    }
  }
});
