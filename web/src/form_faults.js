// Fields of a form on the page: which are wrong, in the order they are read, and where the focus goes.

const CONTROLS = 'input:not([type="hidden"]), textarea, select, [tabindex="0"]';
const UNFOLDING = '.fjs-form-field-select, .fjs-form-field-taglist, .fjs-form-field-datetime';

/** The first control in each field that `selector` names, in the order of the form. */
export function controlsOf(container, selector = '.fjs-form-field') {
  return [...container.querySelectorAll(selector)]
    .map((field) => field.querySelector(CONTROLS))
    .filter((control) => control && !control.disabled && control.type !== 'file');
}

/**
 * [{id, label, message, unfolds}] for each field marked wrong; `id` is that of the control, to link
 * to; `unfolds`: it opens a list over the page once it has the focus.
 */
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
      unfolds: field.matches(UNFOLDING),
    };
  });
}

/** Put the focus into the first such field. */
export function focusFirst(container, selector = '.fjs-form-field') {
  const [first] = controlsOf(container, selector);
  first?.focus();
  first?.scrollIntoView({ block: 'center' });
}

/**
 * Begin in the form: in its first field, or right before it where that unfolds once it has the focus
 * and would cover the page. What is on the screen stays there.
 */
export function begin(container) {
  const [first] = controlsOf(container);
  const unfolds = first?.closest(UNFOLDING);
  if (unfolds) container.tabIndex = -1;
  (unfolds ? container : first)?.focus({ preventScroll: true });
}
