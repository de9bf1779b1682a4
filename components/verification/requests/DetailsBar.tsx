import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import { Separator } from '@/components/ui/Separator';
import {
  LEAST_SHARE,
  MOST_SHARE,
  resizeDetails,
  USUAL_LAYOUT,
} from '@/lib/core/verification/list-layout';
import { requestListText as text } from '@/lib/text/verification/requests/request-list';

import type { VerificationModel } from '../verification-model';

/** From this width on the details stand beside the list; the style has the same. */
const BESIDE_FROM = 720;

/** The bar between the list and the details: how much of the room these have. */
export function DetailsBar({ model }: { model: VerificationModel }) {
  const bar = useRef<HTMLDivElement>(null);
  const [isBeside, setBeside] = useState(true);
  const where = isBeside ? 'beside' : 'below';
  useLayoutEffect(() => {
    const body = bar.current?.parentElement;
    if (!body) return;
    const measure = () => setBeside(body.clientWidth === 0 || body.clientWidth >= BESIDE_FROM);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(body);
    return () => observer.disconnect();
  }, []);
  const sizeOfBody = () => {
    const body = bar.current?.parentElement;
    return (isBeside ? body?.clientWidth : body?.clientHeight) || 1;
  };
  const change = (size: number) =>
    model.changeLayout((before) => resizeDetails(before, where, size));
  return (
    <div ref={bar} class="pb-details-bar">
      <Separator
        label={text.detailsSize}
        title={text.detailsSizeWhy}
        orientation={isBeside ? 'vertical' : 'horizontal'}
        value={model.layout.value.details[where]}
        min={LEAST_SHARE}
        max={MOST_SHARE}
        perPixel={() => -100 / sizeOfBody()}
        onMove={change}
        onReset={() => change(USUAL_LAYOUT.details[where])}
      />
    </div>
  );
}
