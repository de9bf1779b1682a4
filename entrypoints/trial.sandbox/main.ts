import { startTrialPage } from '@/lib/platform/trial/trial-page';

// The bundler makes it of the file.
// oxlint-disable-next-line import/default
import TrialWorker from './trial-worker?worker&inline';

// In a page without an origin no worker comes from a file.
startTrialPage(() => new TrialWorker());
