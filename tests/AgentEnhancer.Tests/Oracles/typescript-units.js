// Prints the units of the given files as the TypeScript compiler parses them: one JSON line each, { file, name, first, last }.
// First argument: the folder whose node_modules holds typescript.
const fs = require('fs');
const path = require('path');
const ts = require(require.resolve('typescript', { paths: [process.argv[2]] }));

for (const file of process.argv.slice(3)) {
  const text = fs.readFileSync(file, 'utf8');
  const kind = { '.tsx': ts.ScriptKind.TSX, '.jsx': ts.ScriptKind.JSX, '.js': ts.ScriptKind.JS, '.ts': ts.ScriptKind.TS }[path.extname(file)];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  const lines = text.split('\n');
  const line = (position) => source.getLineAndCharacterOfPosition(position).line + 1;
  const banner = (l) => /[-=─]{4,}\s*$|──/.test(lines[l - 1]);
  const found = [];

  const start = (node) => {
    let first = line(node.getStart(source));
    const comments = ts.getLeadingCommentRanges(text, node.getFullStart()) || [];
    for (const comment of comments.reverse()) {
      const end = line(comment.end);
      if (end === first) { first = line(comment.pos); continue; } // before it on the same line
      if (end !== first - 1 || banner(end)) break;
      // A comment behind code belongs to that code.
      const before = lines[line(comment.pos) - 1].slice(0, source.getLineAndCharacterOfPosition(comment.pos).character);
      if (before.trim() !== '') break;
      first = line(comment.pos);
    }
    return first;
  };

  const add = (name, node) => found.push({ file, name, first: start(node), last: line(node.getEnd()), overload: false });

  // Overloads and what implements them are one unit.
  const addFunction = (name, node) => {
    const previous = found[found.length - 1];
    if (previous && previous.overload && previous.name === name) {
      previous.last = line(node.getEnd());
      previous.overload = !node.body;
    } else {
      add(name, node);
      found[found.length - 1].overload = !node.body;
    }
  };

  const member = (node) => {
    const name = node.name && node.name.getText(source);
    const unquoted = name && (ts.isStringLiteral(node.name) ? node.name.text : name);
    if (ts.isConstructorDeclaration(node)) add('constructor', node);
    else if (ts.isMethodDeclaration(node)) addFunction(unquoted, node);
    else if (ts.isAccessor(node)) add(name, node);
    else if (ts.isPropertyDeclaration(node) && node.initializer) add(name, node);
  };

  const callee = (node) => {
    let expression = node;
    while (ts.isCallExpression(expression)) expression = expression.expression;
    return expression.getText(source);
  };

  const statement = (node) => {
    if (ts.isFunctionDeclaration(node)) addFunction(node.name ? node.name.text : 'default', node);
    else if (ts.isClassDeclaration(node)) {
      add(node.name ? node.name.text : 'default', node);
      node.members.forEach(member);
    } else if (ts.isInterfaceDeclaration(node) || ts.isEnumDeclaration(node) || ts.isTypeAliasDeclaration(node)) add(node.name.text, node);
    else if (ts.isModuleDeclaration(node)) {
      let body = node.body;
      while (body && ts.isModuleDeclaration(body)) body = body.body;
      if (body) body.statements.forEach(statement);
    } else if (ts.isVariableStatement(node)) {
      const declared = node.modifiers && node.modifiers.some((m) => m.kind === ts.SyntaxKind.DeclareKeyword);
      const first = node.declarationList.declarations[0];
      if (first.initializer || declared) add(first.name.getText(source), node);
    } else if (ts.isExportAssignment(node)) {
      if (!ts.isIdentifier(node.expression)) add(ts.isCallExpression(node.expression) ? callee(node.expression) : 'default', node);
    } else if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression)) {
      const name = callee(node.expression).split('.')[0];
      const title = node.expression.arguments[0];
      if (['describe', 'it', 'test'].includes(name) && title && ts.isStringLiteralLike(title)) {
        add(title.text, node);
        const callback = node.expression.arguments[node.expression.arguments.length - 1];
        if (name === 'describe' && callback.body && callback.body.statements) callback.body.statements.forEach(statement);
      } else if (name === 'beforeEach') add(name, node);
    }
  };

  source.statements.forEach(statement);
  found.forEach(({ name, first, last }) => console.log(JSON.stringify({ file, name, first, last })));
}
