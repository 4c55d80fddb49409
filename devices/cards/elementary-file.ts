import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import type { PrivateKind } from "../../simulator/kernel/trace.ts";
import type { Codec, Vector } from "../../simulator/kernel/vector.ts";
import type { CardImage } from "./card-image.ts";

/** Who may use an object: anybody, nobody, or whoever holds one of the rights. A right is the id of the reference that grants it. */
export type AccessRule = "free" | "never" | { readonly anyOf: readonly number[] };

/** True when the rule is met by the rights held. */
export function allows(rule: AccessRule, rights: ReadonlySet<number>): boolean {
  if (rule === "free") return true;
  return rule !== "never" && rule.anyOf.some((right) => rights.has(right));
}

/** A transparent EF: identifier, access, and how its value becomes bytes. All ids fit in five bits, so the id is the short id too. */
export interface ElementaryFile<T> {
  readonly kind: "file";
  readonly fid: number;
  readonly name: Bilingual;
  readonly read: AccessRule;
  /** Set where the bytes must never reach the evidence. */
  readonly holds?: PrivateKind;
  /** Physical size; the rest is padded with FF (my-number-card.md §8 D-04). Left out: exactly the value. */
  readonly sizeBytes?: number;
  readonly codec: Codec<T>;
  readonly vectors: readonly Vector<T>[];
  /** What personalisation wrote into it. */
  content(image: CardImage): T;
}

/** An EF whatever its value, as the card serves it. */
export interface AnyFile extends Omit<ElementaryFile<never>, "codec" | "vectors" | "content"> {
  bytes(image: CardImage): Uint8Array;
  /** Runs the file's vectors; each entry says what disagreed. */
  check(): readonly string[];
}

/** Closes a file over its type, so that files of many types stand in one list. */
export function file<T>(row: Omit<ElementaryFile<T>, "kind">): AnyFile {
  return {
    ...row,
    kind: "file",
    bytes(image) {
      const value = row.codec.encode(row.content(image));
      const size = row.sizeBytes ?? value.length;
      const physical = new Uint8Array(Math.max(size, value.length)).fill(0xff);
      physical.set(value);
      return physical;
    },
    check: () => row.vectors.flatMap((vector) => disagreements(row.codec, vector)),
  };
}

function disagreements<T>(codec: Codec<T>, vector: Vector<T>): readonly string[] {
  const bytes = Uint8Array.from(Buffer.from(vector.bytes.replaceAll(" ", ""), "hex"));
  const decoded = codec.decode(bytes);
  const found = Buffer.from(codec.encode(vector.value)).toString("hex");
  return [
    ...(JSON.stringify(decoded) === JSON.stringify(vector.value) ? [] : [`${vector.title}: decodes to another value`]),
    ...(found === Buffer.from(bytes).toString("hex") ? [] : [`${vector.title}: encodes to ${found}`]),
  ];
}
