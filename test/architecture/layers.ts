/** Who may import whom: architecture.md §3 as data. The first row whose folder a file lies in decides. */
export interface Layer {
  /** Folder or file, without a slash at its end. */
  readonly place: string;
  /** Places of ours it may import besides itself. */
  readonly may: readonly string[];
  /** Packages and `node:` modules it may import; none where left out. */
  readonly packages?: readonly string[];
  /** An edge may touch files, sockets, wall time and environment. */
  readonly edge?: true;
}

const KERNEL = "simulator/kernel";
const PURE_NODE = ["node:crypto"];

/** Rows from the particular to the general. */
export const layers: readonly Layer[] = [
  { place: KERNEL, may: [], packages: ["node:crypto", "pure-rand", "tinyqueue"] },
  { place: "simulator/pki", may: [KERNEL], packages: [...PURE_NODE, "@peculiar/asn1-x509", "@peculiar/asn1-schema"] },
  { place: "simulator/population", may: [KERNEL], packages: [...PURE_NODE, "@holiday-jp/holiday_jp"] },
  { place: "simulator/messages", may: [KERNEL], packages: ["saxes", "iconv-lite"] },
  { place: "simulator/zip", may: [KERNEL], packages: ["node:crypto", "node:zlib", "fflate"] },
  { place: "simulator/line", may: [KERNEL, "simulator/pki"] },
  {
    place: "simulator/documents",
    may: [KERNEL, "simulator/population", "simulator/messages/code-lists.ts"],
    packages: ["pdfkit", "fontkit", "linebreak", "fflate"],
  },
  {
    place: "simulator/rules",
    may: [KERNEL, "simulator/population", "simulator/messages/code-lists.ts"],
  },
  {
    place: "simulator/central",
    may: [
      "simulator/documents/medical-report.ts",
      KERNEL,
      "simulator/pki",
      "simulator/population",
      "simulator/messages",
      "simulator/rules",
    ],
    packages: PURE_NODE,
  },
  {
    place: "simulator/neighbours",
    may: [
      KERNEL,
      "simulator/population",
      "simulator/messages",
      "simulator/rules",
      "simulator/central/ledger.ts",
      "simulator/central/gates.ts",
      "simulator/central/visit-consent.ts",
    ],
  },
  {
    place: "simulator/faults",
    may: [
      KERNEL,
      "simulator/line/line.ts",
      "simulator/pki/validation.ts",
      "simulator/central/central-server.ts",
      "simulator/neighbours",
    ],
  },
  {
    place: "simulator/ledgers",
    may: [
      KERNEL,
      "simulator/pki",
      "simulator/messages/line-envelope.ts",
      "simulator/central/central-core.ts",
      "simulator/central/ledger.ts",
      "simulator/central/row-shapes.ts",
    ],
    packages: ["node:fs", "node:sqlite", "node:zlib", "pg"],
    edge: true,
  },
  { place: "simulator/index.ts", may: ["simulator"] },
  { place: "devices/iso7816", may: [KERNEL] },
  { place: "devices/ccid", may: [KERNEL] },
  { place: "devices/ccid-serial", may: [KERNEL, "devices/ccid"] },
  { place: "devices/ccid-secure", may: [KERNEL] },
  { place: "devices/bench-port", may: [KERNEL] },
  {
    place: "devices/front-port",
    may: [
      KERNEL,
      "devices/bench-port",
      "devices/readers",
      "devices/terminal/ports.ts",
      "devices/transports/transport.ts",
      "devices/transports/transport-problem.ts",
    ],
  },
  {
    place: "devices/front-host",
    may: [
      KERNEL,
      "devices/front-port",
      "devices/readers",
      "devices/transports/transport.ts",
      "devices/transports/transport-problem.ts",
    ],
  },
  {
    place: "devices/ccid-reader",
    may: [
      KERNEL,
      "devices/iso7816",
      "devices/ccid",
      "devices/ccid-serial",
      "devices/ccid-secure",
      "devices/bench-port/constants.ts",
      "devices/t1",
      "devices/iso14443",
    ],
  },
  {
    place: "devices/ccid-host",
    may: [KERNEL, "devices/ccid", "devices/ccid-serial", "devices/t1", "devices/transports/transport.ts"],
  },
  {
    place: "devices/emulated-reader",
    may: [
      KERNEL,
      "devices/cards/slot.ts",
      "devices/ccid-reader",
      "devices/ccid",
      "devices/bench-port/constants.ts",
      "devices/front-port",
      "devices/readers",
      "devices/t1",
      "devices/iso14443",
      "devices/transports/transport.ts",
      "devices/transports/transport-problem.ts",
    ],
  },
  { place: "devices/t1", may: [KERNEL, "devices/iso7816"] },
  { place: "devices/iso14443", may: [KERNEL, "devices/iso7816"] },
  { place: "devices/pcsc-part3", may: [KERNEL, "devices/iso7816"] },
  {
    place: "devices/cards",
    may: [KERNEL, "simulator/pki", "devices/iso7816", "devices/pcsc-part3"],
    packages: PURE_NODE,
  },
  {
    place: "devices/terminal",
    may: [
      KERNEL,
      "simulator/pki",
      "simulator/messages",
      "simulator/zip",
      "simulator/line",
      "devices/iso7816",
      "devices/cards/card-channel.ts",
      "devices/cards/applications/jpki.ts",
    ],
    packages: PURE_NODE,
  },
  {
    place: "devices/readers",
    may: [KERNEL, "simulator/pki/rsa-public-key.ts", "devices/iso7816", "devices/cards", "devices/terminal/ports.ts"],
    packages: PURE_NODE,
  },
  {
    place: "devices/faults",
    may: [
      KERNEL,
      "devices/iso7816",
      "devices/cards/field.ts",
      "devices/cards/applications",
      "devices/readers/camera.ts",
      "devices/readers/link.ts",
      "devices/readers/power.ts",
      "devices/terminal/ports.ts",
      "devices/terminal/rewritten.ts",
      "simulator/messages/text.ts",
    ],
  },
  {
    place: "devices/transports",
    may: [KERNEL, "devices/iso7816", "devices/cards/slot.ts", "devices/ccid-secure"],
    packages: [
      "node:net",
      "node:fs",
      "node:os",
      "node:path",
      "node:crypto",
      "pcsc-mini",
      "serialport",
      "zod",
      "fastest-levenshtein",
    ],
    edge: true,
  },
  { place: "devices/probe", may: [KERNEL, "devices/iso7816"], packages: PURE_NODE },
  { place: "devices/index.ts", may: ["devices"] },
  {
    place: "firmware-stubs/serve.ts",
    may: ["firmware-stubs", KERNEL, "devices/transports"],
    packages: ["node:fs", "node:net", "node:util"],
    edge: true,
  },
  {
    place: "firmware-stubs",
    may: [
      KERNEL,
      "devices/iso7816",
      "devices/ccid",
      "devices/ccid-serial",
      "devices/ccid-reader",
      "devices/bench-port",
      "devices/t1",
      "devices/iso14443",
    ],
  },
  {
    place: "harness/checks",
    may: [
      KERNEL,
      "simulator/messages",
      "simulator/rules",
      "simulator/population/policy.ts",
      "simulator/neighbours/claim.ts",
      "harness/check.ts",
      "harness/requirement.ts",
      "harness/director.ts",
      "harness/subjects/subject.ts",
      "devices/terminal/ports.ts",
    ],
  },
  { place: "harness/scenarios", may: ["simulator/kernel/civil-time.ts", "harness/scenario.ts"] },
  {
    place: "harness/edges",
    may: ["simulator", "devices", "harness"],
    packages: [
      "sharp",
      "@cornerstonejs/codec-openjpeg",
      "fontkit",
      "cli-progress",
      "commander",
      "node:child_process",
      "node:fs",
      "node:os",
      "node:path",
      "node:crypto",
      "node:module",
      "node:timers",
      "node:timers/promises",
      "node:zlib",
    ],
    edge: true,
  },
  {
    place: "harness/commands",
    may: ["simulator", "devices", "firmware-stubs", "harness"],
    packages: ["commander", "node:fs", "node:timers/promises"],
    edge: true,
  },
  { place: "harness/cli.ts", may: ["harness/commands"], packages: ["node:module"], edge: true },
  {
    place: "harness/reports",
    may: ["simulator", "devices", "harness"],
    packages: ["cli-table3", "fast-xml-builder", "node:util", "node:crypto"],
  },
  { place: "harness/subjects", may: ["simulator", "devices", "harness/subjects"] },
  {
    place: "harness",
    may: ["simulator", "devices", "firmware-stubs", "harness"],
    packages: ["node:crypto", "zod", "fastest-levenshtein", "yaml"],
  },
];

/** Folders of the product. */
export const productFolders = ["simulator", "devices", "harness", "firmware-stubs"] as const;
