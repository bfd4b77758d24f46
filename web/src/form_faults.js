// Fields of a form on the page: which are wrong, in the order they are read, and where the focus goes.

const CONTROLS = 'input:not([type="hidden"]), textarea, select, [tabindex="0"]';

/** The first control in each field that `selector` names, in the order of the form. */
export function controlsOf(container, selector = '.fjs-form-field') {
  return [...container.querySelectorAll(selector)]
    .map((field) => field.querySelector(CONTROLS))
    .filter((control) => control && !control.disabled && control.type !== 'file');
}

/** [{id, label, message}] for each field marked wrong; `id` is that of the control, to link to. */
export function faultsIn(container) {
  return [...container.querySelectorAll('.fjs-has-errors')].map((field, place) => {
    const control = field.querySelector(CONTROLS);
    if (control && !control.id) control.id = `fault-${place}`;
    const label = field.querySelector('.fjs-form-field-label, legend, label');
    const messages = [...field.querySelectorAll('.fjs-form-field-error li')];
    return {
      id: control?.id ?? null,
      label: (label?.textContent ?? '').replace(/\*\s*$/, '').trim(),
      message: messages.map((one) => one.textContent).join(' '),
    };
  });
}

/** Put the focus into the first such field; what is on the screen stays there with `preventScroll`. */
export function focusFirst(container, selector = '.fjs-form-field', options = {}) {
  const [first] = controlsOf(container, selector);
  first?.focus(options);
  if (!options.preventScroll) first?.scrollIntoView({ block: 'center' });
  return first ?? null;
}
