/** As `matrix(a b c d e f)`. */
export type Matrix = readonly [number, number, number, number, number, number];

const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** Reads a `transform` attribute (SVG 2, “the transform property”); nothing where it is something else. */
export function readTransform(text: string): Matrix | undefined {
  let matrix = identity;
  let rest = text.trim();
  while (rest !== '') {
    const [call, name = '', inner = ''] = /^([a-zA-Z]+)\s*\(([^()]*)\)[\s,]*/.exec(rest) ?? [];
    if (call === undefined) return undefined;
    const numbers = inner
      .trim()
      .split(/[\s,]+|(?<=\d)(?=[+-])(?<!e)/)
      .map(Number);
    const next = numbers.every(Number.isFinite) ? matrixOf(name, numbers) : undefined;
    if (!next) return undefined;
    matrix = multiply(matrix, next);
    rest = rest.slice(call.length);
  }
  return matrix;
}

/** Writes a matrix as a `transform` attribute. */
export function writeTransform(matrix: Matrix): string {
  return `matrix(${matrix.join(' ')})`;
}

function matrixOf(name: string, numbers: readonly number[]): Matrix | undefined {
  const [a = 0, b, c, d, e, f] = numbers;
  switch (name) {
    case 'matrix':
      if (f === undefined) return undefined;
      return [a, b ?? 0, c ?? 0, d ?? 0, e ?? 0, f];
    case 'translate':
      return [1, 0, 0, 1, a, b ?? 0];
    case 'scale':
      return [a, 0, 0, b ?? a, 0, 0];
    case 'rotate': {
      const [sine, cosine] = [Math.sin(radians(a)), Math.cos(radians(a))];
      const turn: Matrix = [cosine, sine, -sine, cosine, 0, 0];
      const [x, y] = [b ?? 0, c ?? 0];
      return multiply(multiply([1, 0, 0, 1, x, y], turn), [1, 0, 0, 1, -x, -y]);
    }
    case 'skewX':
      return [1, 0, Math.tan(radians(a)), 1, 0, 0];
    case 'skewY':
      return [1, Math.tan(radians(a)), 0, 1, 0, 0];
    default:
      return undefined;
  }
}

function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
