// Putting a text into a field of a form, as if it were typed there.

/** Insert `text` at the caret of a text field, in place of what is selected. The form learns of it. */
export function insertInto(field, text) {
  const { selectionStart: start, selectionEnd: end, value } = field;
  const before = value.slice(0, start);
  const gap = before && !before.endsWith('\n') && text.includes('\n') ? '\n' : '';
  field.focus();
  field.setRangeText(gap + text, start, end, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
}
