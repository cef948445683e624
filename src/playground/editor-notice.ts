/** A sentence above the text of an editor, within its room: whose code it is. */
import type { Extension } from '@codemirror/state';
import { showPanel } from '@codemirror/view';

export function noticePanel(sentence: string): Extension {
  const dom = document.createElement('p');
  dom.className = 'editor-notice';
  dom.textContent = sentence;
  return showPanel.of(() => ({ dom, top: true }));
}
