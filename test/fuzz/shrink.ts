/** Runs a failure may cost before what was found so far has to do. */
const MAX_TRIES = 2_000;

/**
 * Fewer pieces that still fail: of the last piece as short a beginning as will do, then without any stretch in front of it
 * that can be left out, long stretches before short ones. Pieces that do not fail by themselves come back as they were.
 */
export function shrunk(
  pieces: readonly Uint8Array[],
  fails: (pieces: readonly Uint8Array[]) => boolean,
): readonly Uint8Array[] {
  const last = pieces.at(-1);
  if (last === undefined || !fails(pieces)) return pieces;
  let before = pieces.slice(0, -1);
  const end = last.subarray(
    0,
    smallest(last.length, (length) => fails([...before, last.subarray(0, length)])),
  );
  let tries = 0;
  for (let stretch = before.length; stretch >= 1; stretch = Math.floor(stretch / 2)) {
    for (let from = 0; from < before.length && tries < MAX_TRIES; tries++) {
      const fewer = [...before.slice(0, from), ...before.slice(from + stretch)];
      if (fails([...fewer, end])) before = fewer;
      else from += stretch;
    }
  }
  return [...before, end];
}

/** The smallest number up to `known` that will do, as far as halving finds it; `known` does. */
function smallest(known: number, does: (number: number) => boolean): number {
  let [tooFew, enough] = [-1, known];
  while (enough - tooFew > 1) {
    const middle = tooFew + Math.floor((enough - tooFew) / 2);
    if (does(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}
