// Imports point down, and among the rooms only to the left. This file is that sentence, checked.

/** Each may import itself and those before it. */
const rooms = [
  "accounts",
  "laboratories",
  "catalogue",
  "patients",
  "orders",
  "samples",
  "results",
  "reports",
  "billing",
  "dashboard",
  "mailbox",
  "tasks",
  "operator",
];

/** The ground: everything above stands on it. */
const ground = ["core", "infra"];

const rightOf = (/** @type {number} */ index) => rooms.slice(index + 1);
const folder = (/** @type {string[]} */ names) => `^lib/(${names.join("|")})/`;
/** One file a room; a large room's is told apart by a second word. */
const repository = "/repository[a-z.-]*[.]ts$";
const tests = "\\.test\\.tsx?$";

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-cycles",
      comment:
        "Two files that need each other are one file, or want a third. A button that loads its dialog when pressed, and whose types it knows, is none.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["dynamic-import", "type-only"] } },
    },
    {
      name: "must-resolve",
      comment: "An import that leads nowhere, or to a package that package.json does not name.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "rooms-have-an-order",
      comment: "A new room takes its place in this file's list first.",
      severity: "error",
      from: {},
      to: { path: "^lib/[^/]+/", pathNot: folder([...rooms, ...ground, "api", "audit"]) },
    },
    {
      name: "core-is-pure",
      comment: "lib/core runs in the browser too: no input or output, nothing above it, nothing of Node's.",
      severity: "error",
      from: { path: "^lib/core/", pathNot: tests },
      to: { path: "^(app|components|emails|inngest|prisma|scripts|tests|lib/(?!core/))" },
    },
    {
      name: "core-is-browser-safe",
      severity: "error",
      from: { path: "^lib/core/", pathNot: tests },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "infra-stands-on-core",
      comment: "Leaves may be imported from anywhere: mail writes out what emails/ holds.",
      severity: "error",
      from: { path: "^lib/infra/", pathNot: tests },
      to: { path: "^(app|components|inngest|prisma|scripts|tests|lib/(?!core/|infra/))" },
    },
    ...rooms.map((room, index) => ({
      name: `${room}-looks-left`,
      comment: `lib/${room} imports itself, rooms left of it, and the ground. News travels right as events.`,
      severity: /** @type {const} */ ("error"),
      from: { path: folder([room]), pathNot: tests },
      to: { path: [folder(["api", "audit", ...rightOf(index)]), "^(app|inngest|prisma|scripts|tests)/"] },
    })),
    {
      name: "audit-is-for-the-reception",
      comment: "Operations name their audit event; only `perform` writes it.",
      severity: "error",
      from: { pathNot: ["^lib/(audit|api)/", "^(app|inngest)/", "^tests/", tests] },
      to: { path: "^lib/audit/" },
    },
    {
      name: "reception-is-below-the-doors",
      severity: "error",
      from: { path: "^lib/", pathNot: tests },
      to: { path: "^(app|inngest|scripts|tests)/" },
    },
    {
      name: "registry-is-read-by-its-readers",
      comment:
        "Who imports the registry loads every operation: a door imports just its own (four times faster).",
      severity: "error",
      from: {
        pathNot: ["^lib/api/(openapi|matrix|postman|scopes|consequences|reactions)\\.ts$", "^tests/", tests],
      },
      to: { path: "^lib/api/registry\\.ts$" },
    },
    {
      name: "leaves-know-what-they-show",
      comment: "Components and mails know nouns and states, never operations or tables.",
      severity: "error",
      from: { path: "^(components|emails)/", pathNot: tests },
      to: {
        path: "^(app|inngest|lib|prisma|scripts|tests)/",
        pathNot: [
          "^lib/core/",
          "^lib/[^/]+/(schema|lifecycle)\\.ts$",
          // What a paper shows, as a type.
          "^lib/[^/]+/[a-z-]*content\\.ts$",
        ],
      },
    },
    {
      name: "doors-are-the-top",
      comment: "Nothing imports a page or a route.",
      severity: "error",
      from: { pathNot: "^app/" },
      to: { path: "^app/" },
    },
    {
      name: "tables-belong-to-repositories",
      comment: "repository.ts is a room's only file that touches tables; others may name the type of a row.",
      severity: "error",
      from: {
        path: "^(app|components|emails|inngest|lib)/",
        pathNot: ["^lib/(infra|api)/", repository, "/presenter\\.ts$", tests],
      },
      to: { path: "^lib/infra/prisma/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "repositories-belong-to-their-room",
      comment: "A page, a form or a job goes through an operation.",
      severity: "error",
      from: { path: "^(app|components|emails|inngest)/", pathNot: tests },
      to: { path: repository },
    },
    {
      name: "nothing-imports-tests",
      severity: "error",
      from: { pathNot: ["^tests/", tests, "^(vitest|playwright)\\.config\\.ts$"] },
      to: { path: ["^tests/", tests] },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    // Imports of types count: they too say who knows whom.
    tsPreCompilationDeps: true,
    doNotFollow: { path: ["node_modules", "^lib/infra/prisma/"] },
    exclude: { path: ["^\\.next/", "^next-env\\.d\\.ts$"] },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
