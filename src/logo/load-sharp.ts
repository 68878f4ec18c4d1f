import sharp from 'sharp';

// Every loader is a way in for a stranger's bytes: only those of the five formats stay, and only from memory, for an SVG
// read from a path would load its neighbours.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
    'VipsForeignLoadSvgBuffer',
  ],
});
// Memory grows with the threads, and nothing is ever asked for twice.
sharp.concurrency(1);
sharp.cache(false);

export { sharp };
