import { type Html, html, nothing } from './html.ts';
import { icon } from './icon.ts';

/** A box to write Markdown in, with a preview, which takes pictures by drag and drop, by paste, and by choice. */
export interface WritingBox {
  /** Of the text area: its name, id and what describes it. */
  readonly attributes: Html;
  readonly text: string;
  readonly rows: number;
  /** The name of the field for a file; nothing for a box that takes none. */
  readonly fileField: string | undefined;
  /** What the box is for, to tell its file field from others. */
  readonly label: string;
  /** The kinds of files, as `.png,.svg`; empty for all that GitHub takes. */
  readonly accept?: string;
}

const pictures = '.png,.jpg,.jpeg,.gif,.svg,.webp';

/** The most characters that an issue takes. */
const longest = 65_536;

/** Shows the box. Without the script a chosen file goes with the form, and its address is put behind the text. */
export function writingBox(box: WritingBox): Html {
  const accept = box.accept || pictures;
  const chooser =
    box.fileField === undefined
      ? nothing
      : html`<div class="box-foot"><label class="file-choice">${icon('paperclip')}<span class="file-words">Choose a picture, paste it, or drop it into the box</span><input type="file" name="${box.fileField}" accept="${accept}" aria-label="Choose a picture for: ${box.label}"></label><span class="upload-state" role="status"></span></div>`;
  const modes =
    box.fileField === undefined
      ? nothing
      : html`<div class="box-modes" role="tablist" aria-label="Writing mode of ${box.label}"><button type="button" role="tab" class="box-mode" aria-selected="true">Write</button><button type="button" role="tab" class="box-mode" aria-selected="false" tabindex="-1" data-preview>Preview</button></div>`;
  return html`<div class="writing-box" ${box.fileField === undefined ? '' : html`data-drop`}>${modes}<textarea ${box.attributes} rows="${box.rows}" maxlength="${longest}">${box.text}</textarea><div class="box-preview markdown" hidden></div>${chooser}</div>`;
}
