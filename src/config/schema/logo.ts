import * as z from 'zod';
import { type LogoSize, logoSizes, readLogoSize } from '../logo-sizes.ts';
import { unsafeCharacters } from '../paths.ts';
import { pathInRepository, refuse, template } from './texts.ts';

const side = z.int().min(logoSizes.least).max(logoSizes.most);

const logoSize = z
  .union([side, z.string().regex(/^\d+x\d+$/)])
  .describe('The canvas in pixels: the side of a square, or `WIDTHxHEIGHT`')
  .transform((size, context): LogoSize => {
    const read = readLogoSize(String(size));
    if (read === undefined)
      refuse(context, 'configuration-not-a-size', {
        minimum: logoSizes.least,
        maximum: logoSizes.most,
      });
    return read ?? logoSizes.usual;
  });

function fileName(description: string) {
  return template(description, ['slug']).superRefine((file, context) => {
    if (!/^[\w{}.-]+\.png$/.test(file) || file.startsWith('.')) {
      refuse(context, 'configuration-file-name-unsafe', { file });
    }
  });
}

/** A list without logos has the defaults, too. */
export const logoSettings = z
  .strictObject({
    required: z.boolean().default(true).describe('Whether every company has to give one'),
    directory: pathInRepository(
      'Folder of the logo files, from the repository’s root; `content/users/*` if each is in the folder of its entry',
    ).default('static/img/poweredby'),
    url: z
      .string()
      .max(500)
      .describe('What pages write before a logo file’s name')
      .superRefine((url, context) => {
        if (unsafeCharacters.test(url)) refuse(context, 'configuration-url-unsafe', { url });
      })
      .default('/img/poweredby'),
    file: fileName('Name of a logo file; {slug} is replaced by the company’s name').default(
      '{slug}-logo.png',
    ),
    'dark-file': fileName(
      'Name of the file of a logo for dark pages; `-dark` before the ending of the other, if left out',
    ).optional(),
    size: logoSize.prefault(logoSizes.usual),
    'keep-svg': z
      .boolean()
      .describe('Keep an SVG as SVG, cleaned and on the canvas, where it looks the same everywhere')
      .optional(),
    backgrounds: z
      .enum(['light', 'dark', 'both'])
      .describe('The pages that logos stand on: what is lost on them is told')
      .optional(),
    'clear-background': z
      .boolean()
      .describe('Make a flat pale background of a logo transparent')
      .optional(),
  })
  .superRefine(({ file, 'dark-file': darkFile }, context) => {
    if (darkFile === file)
      refuse(context, 'configuration-file-name-twice', { file }, ['dark-file']);
  })
  .describe('Where logos go and how they look');

/** What `logo` can be. */
export const logo = z
  .union([z.literal('none'), logoSettings])
  .describe('Where logos go and how they look, or `none` for a list without logos');
