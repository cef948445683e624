/**
 * Lines of the two programs that do the same: a line that is pointed at, focused or tapped marks
 * itself and its counterparts. Loaded when a reader first touches a program; which lines belong
 * together stands in the markup (`data-same`), where the build has put it.
 */
import { adoptStyles } from './adopt-styles.ts';
import { Cleanup, type Disposable } from './cleanup.ts';
import { announce } from './parts.ts';
import styles from './same-lines.css?inline';

const GROUP = '[data-same]';

export class SameLines implements Disposable {
  readonly #root: HTMLElement;
  readonly #cleanup = new Cleanup();
  readonly #jump = document.createElement('button');
  /** What stays marked when the pointer leaves: the last tap. */
  #pinned: HTMLElement | undefined;
  #counterpart: HTMLElement | undefined;

  /** @param root a pair; only the blocks that are shown are marked, not those below an editor */
  constructor(root: HTMLElement) {
    adoptStyles(styles);
    this.#root = root;
    this.#jump.type = 'button';
    this.#jump.className = 'same-jump';
    this.#jump.addEventListener('click', () =>
      this.#counterpart?.scrollIntoView({ block: 'center' }),
    );
    this.#cleanup.defer(() => this.#jump.remove());
    this.#listen('pointerover', (event) => {
      if (event.pointerType === 'mouse') this.#mark(groupOf(event.target) ?? this.#pinned);
    });
    this.#listen('pointerleave', () => this.#mark(this.#pinned));
    this.#listen('click', (event) => this.#pin(groupOf(event.target)));
    this.#listen('focusin', (event) => this.#onFocus(event.target));
    this.#listen('focusout', ({ target }) => {
      if (groupOf(target) !== undefined) this.#mark(this.#pinned);
    });
    this.#listen('keydown', (event) => this.#onKey(event));
  }

  /** Does what an event asked for that came before this was loaded. */
  begin({ type, target }: Event): void {
    if (type === 'focusin') this.#onFocus(document.activeElement);
    else if (type === 'click') this.#pin(groupOf(target));
    else this.#mark(groupOf(target));
  }

  dispose(): void {
    this.#mark(undefined);
    this.#cleanup.dispose();
  }

  #listen<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
  ): void {
    this.#root.addEventListener(type, listener);
    this.#cleanup.defer(() => this.#root.removeEventListener(type, listener));
  }

  #groups(within: ParentNode = this.#root): HTMLElement[] {
    return [...within.querySelectorAll<HTMLElement>(GROUP)].filter(
      (group) => blockOf(group)?.style.visibility !== 'hidden',
    );
  }

  #mark(group: HTMLElement | undefined): void {
    const ids = idsOf(group);
    for (const each of this.#groups()) {
      each.toggleAttribute(
        'data-marked',
        idsOf(each).some((id) => ids.includes(id)),
      );
    }
  }

  /** The first lines elsewhere that do the same as `group`. */
  #counterpartOf(group: HTMLElement): HTMLElement | undefined {
    const ids = idsOf(group);
    return this.#groups().find(
      (each) => blockOf(each) !== blockOf(group) && idsOf(each).some((id) => ids.includes(id)),
    );
  }

  #pin(group: HTMLElement | undefined): void {
    this.#pinned = group;
    this.#mark(group);
    const counterpart = group && this.#counterpartOf(group);
    this.#counterpart = counterpart;
    if (counterpart === undefined || isInSight(counterpart)) return this.#jump.remove();
    this.#jump.textContent = `Show ${placeOf(counterpart)}`;
    this.#root.append(this.#jump);
  }

  /** The block's own stop is for scrolling; from it, Tab leads to the first of its groups. */
  #onFocus(target: EventTarget | null): void {
    const group = groupOf(target);
    if (group !== undefined) return this.#tell(group);
    if (!(target instanceof HTMLElement) || !target.matches('[data-block]')) return;
    for (const [index, each] of this.#groups(target).entries())
      each.tabIndex = index === 0 ? 0 : -1;
  }

  #tell(group: HTMLElement): void {
    this.#mark(group);
    const counterpart = this.#counterpartOf(group);
    if (counterpart === undefined) return;
    announce(this.#root, `The same as ${placeOf(counterpart)}. Enter goes there, arrows go on.`);
  }

  #onKey(event: KeyboardEvent): void {
    const group = groupOf(event.target);
    if (group === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = this.#nextOf(group, event.key);
    if (next === undefined) return;
    event.preventDefault();
    next.tabIndex = 0;
    next.focus();
    group.tabIndex = -1;
  }

  #nextOf(group: HTMLElement, key: string): HTMLElement | undefined {
    if (key === 'Enter') return this.#counterpartOf(group);
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    const groups = this.#groups(blockOf(group) ?? this.#root);
    return step === undefined ? undefined : groups[groups.indexOf(group) + step];
  }
}

function groupOf(target: EventTarget | null): HTMLElement | undefined {
  return (target instanceof Element && target.closest<HTMLElement>(GROUP)) || undefined;
}

function blockOf(group: HTMLElement): HTMLElement | null {
  return group.closest('[data-block]');
}

function idsOf(group: HTMLElement | undefined): string[] {
  return group?.dataset.same?.split(' ') ?? [];
}

/** Where a group is, in words: `lines 3 to 5 of main.ts`. */
function placeOf(group: HTMLElement): string {
  const before = document.createRange();
  before.setStart(blockOf(group) ?? group, 0);
  before.setEndBefore(group);
  const first = before.toString().split('\n').length;
  const last = first + (group.textContent ?? '').split('\n').length - 1;
  const lines = first === last ? `line ${first}` : `lines ${first} to ${last}`;
  return `${lines} of ${group.closest<HTMLElement>('[data-source]')?.dataset.source}`;
}

function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}
