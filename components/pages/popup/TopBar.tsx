import { LogOut, PanelRight, Settings, SquareArrowOutUpRight } from 'lucide';
import type { ComponentChildren } from 'preact';

import { IconButton } from '@/components/ui/Button';
import { popupText as text } from '@/lib/text/pages/popup';
import { sidePanelText } from '@/lib/text/pages/side-panel';
import { workspaceText } from '@/lib/text/pages/workspace';

interface TopBarProps {
  /** Whose data is shown. */
  who: ComponentChildren;
  /** Shows the side panel; `null` where the browser has none. */
  onSidePanel: (() => void) | null;
  onWorkspace: () => void;
  onOptions: () => void;
  onSignOut: () => void;
}

/** The product's mark, who is signed in, and the way out. */
export function TopBar({ who, onSidePanel, onWorkspace, onOptions, onSignOut }: TopBarProps) {
  return (
    <header class="pb-row pb-topbar">
      <img src="/icon/32.png" alt="" width={24} height={24} />
      <h1>{text.product}</h1>
      {who}
      {onSidePanel && (
        <IconButton icon={PanelRight} label={sidePanelText.open} onClick={onSidePanel} />
      )}
      <IconButton icon={SquareArrowOutUpRight} label={workspaceText.open} onClick={onWorkspace} />
      <IconButton icon={Settings} label={text.options} onClick={onOptions} />
      <IconButton icon={LogOut} label={text.signOut} onClick={onSignOut} />
    </header>
  );
}
