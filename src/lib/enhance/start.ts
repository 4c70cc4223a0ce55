// What JavaScript adds to every page. Small, and each part looks for its own elements; heavy ones come with `import()`.
import { startAutosave } from './autosave.ts';
import { startFocus } from './focus.ts';
import { startLeaving } from './leave.ts';
import { startOnce } from './once.ts';
import { startPhone } from './phone.ts';
import { startPrinting } from './print.ts';
import { startSecretPictures } from './secret-pictures.ts';

startLeaving();
startPhone();
startFocus();
startPrinting();
startSecretPictures();
startAutosave();
startOnce();

const pad = document.querySelector<HTMLFormElement>('form[data-drawing]');
if (pad) void import('./drawing.ts').then(({ startDrawing }) => startDrawing(pad));

const appearance = document.querySelector<HTMLFormElement>('form[data-appearance]');
if (appearance)
	void import('./appearance.ts').then(({ startAppearance }) => startAppearance(appearance));

const presenter = document.querySelector<HTMLElement>('[data-presenter]');
if (presenter)
	void import('./presenter.ts').then(({ startPresenter }) => startPresenter(presenter));

const aloud = [...document.querySelectorAll<HTMLElement>('[data-aloud]')];
if (aloud.length > 0)
	void import('./read-aloud.ts').then(({ startReadAloud }) => startReadAloud(aloud));

const voice = document.querySelector<HTMLFormElement>('form[data-voice]');
if (voice) void import('./voice.ts').then(({ startVoice }) => startVoice(voice));
