/** Reads a value of JSON: undefined when it is not what it ought to be. Nothing that was not asked for comes through. */
export type Reads<T> = (value: unknown) => T | undefined;

/** One of the keys of a record. */
export function oneOf<T extends string>(words: Readonly<Record<T, unknown>>): Reads<T> {
  return (value) => (typeof value === "string" && Object.hasOwn(words, value) ? (value as T) : undefined);
}

/** Text of a form. */
export function text(form: RegExp): Reads<string> {
  return (value) => (typeof value === "string" && form.test(value) ? value : undefined);
}

/** A whole number from 0 to `most`. */
export function upTo(most: number): Reads<number> {
  return (value) =>
    typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= most ? value : undefined;
}

/** Yes or no. */
export const flag: Reads<boolean> = (value) => (typeof value === "boolean" ? value : undefined);

/** Values of one sort; one that is of another spoils the list. */
export function listOf<T>(reads: Reads<T>): Reads<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const list = value.map(reads).filter((item) => item !== undefined);
    return list.length === value.length ? list : undefined;
  };
}

type Fields<T> = { readonly [K in keyof T]-?: Reads<Exclude<T[K], undefined>> };

/** A record of fields; those that are `needed` must be there, the others are right or left out. */
export function recordOf<T extends object>(fields: Fields<T>, ...needed: readonly (keyof T)[]): Reads<T> {
  return (value) => {
    if (typeof value !== "object" || value === null) return undefined;
    const record: Partial<T> = {};
    for (const name of Object.keys(fields) as (keyof T)[]) {
      if (Object.hasOwn(value, name)) {
        const read = fields[name]((value as T)[name]);
        if (read === undefined) return undefined;
        record[name] = read;
      } else if (needed.includes(name)) return undefined;
    }
    return record as T;
  };
}

/** UTF-8 bytes of JSON through a reader; undefined when they are no JSON. */
export function readJson<T>(bytes: Uint8Array, reads: Reads<T>): T | undefined {
  try {
    return reads(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch {
    return undefined; // the text of the error would quote what was typed
  }
}

/** A value as UTF-8 bytes of JSON. */
export const jsonBytes = (value: object): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
