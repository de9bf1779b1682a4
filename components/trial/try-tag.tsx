import { FlaskConical } from 'lucide';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { trialText as text } from '@/lib/text/tags/trial';

/** Leads to where a tag is tried. */
export type OnTry = (text: string, serverId: string | null) => void;

/** How a page leads there; `null` where it does not. */
export const TryTag = createContext<OnTry | null>(null);

interface TryButtonProps {
  /** The tag; `null` while there is none. */
  tag: string | null;
  serverId: string | null;
  /** Its name, where several stand side by side. */
  name?: string;
}

/** Tries a tag; nothing where the page leads to no such place. */
export function TryButton({ tag, serverId, name = text.tryThis }: TryButtonProps) {
  const onTry = useContext(TryTag);
  if (onTry === null) return null;
  return (
    <Button
      icon={FlaskConical}
      disabled={tag === null}
      onClick={() => tag !== null && onTry(tag, serverId)}
    >
      {name}
    </Button>
  );
}
