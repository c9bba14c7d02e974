import { isFrameName, withoutCopy } from '../fileNames.js';
import type {
  Fault,
  FirmAnswer,
  Later,
  Material,
  Outcome,
  Progress,
  Reply,
  Request,
} from '../messages.js';
import { byId, element } from './element.js';
import { materialViews } from './filesView.js';
import { firmView } from './firmView.js';
import { laterViews } from './laterView.js';
import { loadsView } from './loadsView.js';
import { checkViews, factsView, faultsIn, verdictView } from './outcomeView.js';
import { strataView } from './strataView.js';
import { filled, type Lang, phrases } from './words.js';

/** All that is shown. */
interface State {
  lang: Lang;
  readonly materials: Map<Material['role'], Material>;
  faults: Fault[];
  progress: Progress;
  outcome?: Outcome;
  later?: Later;
  firm?: FirmAnswer;
  /** The task a proof is being made for: its button goes, and the focus to the proof. */
  proving?: string | undefined;
  /** The firm whose proof was dropped. */
  proven?: string;
  /** The id of the task whose strata are shown. */
  task?: string;
}

/** Wires the page to its worker: `ask` sends a request, and what is returned takes the replies. */
export function page(ask: (request: Request) => void): (reply: Reply) => void {
  const state: State = {
    lang: navigator.language.startsWith('zh') ? 'zh' : 'en',
    materials: new Map(),
    faults: [],
    progress: { stage: 'done' },
  };
  const take = (files: FileList | null | undefined): void => {
    if (!files || files.length === 0) return;
    // A file that was no use stays named until it is brought again: notices that hold must not hide it.
    const names = new Set([...files].map(({ name }) => withoutCopy(name)));
    state.faults = state.faults.filter(
      ({ name, code }) => code !== 'not-computable' && !names.has(withoutCopy(name)),
    );
    showMaterials(state);
    ask({ kind: 'files', files: [...files] });
  };
  listen(state, ask, take);
  showAll(state);
  return (reply) => receive(state, reply, ask);
}

function listen(
  state: State,
  ask: (request: Request) => void,
  take: (files: FileList | null | undefined) => void,
): void {
  const files = byId<HTMLInputElement>('files');
  files.addEventListener('change', () => {
    take(files.files);
    // So that the same file, changed on disk, can be chosen again.
    setTimeout(() => {
      files.value = '';
    });
  });
  const isOver = (over: boolean) => (event: DragEvent) => {
    event.preventDefault();
    byId('drop').classList.toggle('over', over);
  };
  document.addEventListener('dragover', isOver(true));
  document.addEventListener('dragleave', isOver(false));
  document.addEventListener('drop', (event) => {
    isOver(false)(event);
    take(event.dataTransfer?.files);
  });
  listenToDigest(state, ask);
  byId('look-up').addEventListener('submit', (event) => {
    event.preventDefault();
    ask({ kind: 'firm', code: byId<HTMLInputElement>('code').value });
  });
  byId('answer').addEventListener('click', ({ target }) => {
    const { prove: task, code } = (target as HTMLElement).dataset;
    if (task === undefined || code === undefined) return;
    state.proving = task;
    ask({ kind: 'proof', code, task });
  });
  byId<HTMLSelectElement>('task').addEventListener('change', (event) => {
    state.task = (event.target as HTMLSelectElement).value;
    showStrata(state);
  });
  byId('language').addEventListener('click', () => {
    state.lang = state.lang === 'zh' ? 'en' : 'zh';
    showAll(state);
  });
  unfoldForPrint();
}

/** On paper nothing can be unfolded. */
function unfoldForPrint(): void {
  let folded: HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    folded = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const one of folded) if (one.closest('.others') === null) one.open = true;
  });
  addEventListener('afterprint', () => {
    for (const one of folded) one.open = false;
  });
}

/** A digest counts as soon as it is whole; nobody is told of a fault while still typing. */
function listenToDigest(state: State, ask: (request: Request) => void): void {
  let sent: string | undefined;
  byId('digest').addEventListener('input', () => {
    const digest = typedDigest();
    if (digest !== sent) ask({ kind: 'digest', digest });
    sent = digest;
    if (digest !== undefined) showDigestFault(state);
  });
  byId('digest').addEventListener('change', () => showDigestFault(state));
}

const typed = (): string =>
  byId<HTMLInputElement>('digest').value.replaceAll(/\s/g, '').toLowerCase();

/** The published digest, where a whole one was typed. */
const typedDigest = (): string | undefined =>
  /^[0-9a-f]{64}$/.test(typed()) ? typed() : undefined;

function showDigestFault({ lang }: State): void {
  const given = typed().length;
  const isFine = given === 0 || typedDigest() !== undefined;
  byId('digest-fault').textContent = isFine ? '' : filled(phrases.digestFault[lang], { given });
}

