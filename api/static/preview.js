// Previews: a document or attachment in a dialog, by the browser's own viewer. Without this file the
// link opens a tab.
'use strict';

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a.preview');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  const dialog = document.getElementById('preview');
  if (!dialog?.showModal) return;
  event.preventDefault();
  const frame = document.createElement('iframe');
  frame.src = link.href;
  frame.title = link.dataset.name;
  dialog.querySelector('.preview-place').replaceChildren(frame);
  dialog.querySelector('h2').textContent = link.dataset.name;
  dialog.querySelector('.preview-tab').href = link.href;
  dialog.querySelector('.preview-file').href = link.dataset.file;
  dialog.addEventListener('close', () => { frame.remove(); link.focus(); }, { once: true });
  dialog.showModal();
});
