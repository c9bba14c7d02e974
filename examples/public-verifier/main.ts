import type { Reply, Request } from './messages.js';
import { page } from './page/page.js';
import { worker } from './worker/work.js';

// One script is both: a page read from `file://` may start a worker only from a Blob, and what the
// Blob holds is the script's own text.
if (typeof document === 'undefined') {
  const scope = self as unknown as {
    postMessage(message: Reply): void;
    onmessage: (event: MessageEvent<Request>) => void;
  };
  const answer = worker((reply) => scope.postMessage(reply));
  scope.onmessage = ({ data }) => void answer(data);
} else {
  const own = document.currentScript?.textContent ?? '';
  const source = URL.createObjectURL(new Blob([own], { type: 'text/javascript' }));
  const hired = new Worker(source);
  const receive = page((request) => hired.postMessage(request));
  hired.onmessage = ({ data }: MessageEvent<Reply>) => receive(data);
}
