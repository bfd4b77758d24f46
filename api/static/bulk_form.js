// One form for several tasks: filled in once, sent with their keys; the answer is the report.
'use strict';

document.addEventListener('DOMContentLoaded', async () => {
  const place = document.getElementById('bulk-form');
  const sending = document.getElementById('bulk-send');
  const button = document.getElementById('bulk-submit');
  const words = document.getElementById('notice').dataset;
  const loaded = await Xinfang.ask(`/api/tasks/${place.dataset.task}`);
  if (!loaded.ok) {
    Xinfang.notify(loaded.body.detail ?? words.failed);
    return;
  }
  const form = await XinfangForm.show(place, loaded.body.form, loaded.body.data, {
    onSubmit: (data) => {
      sending.elements.data.value = JSON.stringify(data);
      button.setAttribute('aria-busy', 'true');
      button.disabled = true;
      sending.submit();
    },
  });
  button.addEventListener('click', () => form.submit());
  button.disabled = false;
});
