// What JavaScript adds to every page. Small, and each part looks for its own elements; heavy ones come with `import()`.
import { startAutosave } from './autosave.ts';
import { startFocus } from './focus.ts';
import { startLeaving } from './leave.ts';
import { startOnce } from './once.ts';
import { startPrinting } from './print.ts';
import { startSecretPictures } from './secret-pictures.ts';

startLeaving();
startFocus();
startPrinting();
startSecretPictures();
startAutosave();
startOnce();

const pad = document.querySelector<HTMLFormElement>('form[data-drawing]');
if (pad) void import('./drawing.ts').then(({ startDrawing }) => startDrawing(pad));
