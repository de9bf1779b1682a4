import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import '@/components/ui/controls.css';
import '@/components/trackers/trackers.css';
import '@/components/trackers/search.css';
import '@/components/trackers/table/table.css';
import '@/components/trackers/passport/passport.css';
import '@/components/tags/tags.css';
import '@/components/tags/builder-page.css';
import '@/components/pages/access/access-page.css';
import '@/components/pages/popup/popup.css';
import '@/components/options/options.css';
import '@/components/sheets/sheet.css';
import '@/components/bulk/bulk.css';
import '@/components/trial/trial.css';
import '@/components/verification/panel-parts.css';
import '@/components/verification/pictures.css';
import '@/components/verification/verification.css';
import '@/components/verification/request-table.css';
import '@/components/verification/run.css';
import '@/components/verification/matrix.css';
import '@/components/verification/recordings.css';
import '@/components/pages/sidepanel/sidepanel.css';
import '@/components/visits/visits.css';
import '@/components/reports/reports.css';
import '@/components/rules/rules.css';
import '@/components/pages/workspace/workspace.css';
import '@/components/account/account.css';
import '@/components/account/whose.css';
import './gallery.css';

import { STATES } from './states';

const current = () => decodeURIComponent(location.hash.slice(1));

/** Every component in every state, one at a time; `#trackers/list-empty` is the address of one. */
function Gallery() {
  const [at, setAt] = useState(current);
  useEffect(() => {
    const onChange = () => setAt(current());
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  }, []);
  const state = STATES.find(({ name }) => name === at);
  if (state)
    return (
      <div key={state.name} data-state={state.name}>
        {state.show()}
      </div>
    );
  return (
    <main class="pb-app gallery">
      <h1>Gallery</h1>
      <ul>
        {STATES.map(({ name }) => (
          <li key={name}>
            <a href={`#${name}`}>{name}</a>
          </li>
        ))}
      </ul>
    </main>
  );
}

const root = document.getElementById('root');
if (root) render(<Gallery />, root);
