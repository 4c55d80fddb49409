import fc from "fast-check";
import { expect, test } from "vitest";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { permutation } from "../../../simulator/population/permutation.ts";

test("what went forward comes back, for any seed, size and value", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 125_000_000 }), fc.nat(), (seed, size, value) => {
      const { forward, back } = permutation(seed, "test", size);
      const i = value % size;
      const j = forward(i);
      expect(j).toBeGreaterThanOrEqual(0);
      expect(j).toBeLessThan(size);
      expect(back(j)).toBe(i);
    }),
  );
});

test.each([1, 2, 3, 5, 17, 1_000, 4_097])("every value of %i is reached exactly once", (size) => {
  const { forward } = permutation(4, "test", size);
  const reached = new Set(Array.from({ length: size }, (_, i) => forward(i)));
  expect(reached.size).toBe(size);
});

test("values of 32 bits come back as well", () => {
  const size = 2 ** 32;
  const { forward, back } = permutation(1, "large", size);
  for (const i of [0, 1, 2 ** 31 + 7, size - 1]) expect(back(forward(i))).toBe(i);
});

test("the shuffle depends on the seed and on the stream, and on nothing else", () => {
  const first = (seed: number, stream: string): readonly number[] => {
    const { forward } = permutation(seed, stream, 1_000_000);
    return [0, 1, 2, 3].map(forward);
  };
  expect(first(1, "a")).toEqual(first(1, "a"));
  expect(first(1, "a")).not.toEqual(first(2, "a"));
  expect(first(1, "a")).not.toEqual(first(1, "b"));
});

test("neighbours are scattered over the whole range", () => {
  const { forward } = permutation(9, "test", 1_000_000);
  const tenths = new Array<number>(10).fill(0);
  for (let i = 0; i < 10_000; i++) {
    const tenth = Math.trunc(forward(i) / 100_000);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  for (const count of tenths) expect(Math.abs(count - 1_000)).toBeLessThan(150);
});

test("a size or a value out of range is misuse", () => {
  for (const size of [0, -1, 1.5, 2 ** 32 + 1]) expect(() => permutation(1, "test", size)).toThrow(MisuseError);
  const { forward, back } = permutation(1, "test", 10);
  for (const value of [-1, 10, 0.5, Number.NaN]) {
    expect(() => forward(value)).toThrow(MisuseError);
    expect(() => back(value)).toThrow(MisuseError);
  }
});
