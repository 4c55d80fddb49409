/** A way to spoil a good file; `differs` are the reasons for which two validators may then judge differently. */
export interface Mutation {
  readonly differs?: readonly string[];
  /** `place` and `choice` are any whole numbers. */
  readonly apply: (text: string, place: number, choice: number) => string;
}

const TEXT_LINE = /^ *<(\w+)>([^<]*)<\/\1>$/;
const BAD_VALUES = [
  "",
  " ",
  "x",
  "0",
  "99999999",
  "20260229",
  "20261301",
  "20261131",
  "19000229",
  "20000229",
  "20261121246000",
  "見",
  "ﾐﾎﾝ",
  "a b",
  "1".repeat(2_000),
  "-1",
  "００",
];

/** Changes one line that a test picks. */
function changeLine(text: string, place: number, wanted: RegExp, change: (line: string) => string): string {
  const lines = text.split("\n");
  const fitting = lines.flatMap((line, index) => (wanted.test(line) ? [index] : []));
  const index = fitting[place % Math.max(1, fitting.length)];
  if (index === undefined) return text;
  lines[index] = change(lines[index] ?? "");
  return lines.filter((line) => line !== "\0").join("\n");
}

const withValue = (value: string) => (line: string) =>
  line.replace(TEXT_LINE, (_all, name) => `<${name}>${value}</${name}>`);

/** What both validators are shown, beside good files. */
export const mutations = {
  "an element less": { apply: (text, place) => changeLine(text, place, TEXT_LINE, () => "\0") },
  "an element twice": { apply: (text, place) => changeLine(text, place, TEXT_LINE, (line) => `${line}\n${line}`) },
  "a group twice": {
    apply: (text) => text.replace(/ {2}<MessageHeader>[\s\S]*<\/MessageHeader>\n/, (group) => group + group),
  },
  "another value": {
    apply: (text, place, choice) =>
      changeLine(text, place, TEXT_LINE, withValue(BAD_VALUES[choice % BAD_VALUES.length] ?? "")),
  },
  "a value one character longer": {
    apply: (text, place, choice) =>
      changeLine(text, place, TEXT_LINE, (line) =>
        line.replace(TEXT_LINE, (_all, name, value) => `<${name}>${value}${"1見ｱ "[choice % 4]}</${name}>`),
      ),
  },
  "a value one character shorter": {
    apply: (text, place) =>
      changeLine(text, place, /<(\w+)>[^<&]+<\/\1>$/, (line) => line.replace(/[^<>&](<\/\w+>)$/, "$1")),
  },
  "an element in another": {
    apply: (text, place) => changeLine(text, place, TEXT_LINE, (line) => line.replace(/<\//, "<b>1</b></")),
  },
  "an end tag of another name": {
    apply: (text, place) => changeLine(text, place, TEXT_LINE, (line) => line.replace(/<\/\w+>/, "</Other>")),
  },
  "an end tag less": { apply: (text, place) => changeLine(text, place, /^ *<\/\w+>$/, () => "\0") },
  "text between elements": { apply: (text, place) => changeLine(text, place, /<\w+>$/, (line) => `${line}loose`) },
  "a control character": {
    apply: (text, place, choice) => changeLine(text, place, TEXT_LINE, withValue(String.fromCharCode(choice % 32))),
  },
  "a reference to nothing": { apply: (text, place) => changeLine(text, place, TEXT_LINE, withValue("&nbsp;")) },
  "a bare ampersand": { apply: (text, place) => changeLine(text, place, TEXT_LINE, withValue("a & b")) },
  "a character reference": { apply: (text, place) => changeLine(text, place, TEXT_LINE, withValue("&#x898B;")) },
  "CDATA and a comment": {
    apply: (text, place) => changeLine(text, place, TEXT_LINE, withValue("<![CDATA[1]]><!-- x -->")),
  },
  "another root": { apply: (text) => text.replaceAll("XmlMsg", "Envelope") },
  "its end cut off": { apply: (text, place) => text.slice(0, place % Math.max(1, text.length - 2)) },
  CRLF: { apply: (text) => text.replaceAll("\n", "\r\n") },
  "two elements exchanged": {
    differs: ["element-order"],
    apply: (text, place) => {
      const lines = text.split("\n");
      const at = 2 + (place % Math.max(1, lines.length - 4));
      const [one = "", two = ""] = [lines[at], lines[at + 1]];
      if (TEXT_LINE.test(one) && TEXT_LINE.test(two)) lines.splice(at, 2, two, one);
      return lines.join("\n");
    },
  },
  "an element nobody knows": {
    differs: ["unknown-element"],
    apply: (text, place) => changeLine(text, place, /<\w+>$/, (line) => `${line}\n<SimUnknown>1</SimUnknown>`),
  },
  "an attribute": {
    differs: ["unknown-attribute"],
    apply: (text, place) => changeLine(text, place, /<\w+>/, (line) => line.replace(/<(\w+)>/, '<$1 a="1">')),
  },
  "a DTD": { differs: ["doctype"], apply: (text) => text.replace("<XmlMsg", "<!DOCTYPE XmlMsg>\n<XmlMsg") },
} as const satisfies Readonly<Record<string, Mutation>>;
