import { act } from '@testing-library/preact';
import { vi } from 'vitest';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** What happy-dom leaves out of the one scroller there is: its size, how far it scrolls, who is told of both. */
export class PretendLayout {
  readonly #watchers = new Map<Element, () => void>();
  #size: Size;
  #top = 0;
  #told = 0;

  constructor(size: Size) {
    this.#size = size;
    const pretend = (
      name: 'clientWidth' | 'clientHeight' | 'scrollHeight' | 'scrollTop',
      value: (element: Element) => number,
    ) =>
      vi.spyOn(HTMLElement.prototype, name, 'get').mockImplementation(function (this: Element) {
        return value(this);
      });
    pretend('clientWidth', () => this.#size.width);
    pretend('clientHeight', () => this.#size.height);
    pretend('scrollHeight', (element) => this.#contentOf(element));
    pretend('scrollTop', (element) => this.#within(element, this.#top));
    const scrollTo = (element: Element, top: number) => {
      this.#top = this.#within(element, top);
    };
    vi.spyOn(HTMLElement.prototype, 'scrollTop', 'set').mockImplementation(function (
      this: Element,
      top,
    ) {
      scrollTo(this, top);
    });
    const watchers = this.#watchers;
    vi.stubGlobal(
      'ResizeObserver',
      class {
        readonly #told: () => void;
        constructor(told: () => void) {
          this.#told = told;
        }
        observe(element: Element) {
          watchers.set(element, this.#told);
        }
        unobserve(element: Element) {
          watchers.delete(element);
        }
        disconnect() {}
      },
    );
  }

  /** A person scrolls there. */
  async scroll(element: Element, top: number): Promise<void> {
    element.scrollTop = top;
    await this.frame(element);
  }

  /** The window gets another size. */
  async resize(element: Element, size: Size): Promise<void> {
    this.#size = size;
    await act(() => this.#watchers.get(element)?.());
    await this.frame(element);
  }

  /** What was scrolled since the last frame is told. */
  async frame(element: Element): Promise<void> {
    while (element.scrollTop !== this.#told) {
      this.#top = element.scrollTop;
      this.#told = this.#top;
      await act(() => void element.dispatchEvent(new Event('scroll')));
    }
  }

  #contentOf(element: Element): number {
    const heights = [...element.children].map((child) =>
      child instanceof HTMLElement ? Number.parseFloat(child.style.height) : 0,
    );
    return Math.max(
      this.#size.height,
      heights.reduce((sum, height) => sum + height, 0),
    );
  }

  #within(element: Element, top: number): number {
    return Math.max(0, Math.min(top, this.#contentOf(element) - this.#size.height));
  }
}
