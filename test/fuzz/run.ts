import { parseArgs } from "node:util";
import { toHex } from "../../simulator/kernel/bytes.ts";
import { type FuzzFailure, fuzz, LEAST_BYTES_TO_SEE_GROWTH } from "./fuzz.ts";
import { heldBytes } from "./held-bytes.ts";
import { targets } from "./targets/index.ts";

/**
 * Random and half-true bytes into everything that reads a reader's wires:
 *
 *     npm run fuzz -- --bytes 10000000 --seed 1 --only line-parser
 *
 * Exit code 1 when something throws, hangs or grows; the same seed finds the same again. Fewer bytes than the 3,000,000 of
 * the default find no growth.
 */
const MISUSE = 2;
const MOST_PIECES = 40;
const LOOKS_BETWEEN = 5;
const names = targets.map(({ name }) => name);

const { values } = parseArgs({
  options: {
    bytes: { type: "string", default: String(LEAST_BYTES_TO_SEE_GROWTH) },
    seed: { type: "string", default: "1" },
    only: { type: "string", multiple: true, default: names },
  },
});
const bytes = wholeNumber("bytes", values.bytes);
const seed = wholeNumber("seed", values.seed);
const unknown = values.only.find((wanted) => !names.includes(wanted));
if (unknown !== undefined) misuse(`--only: there is no ${unknown}; accepted: ${names.join(", ")}`);

for (const target of targets.filter(({ name }) => values.only.includes(name))) {
  for (let looks = LOOKS_BETWEEN; looks > 0; looks--) heldBytes(); // what the last target left is not this one's
  process.stdout.write(target.name.padEnd(18));
  const { fedBytes, seconds, grownBytes, failure } = fuzz(target, { bytes, seed });
  const speed = (fedBytes / 1e6 / seconds).toFixed(2);
  process.stdout.write(
    `${fedBytes.toLocaleString("en").padStart(12)} bytes ${seconds.toFixed(1).padStart(7)} s ${speed.padStart(7)} MB/s` +
      `   held ${(grownBytes / 1_024).toFixed(0).padStart(6)} KiB more\n`,
  );
  if (failure === undefined) continue;
  process.exitCode = 1;
  process.stdout.write(told(failure));
}

/** What broke, and the pieces that broke it; of very many the last. */
function told({ message, pieces }: FuzzFailure): string {
  const lengthBytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
  return [
    `  ${message}`,
    `  seed ${seed}; ${lengthBytes} bytes in ${pieces.length} pieces do it:`,
    ...pieces.slice(-MOST_PIECES).map((piece) => `    ${toHex(piece)}`),
    "",
  ].join("\n");
}

function wholeNumber(option: string, text: string): number {
  if (!/^\d{1,12}$/.test(text)) misuse(`--${option}: give a whole number`);
  return Number(text);
}

function misuse(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(MISUSE);
}
