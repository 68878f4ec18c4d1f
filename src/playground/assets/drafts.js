/* What was typed stays for who goes away, or becomes somebody else, and comes back. */

const draftKey = `draft ${document.body.dataset.person} ${document.body.dataset.path}`;

function controlsOf(form) {
  return [...form.elements].filter(({ name, type }) => name && !/^(?:hidden|file|submit)$/.test(type));
}

function stateOf({ type, checked, options, value }) {
  if (options) return Array.from(options, ({ selected }) => selected);
  return /^(?:checkbox|radio)$/.test(type) ? checked : value;
}

function isAsItCame({ checked, defaultChecked, options, value, defaultValue }) {
  if (options) return Array.from(options).every((each) => each.selected === each.defaultSelected);
  return checked === defaultChecked && value === defaultValue;
}

function restore(control, state) {
  if (control.options) for (const [index, option] of [...control.options].entries()) option.selected = state[index];
  else if (typeof state === 'boolean') control.checked = state;
  else control.value = state;
}

function keepDraft() {
  const form = document.querySelector('form[data-draft]');
  if (!form) return;
  const controls = controlsOf(form);
  const isUntouched = form.dataset.draft === 'new' && controls.every(isAsItCame);
  if (isUntouched || form.dataset.sent) sessionStorage.removeItem(draftKey);
  else sessionStorage.setItem(draftKey, JSON.stringify(controls.map((each) => [each.name, stateOf(each)])));
}

function takeUpDraft() {
  // A form that was answered shows what is newer than any draft.
  const form = document.querySelector('form[data-draft="new"]');
  const draft = JSON.parse(sessionStorage.getItem(draftKey) ?? '[]');
  for (const [index, control] of form ? controlsOf(form).entries() : []) {
    const [name, state] = draft[index] ?? [];
    // Who was quicker than this script is right.
    if (name === control.name && isAsItCame(control)) restore(control, state);
  }
}
takeUpDraft();
addEventListener('pagehide', keepDraft);
