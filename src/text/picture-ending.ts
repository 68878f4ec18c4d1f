/** The end of a picture's file name. */
export const pictureEnding = /\.(?:png|jpe?g|svg|webp|gif|avif|bmp|ico)$/i;

/** Whether an address is that of a picture, by the end of its file name. */
export function isPictureAddress(address: string): boolean {
  return pictureEnding.test(address.replace(/[?#].*$/s, ''));
}
