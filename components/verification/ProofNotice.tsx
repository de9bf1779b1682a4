import { Copy, X } from 'lucide';
import { useState } from 'preact/hooks';

import { Button, IconButton } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { proofPanelText as text } from '@/lib/text/export/proof';

import { countedOptionText } from '@/lib/text/reports/proof-option';
import type { SavedProof } from './verification-actions';

interface ProofNoticeProps {
  proof: SavedProof;
  onCopy: (digest: string) => Promise<boolean>;
  onClose: () => void;
}

/** A proof was saved: its SHA-256 is what tells later whether it is the same file. */
export function ProofNotice({ proof, onCopy, onClose }: ProofNoticeProps) {
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async () => setCopied((await onCopy(proof.digest)) ? proof.digest : null);
  return (
    <div class="pb-verification-notice">
      <Notice kind="info">
        <div class="pb-row pb-spread">
          <div class="pb-grow">
            <strong>{text.saved(proof.name)}</strong>
            {text.digest} <code class="pb-digest">{proof.digest}</code>
            {proof.counted && (
              <p class="pb-small">{countedOptionText.put(proof.counted.told, proof.counted.all)}</p>
            )}
            <p class="pb-muted pb-small">
              {text.digestWhy} {text.addressesWhy}
            </p>
            <Button icon={Copy} onClick={() => void copy()}>
              {copied === proof.digest ? text.copied : text.copy}
            </Button>
          </div>
          <IconButton icon={X} label={text.close} onClick={onClose} />
        </div>
      </Notice>
    </div>
  );
}
