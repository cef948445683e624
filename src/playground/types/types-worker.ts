/** Checks types apart from the page: TypeScript is busy for longer than a frame. */
import { TypeChecker } from './checker.ts';
import type { FromTypeWorker, ToTypeWorker, TypeQuestion } from './protocol.ts';

let checker: TypeChecker | undefined;

function answer(question: TypeQuestion): unknown {
  if (checker === undefined) throw new Error('The libraries of the type checker were not sent.');
  const { files, name } = question;
  if (question.kind === 'check') return checker.check(files, name);
  if (question.kind === 'describe') return checker.describe(files, name, question.position);
  return checker.complete(files, name, question.position);
}

function handle(message: ToTypeWorker): unknown {
  if (message.kind === 'question') return answer(message.question);
  checker = new TypeChecker(message.libraries);
  return undefined;
}

self.addEventListener('message', ({ data }: MessageEvent<ToTypeWorker>) => {
  const reply = (message: FromTypeWorker) => self.postMessage(message);
  try {
    reply({ id: data.id, answer: handle(data) });
  } catch (error) {
    reply({ id: data.id, failure: error instanceof Error ? error.message : String(error) });
  }
});
