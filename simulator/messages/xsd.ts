import { type CodeList, codeLists } from "./code-lists.ts";
import { type Cardinality, type ElementTable, ROOT, type Row, type Scalar } from "./element-table.ts";
import type { Format } from "./format.ts";

/** Days of a real calendar, the 29th of February in leap years alone. */
const LEAP_YEAR = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)";
const DAY =
  `([0-9]{4}(0[1-9]|1[0-2])(0[1-9]|1[0-9]|2[0-8])|[0-9]{4}(0[13-9]|1[0-2])(29|30)|` +
  `[0-9]{4}(0[13578]|1[02])31|${LEAP_YEAR}0229)`;
const TIME = "([01][0-9]|2[0-3])[0-5][0-9][0-5][0-9]";
/** What XML can carry without control characters; full width is that without ASCII and half-width kana. */
const CARRIABLE = "[ -~&#xA0;-&#xD7FF;&#xE000;-&#xFFFD;&#x10000;-&#x10FFFF;]*";
const FULL_WIDTH = "[&#xA0;-&#xD7FF;&#xE000;-&#xFF60;&#xFFA0;-&#xFFFD;&#x10000;-&#x10FFFF;]*";
const HALF_KANA = "[ &#xFF61;-&#xFF9F;]*";

/**
 * An XSD 1.0 schema of a table, for tools that know no other form, and the oracle of our own reader. What it cannot say: any
 * order where an element repeats (`xs:all` takes each once, so these groups stand in the paper's order), and elements and
 * attributes beyond the layout, which we warn of and it refuses (docs/profile.md, "Schemas").
 */
export function xsdOf(table: ElementTable<unknown>, title: string): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">',
    `  <xs:annotation><xs:documentation>${title}</xs:documentation></xs:annotation>`,
    `  <xs:element name="${ROOT}">`,
    ...complexType(table, 2),
    "  </xs:element>",
    "</xs:schema>",
  ];
  return `${lines.join("\n")}\n`;
}

function complexType(table: ElementTable<unknown>, level: number): readonly string[] {
  const indent = "  ".repeat(level);
  if (table.list.length === 0) return [`${indent}<xs:complexType/>`];
  const order = table.repeated.length === 0 ? "all" : "sequence";
  return [
    `${indent}<xs:complexType>`,
    `${indent}  <xs:${order}>`,
    ...table.list.flatMap(({ name, row }) => element(name, row, level + 2)),
    `${indent}  </xs:${order}>`,
    `${indent}</xs:complexType>`,
  ];
}

function element(name: string, row: Row, level: number): readonly string[] {
  const indent = "  ".repeat(level);
  const content = row.kind === "scalar" ? simpleType(row, level + 1) : complexType(row.table, level + 1);
  return [`${indent}<xs:element name="${name}"${occurs(row)}>`, ...content, `${indent}</xs:element>`];
}

function occurs(row: Row): string {
  if (row.kind === "repeated") return ` minOccurs="0" maxOccurs="${row.max}"`;
  return row.cardinality === "required" ? "" : ' minOccurs="0"';
}

function simpleType({ format, cardinality }: Scalar, level: number): readonly string[] {
  const indent = "  ".repeat(level);
  return [
    `${indent}<xs:simpleType>`,
    `${indent}  <xs:restriction base="xs:string">`,
    ...facets(format, cardinality).map((facet) => `${indent}    <xs:${facet}/>`),
    `${indent}  </xs:restriction>`,
    `${indent}</xs:simpleType>`,
  ];
}

/** An optional element may be empty, which no other may be. */
function facets(format: Format, cardinality: Cardinality): readonly string[] {
  const mayBeEmpty = cardinality === "optional";
  const pattern = (value: string): readonly string[] => [`pattern value="${mayBeEmpty ? `(${value})?` : value}"`];
  switch (format.kind) {
    case "date":
      return pattern(DAY);
    case "month":
      return pattern("[0-9]{4}(0[1-9]|1[0-2])");
    case "stamp":
      return pattern(DAY + TIME);
    case "insurer-number":
      return pattern(" {2}[0-9]{6}|[0-9]{8}");
    case "post-number":
      return pattern("[0-9]{3}-[0-9]{4}");
    case "item-code":
      return pattern("[0-9A-Za-z]{17}");
    case "digits":
      return pattern(`[0-9]{${format.length}}`);
    case "amount":
      return pattern(`[0-9]{1,${format.maxLength}}`);
    case "text":
      return [
        `minLength value="${mayBeEmpty ? 0 : 1}"`,
        `maxLength value="${format.maxLength}"`,
        `pattern value="${TEXT[format.width]}"`,
      ];
    case "code": {
      const { values, others }: CodeList = codeLists[format.list];
      if (others !== undefined) return pattern(`[0-9A-Za-z]{1,${others}}`);
      const codes = Object.keys(values);
      return [...codes, ...(mayBeEmpty ? [""] : [])].map((code) => `enumeration value="${code}"`);
    }
  }
}

const TEXT = { any: CARRIABLE, full: FULL_WIDTH, "half-kana": HALF_KANA } as const;
