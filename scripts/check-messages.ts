// Names the messages that no code reads: words of src/messages/en/ that nothing outside the languages' own files
// accesses. Only the compiler knows which `heading` a file means, so that it is asked.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as ast from 'typescript/unstable/ast';
import { API, type Symbol as TypeScriptSymbol } from 'typescript/unstable/sync';

const root = fileURLToPath(new URL('..', import.meta.url)).replaceAll('\\', '/');
const api = new API({ cwd: root });
const { checker, program } = api
  .updateSnapshot({ openProjects: [join(root, 'tsconfig.json')] })
  .getProject(join(root, 'tsconfig.json'))!;

/** The places of a symbol's declarations: the same for every way that leads to it. */
const placesOf = (symbol: TypeScriptSymbol | undefined) =>
  (symbol?.declarations ?? []).map(({ path, index }) => `${path}#${index}`);

const declared: { readonly name: string; readonly places: readonly string[] }[] = [];
const read = new Set<string>();
for (const path of program.getSourceFileNames()) {
  const name = path.slice(root.length);
  // The other languages are of the English one's types.
  if (!path.startsWith(root) || !name.startsWith('src/') || name.startsWith('src/messages/ja/')) continue;
  const file = program.getSourceFile(path)!;
  const own = /^src\/messages\/en\/([\w-]+)\.ts$/.exec(name)?.[1];
  const accessed: number[] = [];
  const messages: { readonly name: string; readonly at: number }[] = [];
  const markRead = (symbol: TypeScriptSymbol | undefined) => {
    for (const place of placesOf(symbol)) read.add(place);
  };
  const visit = (node: ast.Node) => {
    if (ast.isPropertyAccessExpression(node)) accessed.push(node.name.getStart(file));
    // `const { heading } = words`
    if (ast.isBindingElement(node) && ast.isObjectBindingPattern(node.parent)) {
      const key = node.propertyName ?? node.name;
      const type = checker.getTypeAtLocation(node.parent);
      if (key && ast.isIdentifier(key) && type) markRead(checker.getPropertyOfType(type, key.text));
    }
    // `words.kinds[kind]` may read each of them.
    if (ast.isElementAccessExpression(node)) {
      const type = checker.getTypeAtLocation(node.expression);
      if (type) for (const property of checker.getPropertiesOfType(type)) markRead(property);
    }
    node.forEachChild(visit);
  };
  /** The messages of an object, and of the objects in it; what stands in a function is no message. */
  const declare = (words: ast.ObjectLiteralExpression, owner: string) => {
    for (const each of words.properties) {
      if (ast.isSpreadAssignment(each) || !ast.isIdentifier(each.name)) continue;
      const message = `${owner}.${each.name.text}`;
      messages.push({ name: message, at: each.name.getStart(file) });
      if (ast.isPropertyAssignment(each) && ast.isObjectLiteralExpression(each.initializer))
        declare(each.initializer, message);
    }
  };
  if (own === undefined) visit(file);
  else {
    // `export const report = { … }`: what has a type of its own is no family of words.
    for (const statement of file.statements) {
      if (!ast.isVariableStatement(statement)) continue;
      for (const { name: variable, type, initializer } of statement.declarationList.declarations) {
        const isFamily = ast.isIdentifier(variable) && variable.text === own && type === undefined;
        if (isFamily && initializer && ast.isObjectLiteralExpression(initializer)) declare(initializer, own);
      }
    }
  }
  for (const symbol of checker.getSymbolAtPosition(path, accessed)) markRead(symbol);
  const symbols = checker.getSymbolAtPosition(
    path,
    messages.map(({ at }) => at),
  );
  for (const [index, message] of messages.entries()) {
    declared.push({ name: `${name}: ${message.name}`, places: placesOf(symbols[index]) });
  }
}
api.close();

const unread = declared.filter(({ places }) => !places.some((place) => read.has(place)));
if (declared.length < 100) throw new Error(`only ${declared.length} messages were found`);
if (unread.length > 0) {
  console.error(`No code reads these messages:\n${unread.map(({ name }) => name).join('\n')}`);
  process.exitCode = 1;
} else console.log(`Each of the ${declared.length} messages is read.`);
