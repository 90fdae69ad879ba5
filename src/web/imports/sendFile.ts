/** Sends a file with its fields as a form, telling how much of it has gone; fetch cannot tell that. */
import { apiAddress, type ProblemAnswer, Refusal, refusalOf, unreachable } from '../parts/ask.ts';

/** Answers what the server answered; throws a `Refusal`. */
export function sendFile<Answer>(
  path: string,
  file: File,
  fields: Readonly<Record<string, string>>,
  onSent: (share: number) => void,
): Promise<Answer> {
  const form = new FormData();
  // The server reads the fields that stand before the file.
  for (const [name, value] of Object.entries(fields)) if (value !== '') form.append(name, value);
  form.append('file', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', apiAddress(path));
    request.setRequestHeader('accept', 'application/json');
    request.upload.onprogress = ({ loaded, total }) => onSent(total === 0 ? 0 : loaded / total);
    request.onerror = () => reject(new Refusal(unreachable));
    request.onload = () => {
      const answer = readJson(request.responseText);
      if (request.status < 300 && answer !== undefined) resolve(answer as Answer);
      else reject(refusalOf((answer as ProblemAnswer | undefined) ?? { ...unreachable, status: request.status }));
    };
    request.send(form);
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
