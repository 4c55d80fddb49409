/** Where a chain of processes runs (performance.md, "Noise"): as the kernel likes, or every one of them on core 0. */
export const PLACEMENTS = [
  { placement: "unpinned", prefix: [] },
  { placement: "pinned", prefix: ["taskset", "-c", "0"] },
] as const satisfies readonly { readonly placement: string; readonly prefix: readonly string[] }[];
