import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import { fromHex, toHex } from "../../simulator/kernel/bytes.ts";
import type { PrivateKind } from "../../simulator/kernel/trace.ts";
import type { Codec, Vector } from "../../simulator/kernel/vector.ts";

/** Who may use an object: anybody, nobody, or whoever holds one of the rights. A right is the id of the reference that grants it. */
export type AccessRule = "free" | "never" | { readonly anyOf: readonly number[] };

/** An access rule as bits: bit n stands for the right that reference n grants (ids have five bits). */
export type RightsMask = number;

/** Anybody. */
export const FREE: RightsMask = -1;

/** The bits of a rule; {@link FREE} for anybody, 0 for nobody. */
export function rightsMask(rule: AccessRule): RightsMask {
  if (rule === "free") return FREE;
  return rule === "never" ? 0 : rule.anyOf.reduce((mask, fid) => mask | (1 << fid), 0);
}

/** A rule, or a rule that follows from the card (a phone guards what a plastic card gives freely). */
export type RuleOf<I> = AccessRule | ((image: I) => AccessRule);

/** What every object of an application has. All ids fit in five bits, so the id is the short EF id too (my-number-card.md §1.2). */
export interface ObjectRow<I> {
  readonly fid: number;
  readonly name: Bilingual;
  /** Set where public knowledge ends: the object exists, nobody knows what for (my-number-card.md §8 D-07). */
  readonly unknown?: true;
  /** False where this card was issued without it. Left out: every card has it. */
  present?(image: I): boolean;
}

/** A transparent EF: identifier, access, and how its value becomes bytes. */
export interface ElementaryFile<T, I> extends ObjectRow<I> {
  readonly read: RuleOf<I>;
  /** Set where the bytes must never reach the evidence. */
  readonly holds?: PrivateKind;
  readonly codec: Codec<T>;
  readonly vectors: readonly Vector<T>[];
  /** What personalisation wrote into it. */
  content(image: I): T;
  /** Physical size, the rest padded with FF (my-number-card.md §8 D-04). Left out: exactly the value. */
  sizeBytes?(image: I): number;
}

/** An EF whatever its value, as the card serves it. `records` are served by READ RECORD, `bytes` by READ BINARY. */
export interface AnyFile<I> extends ObjectRow<I> {
  readonly kind: "file";
  readonly structure: "transparent" | "records";
  readonly read: RuleOf<I>;
  readonly holds?: PrivateKind;
  /** The bytes of a transparent EF, or its records. */
  contents(image: I): readonly Uint8Array[];
  /** Runs the file's vectors; each entry says what disagreed. */
  check(): readonly string[];
}

/** Closes a transparent EF over its type, so that files of many types stand in one list. */
export function file<T, I>(row: ElementaryFile<T, I>): AnyFile<I> {
  const { codec, vectors, content, sizeBytes, ...common } = row;
  return {
    ...common,
    kind: "file",
    structure: "transparent",
    contents: (image) => [padded(codec.encode(content(image)), sizeBytes?.(image))],
    check: () => vectors.flatMap((vector) => disagreements(codec, vector)),
  };
}

/** A record EF; every record has the same codec. */
export interface RecordFile<T, I> extends Omit<ElementaryFile<T, I>, "content" | "sizeBytes"> {
  records(image: I): readonly T[];
}

/** Closes a record EF over its type. */
export function recordFile<T, I>(row: RecordFile<T, I>): AnyFile<I> {
  const { codec, vectors, records, ...common } = row;
  return {
    ...common,
    kind: "file",
    structure: "records",
    contents: (image) => records(image).map((record) => codec.encode(record)),
    check: () => vectors.flatMap((vector) => disagreements(codec, vector)),
  };
}

/** The codec of bytes that are passed on as they are, and its proof. */
export const bytesAsTheyAre: Codec<Uint8Array> = { decode: (bytes) => bytes, encode: (value) => value };

/** A vector for {@link bytesAsTheyAre}. */
export const asTheyAre = (bytes: string): readonly Vector<Uint8Array>[] => [
  { title: "bytes as they are", bytes, value: fromHex(bytes) },
];

function padded(value: Uint8Array, sizeBytes = value.length): Uint8Array {
  if (sizeBytes <= value.length) return value;
  const physical = new Uint8Array(sizeBytes).fill(0xff);
  physical.set(value);
  return physical;
}

function disagreements<T>(codec: Codec<T>, vector: Vector<T>): readonly string[] {
  const bytes = fromHex(vector.bytes);
  const decoded = codec.decode(bytes);
  const found = toHex(codec.encode(vector.value));
  return [
    ...(JSON.stringify(decoded) === JSON.stringify(vector.value) ? [] : [`${vector.title}: decodes to another value`]),
    ...(vector.decodeOnly === true || found === toHex(bytes) ? [] : [`${vector.title}: encodes to ${found}`]),
  ];
}
