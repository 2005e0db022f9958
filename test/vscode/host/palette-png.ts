import { crc32, deflateSync, inflateSync } from 'node:zlib';

// A PNG of a window has few colours that matter; with a palette of them it takes a third of the bytes.

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOURS = 256;

/** Samples of a picture: red, green and blue of each dot, row by row. */
interface Picture {
  readonly width: number;
  readonly height: number;
  readonly dots: Buffer;
}

/** The same picture with at most 256 colours, those that are frequent kept as they are. Takes what a browser's screenshot is: 8 bits, RGB or RGBA without holes, not interlaced. */
export function reducePng(png: Buffer): Buffer {
  const picture = decode(png);
  const counts = countsOf(picture);
  const palette = paletteOf(counts);
  const nearest = new Map<number, number>();
  for (const colour of counts.keys()) nearest.set(colour, nearestOf(colour, palette));
  const { width, height, dots } = picture;
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 3) rows[y * (width + 1) + x + 1] = nearest.get(dots.readUIntBE(at, 3)) ?? 0;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.alloc(palette.length * 3);
  for (const [i, colour] of palette.entries()) colours.writeUIntBE(colour, i * 3, 3);
  const chunks = [
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([SIGNATURE, ...chunks]);
}

function decode(png: Buffer): Picture {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const [depth, type, , , interlace] = png.subarray(24, 29);
  if (depth !== 8 || interlace !== 0 || (type !== 2 && type !== 6)) throw new Error(`a PNG of another kind: ${depth} bits, type ${type}`);
  const data: Buffer[] = [];
  for (let at = SIGNATURE.length; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const samples = type === 6 ? 4 : 3;
  const rows = unfilter(inflateSync(Buffer.concat(data)), width * samples, samples);
  const dots = Buffer.alloc(width * height * 3);
  for (let i = 0; i < width * height; i++) rows.copy(dots, i * 3, i * samples, i * samples + 3);
  return { width, height, dots };
}

/** Takes back what a PNG does to its rows so that they shrink better: each byte is the difference to a guess from its neighbours. */
function unfilter(data: Buffer, length: number, samples: number): Buffer {
  const height = data.length / (length + 1);
  const out = Buffer.alloc(length * height);
  for (let y = 0; y < height; y++) {
    const filter = data[y * (length + 1)];
    for (let x = 0; x < length; x++) {
      const left = x < samples ? 0 : (out[y * length + x - samples] ?? 0);
      const up = y === 0 ? 0 : (out[(y - 1) * length + x] ?? 0);
      const corner = x < samples || y === 0 ? 0 : (out[(y - 1) * length + x - samples] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      out[y * length + x] = (data[y * (length + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

type Counts = ReadonlyMap<number, number>;

function countsOf({ dots }: Picture): Counts {
  const counts = new Map<number, number>();
  for (let at = 0; at < dots.length; at += 3) {
    const colour = dots.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return counts;
}

const channels = (colour: number): readonly [number, number, number] => [colour >> 16, (colour >> 8) & 255, colour & 255];

/** Median cut: the colours in boxes of near ones, each box as its most frequent colour. */
function paletteOf(counts: Counts): readonly number[] {
  let boxes: (readonly number[])[] = [[...counts.keys()]];
  while (boxes.length < COLOURS) {
    const widest = boxes.map((box) => ({ box, ...widthOf(box) })).reduce((a, b) => (b.width > a.width ? b : a));
    if (widest.width === 0) break;
    const sorted = widest.box.toSorted((a, b) => (channels(a)[widest.channel] ?? 0) - (channels(b)[widest.channel] ?? 0));
    const half = sorted.length >> 1;
    boxes = [...boxes.filter((box) => box !== widest.box), sorted.slice(0, half), sorted.slice(half)];
  }
  return boxes.map((box) => box.reduce((a, b) => ((counts.get(b) ?? 0) > (counts.get(a) ?? 0) ? b : a)));
}

/** How far the colours of a box are apart, and in which channel. */
function widthOf(box: readonly number[]): { readonly width: number; readonly channel: number } {
  const low = [255, 255, 255];
  const high = [0, 0, 0];
  for (const colour of box)
    for (const [i, value] of channels(colour).entries()) {
      low[i] = Math.min(low[i] ?? 0, value);
      high[i] = Math.max(high[i] ?? 0, value);
    }
  const widths = high.map((value, i) => value - (low[i] ?? 0));
  const width = Math.max(...widths);
  return { width, channel: widths.indexOf(width) };
}

function nearestOf(colour: number, palette: readonly number[]): number {
  const [r, g, b] = channels(colour);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [i, each] of palette.entries()) {
    const [R, G, B] = channels(each);
    const apart = (r - R) ** 2 + (g - G) ** 2 + (b - B) ** 2;
    if (apart < least) [best, least] = [i, apart];
  }
  return best;
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
