/** The end of a picture's file name. */
export const pictureEnding = /\.(?:png|jpe?g|svg|webp|gif|avif|bmp|ico)$/i;
