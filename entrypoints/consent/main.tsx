import { render } from 'preact';

import { ConsentPage } from '@/components/pages/consent/ConsentPage';
import { askFor, consentAsked } from '@/lib/platform/page/consent';

const root = document.getElementById('root');
if (root) render(<ConsentPage name={consentAsked()} ask={askFor} />, root);
