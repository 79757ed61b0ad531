// A "use server" file may export nothing but async functions (and types): Next builds anything else and answers
// 500 when it is used. Prints each export that would.
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import ts from "typescript";
import { filesOf } from "./lib/fingerprint.mjs";
import { inRoot, root } from "./lib/paths.mjs";

/** Functions of ours that answer an async function. */
const makers = new Set(["action"]);

const problems = ["app", "components", "lib"]
  .flatMap((folder) => filesOf(inRoot(folder)))
  .filter((file) => /\.tsx?$/.test(file))
  .flatMap(problemsOf);

console.log(problems.length === 0 ? "Server action files export functions only." : problems.join("\n"));
process.exitCode = problems.length === 0 ? 0 : 1;

function problemsOf(/** @type {string} */ file) {
  const text = readFileSync(file, "utf8");
  if (!/^\s*["']use server["']/m.test(text)) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const [first] = source.statements;
  if (!first || !ts.isExpressionStatement(first) || !ts.isStringLiteral(first.expression)) return [];
  if (first.expression.text !== "use server") return [];
  return source.statements.filter(isForbidden).map((statement) => {
    const { line } = source.getLineAndCharacterOfPosition(statement.getStart(source));
    return `${relative(root, file)}:${line + 1} exports something that is not an async function.`;
  });
}

function isForbidden(/** @type {ts.Statement} */ statement) {
  if (ts.isExportDeclaration(statement)) return !statement.isTypeOnly;
  if (ts.isExportAssignment(statement)) return true;
  if (!ts.canHaveModifiers(statement) || !has(statement, ts.SyntaxKind.ExportKeyword)) return false;
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return false;
  if (ts.isFunctionDeclaration(statement)) return !has(statement, ts.SyntaxKind.AsyncKeyword);
  if (!ts.isVariableStatement(statement)) return true;
  return !statement.declarationList.declarations.every(({ initializer }) => isAsyncFunction(initializer));
}

function isAsyncFunction(/** @type {ts.Expression | undefined} */ value) {
  if (!value) return false;
  if (ts.isArrowFunction(value) || ts.isFunctionExpression(value))
    return has(value, ts.SyntaxKind.AsyncKeyword);
  return ts.isCallExpression(value) && ts.isIdentifier(value.expression) && makers.has(value.expression.text);
}

/** @param {ts.HasModifiers} node @param {ts.SyntaxKind} kind */
function has(node, kind) {
  return ts.getModifiers(node)?.some((modifier) => modifier.kind === kind) ?? false;
}
