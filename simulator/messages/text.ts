import { decode, encode } from "iconv-lite";

/** The two encodings of the interface (receipt-system-interface.md §1.5). */
export type MessageEncoding = "UTF-8" | "Shift_JIS";

/** Text and the encoding it was found in. */
export interface EncodedText {
  readonly text: string;
  readonly encoding: MessageEncoding;
}

/** Names under which programs declare the two encodings; lower case. Shift_JIS always means Windows' code page 932. */
const DECLARED: Readonly<Record<string, MessageEncoding>> = {
  "utf-8": "UTF-8",
  utf8: "UTF-8",
  shift_jis: "Shift_JIS",
  "shift-jis": "Shift_JIS",
  sjis: "Shift_JIS",
  "x-sjis": "Shift_JIS",
  cp932: "Shift_JIS",
  ms932: "Shift_JIS",
  "windows-31j": "Shift_JIS",
};

/** Far longer than any XML declaration. */
const DECLARATION_BYTES = 200;
const ENCODING_DECLARATION = /^<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/;
const REPLACEMENT = "\ufffd";
/** Stands for a character outside the allowed set (fact 12). */
const GETA = "●";

const strictUtf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Text in the encoding its XML declaration names, UTF-8 when it names none. Undefined when the declaration names another
 * encoding, contradicts the byte-order mark, or the bytes are not valid in it: nothing is replaced silently.
 */
export function readText(bytes: Uint8Array): EncodedText | undefined {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const encoding = declaredEncoding(marked ? bytes.subarray(3) : bytes);
  if (encoding === "UTF-8") return readUtf8(bytes);
  if (encoding === undefined || marked) return undefined;
  const text = decode(bytes, "cp932");
  return text.includes(REPLACEMENT) ? undefined : { text, encoding };
}

/** Whether an XML declaration names an encoding. */
export function declaresEncoding(bytes: Uint8Array): boolean {
  return ENCODING_DECLARATION.test(headOf(bytes).replace(/^\xef\xbb\xbf/, ""));
}

/** Text as bytes. What Shift_JIS cannot write becomes ●. */
export function writeText(text: string, encoding: MessageEncoding): Uint8Array {
  if (encoding === "UTF-8") return Buffer.from(text, "utf8");
  const bytes = encode(text, "cp932");
  // Reading back is the only sure test: iconv-lite writes "?" or a look-alike for what it cannot map.
  return decode(bytes, "cp932") === text ? bytes : encode(replaceUnmappable(text), "cp932");
}

function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, DECLARATION_BYTES)).toString("latin1");
}

function declaredEncoding(bytes: Uint8Array): MessageEncoding | undefined {
  const name = ENCODING_DECLARATION.exec(headOf(bytes))?.[1]?.toLowerCase();
  if (name === undefined) return "UTF-8";
  return Object.hasOwn(DECLARED, name) ? DECLARED[name] : undefined;
}

function readUtf8(bytes: Uint8Array): EncodedText | undefined {
  try {
    return { text: strictUtf8.decode(bytes), encoding: "UTF-8" };
  } catch {
    return undefined; // not UTF-8
  }
}

function replaceUnmappable(text: string): string {
  const unmappable = new Set(
    [...text].filter((character) => decode(encode(character, "cp932"), "cp932") !== character),
  );
  return Array.from(text, (character) => (unmappable.has(character) ? GETA : character)).join("");
}
