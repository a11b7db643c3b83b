/** Gives each block of code a button that copies it, and lets wide ones be scrolled with the keyboard. */

const BACK_MS = 1600;

for (const block of document.querySelectorAll<HTMLPreElement>('.docs-body pre')) {
  const frame = document.createElement('div');
  frame.className = 'docs-code';
  block.replaceWith(frame);
  block.tabIndex = 0;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy';
  button.addEventListener('click', () => {
    const done = (text: string): void => {
      button.textContent = text;
      setTimeout(() => (button.textContent = 'Copy'), BACK_MS);
    };
    navigator.clipboard.writeText((block.textContent ?? '').replace(/\n$/, '')).then(
      () => done('Copied'),
      () => {
        getSelection()?.selectAllChildren(block);
        done('Selected');
      },
    );
  });
  frame.append(block, button);
}
