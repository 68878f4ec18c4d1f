import type { Hono } from 'hono';
import { Refusal } from '../../../emulator/refusal.ts';
import type { Playground } from '../../playground.ts';
import { pictureType } from '../facts/picture-type.ts';
import { largestUpload, largestUploadWords, powerlessPolicy, readForm, textOf } from '../guard.ts';
import type { Visit, WebEnvironment } from '../visit.ts';

/**
 * Puts a file into a text box, as GitHub does.
 *
 * @returns the Markdown for it
 * @throws Refusal for what is too large, or no picture
 */
export async function upload(
  { repository }: Playground,
  { person }: Visit,
  file: File,
): Promise<string> {
  const type = pictureType(file.name);
  if (type === undefined) {
    const name = file.name.slice(0, 100);
    const message = `${name} is not a file of a supported type: PNG, JPEG, GIF, SVG and WebP are`;
    throw new Refusal('UNPROCESSABLE', message);
  }
  if (file.size > largestUpload)
    throw new Refusal('UNPROCESSABLE', `A file may have ${largestUploadWords}`);
  if (file.size === 0) throw new Refusal('UNPROCESSABLE', 'The file is empty');
  const bytes = new Uint8Array(await file.arrayBuffer());
  return person.upload(repository, { name: file.name.slice(-100), type, bytes });
}

/** A file chosen for a field; nothing where none was. */
export function chosenFile(form: FormData, name: string): File | undefined {
  const value = form.get(name);
  return value instanceof File && value.name !== '' ? value : undefined;
}

/** What was written, with the file that came with it at its end. */
export async function textWithFile(
  form: FormData,
  playground: Playground,
  visit: Visit,
): Promise<string> {
  const text = textOf(form, 'body');
  const file = chosenFile(form, 'file');
  if (file === undefined) return text;
  const markdown = await upload(playground, visit, file);
  return text.trim() === '' ? markdown : `${text}\n\n${markdown}`;
}

/** Takes files in, and shows them under our own address. */
export function addUploads(
  web: Hono<WebEnvironment>,
  pages: Hono<WebEnvironment>,
  playground: Playground,
): void {
  pages.post('/upload', async (context) => {
    const file = chosenFile(await readForm(context), 'file');
    if (file === undefined) return context.json({ message: 'There is no file.' }, 422);
    try {
      const markdown = await upload(playground, context.get('visit'), file);
      return context.json({ markdown });
    } catch (error) {
      if (error instanceof Refusal) return context.json({ message: `${error.message}.` }, 422);
      throw error;
    }
  });
  web.get('/attached', (context) => {
    const attachment = playground.emulator.attachment(context.req.query('address') ?? '');
    if (attachment === undefined) return context.notFound();
    return context.body(new Uint8Array(attachment.bytes), 200, {
      'content-type': attachment.type,
      'content-security-policy': powerlessPolicy,
    });
  });
}