function receive(state: State, reply: Reply, ask: (request: Request) => void): void {
  switch (reply.kind) {
    case 'read':
      state.materials.set(reply.material.role, reply.material);
      if (reply.material.role === 'frame') {
        // There is one frame, so this one stands for whatever was no use before.
        state.faults = state.faults.filter(({ name }) => !isFrameName(name));
      }
      showMaterials(state);
      if (reply.material.role === 'proof') {
        byId<HTMLInputElement>('code').value = reply.material.id;
        ask({ kind: 'firm', code: reply.material.id });
        state.proven = reply.material.id;
      }
      break;
    case 'fault':
      state.faults.push(reply.fault);
      showMaterials(state);
      break;
    case 'progress':
      state.progress = reply.progress;
      showProgress(state);
      break;
    case 'later':
      state.later = reply.later;
      showLater(state);
      break;
    case 'verified':
      state.outcome = reply.outcome;
      showOutcome(state);
      // What it was told may have changed: there is a frame now, or another notice.
      if (state.firm !== undefined)
        ask({ kind: 'firm', code: state.firm.typed ?? state.firm.code });
      // A proof that came before the notices waited for them.
      else if (state.proven !== undefined) ask({ kind: 'firm', code: state.proven });
      break;
    case 'firm':
      state.firm = reply.answer;
      showFirm(state);
      focusProof(state);
  }
}

/** Who pressed the button by keyboard goes on at what it gave. */
function focusProof(state: State): void {
  if (state.proving === undefined) return;
  const task = `[data-task="${CSS.escape(state.proving)}"]`;
  byId('answer').querySelector<HTMLElement>(`${task} .proof`)?.focus();
  state.proving = undefined;
}

function showAll(state: State): void {
  const { lang } = state;
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
  document.title = phrases.title[lang];
  for (const one of document.querySelectorAll<HTMLElement>('[data-en]')) {
    one.dataset['zh'] ??= one.textContent;
    one.textContent = one.dataset[lang] ?? '';
  }
  const language = byId('language');
  language.textContent = phrases.otherLanguage[lang];
  language.lang = lang === 'zh' ? 'en' : 'zh-CN';
  showDigestFault(state);
  showMaterials(state);
  showProgress(state);
  showLater(state);
  showOutcome(state);
}

function showMaterials({ materials, faults, lang }: State): void {
  byId('materials').replaceChildren(...materialViews(materials, faults, lang));
}

function showProgress({ progress, lang }: State): void {
  const box = byId('progress');
  const bar = box.querySelector('progress') as HTMLProgressElement;
  box.hidden = progress.stage === 'done';
  if (progress.stage === 'reading') {
    const { name, share } = progress;
    bar.value = share;
    const values = { name, percent: Math.floor(100 * share) };
    byId('progress-text').textContent = filled(phrases.reading[lang], values);
  } else if (progress.stage === 'proving') {
    bar.removeAttribute('value');
    byId('progress-text').textContent = phrases.proving[lang];
  } else if (progress.stage === 'checking') {
    bar.removeAttribute('value');
    const text = progress.withFrame ? phrases.checkingFrame : phrases.checking;
    byId('progress-text').textContent = text[lang];
  }
}

function showOutcome(state: State): void {
  const { outcome, lang } = state;
  if (outcome === undefined) return;
  const wrong = faultsIn(outcome, state.later);
  byId('status').textContent =
    outcome.verification.ok && wrong === 0
      ? phrases.holds[lang]
      : `${phrases.fails[lang]}: ${filled(phrases.failsLine[lang], { count: wrong })}`;
  byId('outcome').hidden = false;
  byId('verdict').replaceChildren(verdictView(outcome, state.later, lang));
  byId('checks').replaceChildren(...checkViews(outcome, lang));
  const { draw } = outcome;
  for (const id of ['firm', 'strata', 'loads']) byId(id).hidden = draw === undefined;
  byId('facts').replaceChildren(...(draw === undefined ? [] : [factsView(draw, lang)]));
  if (draw === undefined) return;
  const chosen = draw.tasks.find(({ id }) => id === state.task) ?? draw.tasks[0];
  byId('task').replaceChildren(
    ...draw.tasks.map(({ id, name, drawn, size }) =>
      element(
        'option',
        { value: id, ...(id === chosen?.id ? { selected: '' } : {}) },
        filled(phrases.strata.option[lang], { name, drawn, size }),
      ),
    ),
  );
  byId('loads-picture').replaceChildren(...loadsView(draw, lang));
  showStrata(state);
  showFirm(state);
}

/** The seal and the amendments, where there are any. */
function showLater({ later, lang }: State): void {
  const views = later === undefined ? [] : laterViews(later, lang);
  byId('later').hidden = views.length === 0;
  byId('later-list').replaceChildren(...views);
}

function showStrata({ outcome, task, lang }: State): void {
  const tasks = outcome?.draw?.tasks ?? [];
  const chosen = tasks.find(({ id }) => id === task) ?? tasks[0];
  byId('strata-picture').replaceChildren(...(chosen ? strataView(chosen, lang) : []));
}

function showFirm({ firm, lang }: State): void {
  byId('answer').replaceChildren(...(firm === undefined ? [] : firmView(firm, lang)));
}
